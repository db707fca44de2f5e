package vn.gopy.policy;

import java.util.List;
import java.util.function.Predicate;
import vn.gopy.policy.Index.Match;

/// What can be measured between a question and a claim that came near; the [Judge] weighs it.
record Measures(Index index) {
    /// The first model's: constant, cosine, share of the question that the way of asking covers, share of it that the
    /// question covers, share of the question's pairs, share of the question that the whole claim covers, share of
    /// unknown words, length, unit named and asked for, unit named and not asked for, lead over the best other.
    List<Double> of(Asked asked, Match match, double bestOther) {
        boolean ofUnit = match.target().startsWith(UnitClaims.PREFIX);
        return List.of(1.0, match.cosine(),
                covered(asked, term -> single(term) && index.askHolds(match.ask(), term),
                        Measures::single),
                back(asked, match),
                covered(asked, term -> index.askHolds(match.ask(), term), term -> !single(term)),
                covered(asked, term -> index.wholeHolds(match.targetNumber(), term), Measures::single),
                unknown(asked), Math.min(1, asked.words().size() / 12.0), asked.unit() && ofUnit ? 1.0 : 0.0,
                asked.unit() && !ofUnit ? 1.0 : 0.0, match.cosine() - bestOther);
    }

    /// The second model's: constant, likeness of the first, its lead over the second, unknown words, length.
    List<Double> together(Asked asked, double first, double second) {
        return List.of(1.0, first, Math.min(6, first - second), unknown(asked),
                Math.min(1, asked.words().size() / 12.0));
    }

    double unknown(Asked asked) {
        return 1 - covered(asked, index::knows, Measures::single);
    }

    private double covered(Asked asked, Predicate<String> held, Predicate<String> counts) {
        double all = 0;
        double some = 0;
        for (var term : asked.terms().keySet()) {
            if (counts.test(term)) {
                double weight = counts.test("a b") && !index.knows(term) ? 1 : index.weight(term);
                all += weight;
                some += held.test(term) ? weight : 0;
            }
        }
        return all == 0 ? 0 : some / all;
    }

    private double back(Asked asked, Match match) {
        double common = asked.terms().keySet().stream().filter(term -> index.askHolds(match.ask(), term))
                .mapToDouble(index::weight).sum();
        return common / index.askWeight(match.ask());
    }

    private static boolean single(String term) {
        return term.indexOf(' ') < 0;
    }
}
