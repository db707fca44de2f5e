package vn.gopy.policy;

import java.util.List;
import vn.gopy.policy.Index.Match;
import vn.gopy.policy.Index.Term;

/// What one view of a question finds.
///
/// @param terms      the view's terms, looked up
/// @param near       the nearest claims by [Index]
/// @param scores     what [Classifier] says of each claim, by its number; never compared, never changed
/// @param passedOver ways of asking that do not count
@SuppressWarnings("ArrayRecordComponent")
record Look(Asked view, List<Term> terms, List<Match> near, float[] scores, PassedOver passedOver) {
    /// How far a claim is ahead of all others that are near, by cosine; negative when it is behind.
    double lead(Match match) {
        double best = 0;
        for (var other : near) {
            best = other.targetNumber() == match.targetNumber() ? best : Math.max(best, other.cosine());
        }
        return match.cosine() - best;
    }

    /// The same by what the classifier says; at least -1.
    double leadInScore(Match match) {
        double best = 0;
        for (var other : near) {
            best = other.targetNumber() == match.targetNumber()
                    ? best
                    : Math.max(best, scores[other.targetNumber()]);
        }
        return Math.max(-1, scores[match.targetNumber()] - best);
    }
}
