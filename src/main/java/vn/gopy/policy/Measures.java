package vn.gopy.policy;

import java.util.Optional;
import vn.gopy.policy.Index.Match;
import vn.gopy.policy.Index.Term;
import vn.gopy.reading.Topics;
import vn.gopy.topic.Topic;

/// What can be measured between a question and a claim that came near; the [Judge] weighs it.
final class Measures {
    /// How many ways of asking a claim has beside its own, of everybody's words.
    private static final double DOUBT = 3.0;
    private static final double FAR = 10.0;
    private static final double LONG = 12.0;
    private static final double MUCH = 20.0;
    private static final double RARE = 5.0;
    /// Well above the smallest number that can be written.
    private static final double TINY = 1e-200;

    private final Index index;
    private final Look look;
    private final Term[] terms;
    private final double unknown;

    Measures(Index index, Look look) {
        this.index = index;
        this.look = look;
        terms = look.terms().toArray(Term[]::new);
        var known = new int[terms.length];
        for (int i = 0; i < terms.length; i++) {
            known[i] = terms[i].id() >= 0 ? 1 : 0;
        }
        unknown = 1 - covered(known, true);
    }

    /// The first model's: constant, cosine, share of the question that the way of asking covers, share of it
    /// that the question covers, share of the question's pairs, share of the question that the whole claim
    /// covers, share of unknown words, length, unit named and asked for, unit named and left out, lead over
    /// the best other; what all ways of asking together say of the words, the second-best way's cosine, the
    /// rarest word that the whole claim does not cover; what the classifier says, and its lead in that;
    /// whether the question is about the claim's topic, by first and second guess.
    ///
    /// @param topic what the claim is about
    /// @param about what the question is about
    double[] of(Match match, Optional<Topic> topic, Topics about) {
        boolean ofUnit = match.target().startsWith(UnitClaims.PREFIX);
        boolean unit = look.view().unit();
        var asked = askedIn(match.ask());
        var held = heldBy(match.targetNumber());
        return new double[]{1.0, match.cosine(), covered(asked, true), back(match.ask(), asked),
                covered(asked, false), covered(held, true), unknown, length(), oneIf(unit && ofUnit),
                oneIf(unit && !ofUnit), look.lead(match), spoken(match.targetNumber(), held),
                match.second(), rarest(held, false) / RARE,
                look.scores()[match.targetNumber()], look.leadInScore(match),
                oneIf(topic.isPresent() && topic.equals(about.first())),
                oneIf(topic.isPresent() && topic.equals(about.second()))};
    }

    private static double oneIf(boolean so) {
        return so ? 1 : 0;
    }

    /// For each term of the question how many of a target's ways of asking hold it.
    private int[] heldBy(int target) {
        var held = new int[terms.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = terms[i].id() < 0 ? 0 : index.holding(target, terms[i].id(), look.passedOver());
        }
        return held;
    }

    /// For each term of the question whether one way of asking holds it, 1 or 0.
    private int[] askedIn(int ask) {
        var asked = new int[terms.length];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = terms[i].id() >= 0 && index.askHolds(ask, terms[i].id()) ? 1 : 0;
        }
        return asked;
    }

    /// How much oftener the question's words stand in the ways of asking for this than in all, as a sum of
    /// logarithms (naive Bayes).
    private double spoken(int target, int[] held) {
        int ways = index.waysOf(target, look.passedOver());
        double sum = 0;
        double product = 1;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i].single() && terms[i].id() >= 0) {
                double common = index.commonness(terms[i].id());
                product *= (held[i] + DOUBT * common) / ((ways + DOUBT) * common);
                if (product < TINY || product > 1 / TINY) {
                    sum += Math.log(product);
                    product = 1;
                }
            }
        }
        return (sum + Math.log(product)) / FAR;
    }

    /// The second model's: constant, likeness of the first, its lead over the second, unknown words, length;
    /// then of the first one's measures the cosine, what question and way of asking cover of each other, the
    /// whole claim's share, whether a unit is named and asked for, and those from what all ways say to the
    /// topic; how much in all the whole claim covers, the rarest word that it covers and the rarest that it
    /// does not; whether it is about our matters at all, and if not, how surely.
    double[] together(Ranked first, double second, double scope) {
        var own = first.measures();
        var held = heldBy(first.targetNumber());
        return new double[]{1.0, first.likeness(), Math.min(6, first.likeness() - second), unknown, length(),
                own[1], own[2], own[3], own[5], own[8], own[11], own[12],
                own[14], own[15], own[16], own[17],
                Math.min(1, coveredWeight(held) / MUCH), rarest(held, true) / RARE,
                rarest(held, false) / RARE, scope, Math.min(0, scope)};
    }

    /// The weight of the words that the whole claim covers.
    private double coveredWeight(int[] held) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += terms[i].single() && held[i] > 0 ? terms[i].weight() : 0;
        }
        return sum;
    }

    /// The most that a word weighs which the whole claim covers, or does not; 0 when there is none.
    private double rarest(int[] held, boolean covered) {
        double most = 0;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i].single() && held[i] > 0 == covered) {
                most = Math.max(most, terms[i].weight());
            }
        }
        return most;
    }

    private double length() {
        return Math.min(1, look.view().words().size() / LONG);
    }

    /// Of the question's words, or of its pairs, the share by weight that is held; a pair that nobody holds
    /// counts as one of weight 1.
    private double covered(int[] held, boolean single) {
        double all = 0;
        double some = 0;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i].single() == single) {
                double weight = terms[i].weight() == 0 ? 1 : terms[i].weight();
                all += weight;
                some += held[i] > 0 ? weight : 0;
            }
        }
        return all == 0 ? 0 : some / all;
    }

    /// The share of a way of asking that the question covers.
    private double back(int ask, int[] asked) {
        double common = 0;
        for (int i = 0; i < terms.length; i++) {
            common += asked[i] > 0 ? terms[i].weight() : 0;
        }
        return common / index.askWeight(ask);
    }
}
