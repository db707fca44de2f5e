package vn.gopy.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import vn.gopy.policy.Index.Match;
import vn.gopy.policy.Index.Term;
import vn.gopy.reading.Topics;
import vn.gopy.topic.Topic;

/// What can be measured between a question and a claim that came near; the [Judge] weighs it.
record Measures(Index index, Look look) {
    /// How many ways of asking a claim has beside its own, of everybody's words.
    private static final double DOUBT = 3.0;
    private static final double FAR = 10.0;
    private static final double LONG = 12.0;
    private static final double MUCH = 20.0;
    private static final double RARE = 5.0;

    /// The first model's: constant, cosine, share of the question that the way of asking covers, share of it
    /// that the question covers, share of the question's pairs, share of the question that the whole claim
    /// covers, share of unknown words, length, unit named and asked for, unit named and left out, lead over
    /// the best other; what all ways of asking together say of the words, the second-best way's cosine, the
    /// rarest word that the whole claim does not cover; what the classifier says, and its lead in that;
    /// whether the question is about the claim's topic, by first and second guess.
    ///
    /// @param topic what the claim is about
    /// @param about what the question is about
    List<Double> of(Match match, Optional<Topic> topic, Topics about) {
        boolean ofUnit = match.target().startsWith(UnitClaims.PREFIX);
        boolean unit = look.view().unit();
        int target = match.targetNumber();
        IntPredicate inAsk = term -> index.askHolds(match.ask(), term);
        return List.of(1.0, match.cosine(), covered(inAsk, Term::single), back(match),
                covered(inAsk, term -> !term.single()), covered(term -> holds(target, term), Term::single),
                unknown(), length(), oneIf(unit && ofUnit), oneIf(unit && !ofUnit), look.lead(match),
                spoken(target), match.second(), words(target, false).max().orElse(0) / RARE,
                (double) look.scores()[target], look.leadInScore(match),
                oneIf(topic.isPresent() && topic.equals(about.first())),
                oneIf(topic.isPresent() && topic.equals(about.second())));
    }

    private static double oneIf(boolean so) {
        return so ? 1 : 0;
    }

    private boolean holds(int target, int term) {
        return index.holding(target, term, look.passedOver()) > 0;
    }

    /// How much oftener the question's words stand in the ways of asking for this than in all, as a sum of
    /// logarithms (naive Bayes).
    private double spoken(int target) {
        int ways = index.waysOf(target, look.passedOver());
        double sum = 0;
        for (var term : look.terms()) {
            if (term.single() && term.id() >= 0) {
                double common = index.commonness(term.id());
                int holding = index.holding(target, term.id(), look.passedOver());
                sum += Math.log((holding + DOUBT * common) / (ways + DOUBT) / common);
            }
        }
        return sum / FAR;
    }

    /// The second model's: constant, likeness of the first, its lead over the second, unknown words, length;
    /// then of the first one's measures the cosine, what question and way of asking cover of each other, the
    /// whole claim's share, whether a unit is named and asked for, and those from what all ways say to the
    /// topic; how much in all the whole claim covers, the rarest word that it covers and the rarest that it
    /// does not; whether it is about our matters at all.
    List<Double> together(Ranked first, double second, double scope) {
        var own = first.measures();
        int target = first.targetNumber();
        return List.of(1.0, first.likeness(), Math.min(6, first.likeness() - second), unknown(), length(),
                own.get(1), own.get(2), own.get(3), own.get(5), own.get(8), own.get(11), own.get(12),
                own.get(14), own.get(15), own.get(16), own.get(17),
                Math.min(1, words(target, true).sum() / MUCH), words(target, true).max().orElse(0) / RARE,
                words(target, false).max().orElse(0) / RARE, scope);
    }

    /// The weights of the words that the whole claim covers, or does not.
    private DoubleStream words(int target, boolean covered) {
        return look.terms().stream().filter(Term::single)
                .filter(term -> (term.id() >= 0 && holds(target, term.id())) == covered)
                .mapToDouble(Term::weight);
    }

    private double length() {
        return Math.min(1, look.view().words().size() / LONG);
    }

    private double unknown() {
        return 1 - covered(_ -> true, Term::single);
    }

    private double covered(IntPredicate held, Predicate<Term> counts) {
        double all = 0;
        double some = 0;
        for (var term : look.terms()) {
            if (counts.test(term)) {
                double weight = term.weight() == 0 ? 1 : term.weight();
                all += weight;
                some += term.id() >= 0 && held.test(term.id()) ? weight : 0;
            }
        }
        return all == 0 ? 0 : some / all;
    }

    private double back(Match match) {
        double common = look.terms().stream()
                .filter(term -> term.id() >= 0 && index.askHolds(match.ask(), term.id()))
                .mapToDouble(Term::weight).sum();
        return common / index.askWeight(match.ask());
    }
}
