package vn.gopy.policy;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import vn.gopy.policy.Index.Match;
import vn.gopy.policy.Index.Term;

/// What can be measured between a question and a claim that came near; the [Judge] weighs it.
///
/// @param asked the view of the question
/// @param terms its terms, looked up
record Measures(Index index, Asked asked, List<Term> terms) {
    private static final double LONG = 12.0;
    private static final double MUCH = 20.0;
    private static final double RARE = 5.0;

    /// The first model's: constant, cosine, share of the question that the way of asking covers, share of it
    /// that the question covers, share of the question's pairs, share of the question that the whole claim
    /// covers, share of unknown words, length, unit named and asked for, unit named and left out, lead over
    /// the best other, and, where a unit is named and asked for, again the share of the question that is
    /// covered.
    List<Double> of(Match match, double bestOther) {
        boolean ofUnit = match.target().startsWith(UnitClaims.PREFIX);
        IntPredicate inAsk = term -> index.askHolds(match.ask(), term);
        return List.of(1.0, match.cosine(), covered(inAsk, Term::single), back(match),
                covered(inAsk, term -> !term.single()),
                covered(term -> index.wholeHolds(match.targetNumber(), term), Term::single), unknown(),
                length(),
                asked.unit() && ofUnit ? 1.0 : 0.0, asked.unit() && !ofUnit ? 1.0 : 0.0,
                match.cosine() - bestOther);
    }

    /// The second model's: constant, likeness of the first, its lead over the second, unknown words, length,
    /// then the first one's cosine, the shares of question and way of asking that cover each other, the whole
    /// claim's share, whether a unit is named and asked for; how much in all the whole claim covers, the
    /// rarest word that it covers and the rarest that it does not; whether it is about our matters at all.
    List<Double> together(Ranked first, double second, double scope) {
        var own = first.measures();
        int target = first.targetNumber();
        return List.of(1.0, first.likeness(), Math.min(6, first.likeness() - second), unknown(), length(),
                own.get(1),
                own.get(2), own.get(3), own.get(5), own.get(8),
                Math.min(1, words(target, true).sum() / MUCH), words(target, true).max().orElse(0) / RARE,
                words(target, false).max().orElse(0) / RARE, scope);
    }

    /// The weights of the words that the whole claim covers, or does not.
    private DoubleStream words(int target, boolean covered) {
        return terms.stream().filter(Term::single)
                .filter(term -> (term.id() >= 0 && index.wholeHolds(target, term.id())) == covered)
                .mapToDouble(Term::weight);
    }

    private double length() {
        return Math.min(1, asked.words().size() / LONG);
    }

    private double unknown() {
        return 1 - covered(_ -> true, Term::single);
    }

    private double covered(IntPredicate held, Predicate<Term> counts) {
        double all = 0;
        double some = 0;
        for (var term : terms) {
            if (counts.test(term)) {
                double weight = term.weight() == 0 ? 1 : term.weight();
                all += weight;
                some += term.id() >= 0 && held.test(term.id()) ? weight : 0;
            }
        }
        return all == 0 ? 0 : some / all;
    }

    private double back(Match match) {
        double common = terms.stream()
                .filter(term -> term.id() >= 0 && index.askHolds(match.ask(), term.id()))
                .mapToDouble(Term::weight).sum();
        return common / index.askWeight(match.ask());
    }
}
