package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Finds the ways of asking that are nearest to a question.
///
/// What it holds: every way of asking is a small document of its own, a set of terms: its words, and its
/// pairs of neighbouring words, which keep "bỏ cấp huyện" apart from "cấp giấy ở huyện". A term's weight is
/// its rarity, the logarithm of how few claims hold it (idf); pairs at half weight, because they repeat their
/// words.
///
/// How it is laid out: from each term a list of the ways of asking that hold it; a question walks the lists
/// of its own terms and adds up weights. Three thousand short documents take some 40 ms to build on a cold
/// machine and some 30 µs to ask; a general search engine took 420 ms to build the same
/// (docs/decisions/0007-own-retrieval.md).
///
/// What comes out: for each claim its best way of asking, by cosine. Not a decision: whether the best is good
/// enough is the [Judge]'s, from the measures of [Measures].
final class Index {
    private static final double PAIR = 0.5;
    private static final double NEAR = 0.02;
    private static final int KEPT = 12;

    private final Map<String, Integer> terms = new HashMap<>();
    private final List<String> targets = new ArrayList<>();
    private final List<int[]> asks = new ArrayList<>();
    private final List<Integer> targetOf = new ArrayList<>();
    private final List<Set<Integer>> wholes = new ArrayList<>();
    private int[][] holders = new int[0][];
    private double[] weights = new double[0];
    private double[] lengths = new double[0];

    private Index() {}

    /// Builds the index once; it never changes after.
    ///
    /// @param ways target → its ways of asking, as words, in an order that is kept
    static Index of(Map<String, List<List<String>>> ways) {
        var index = new Index();
        ways.forEach(index::add);
        index.close();
        return index;
    }

    private void add(String target, List<List<String>> ways) {
        int at = targets.size();
        targets.add(target);
        var whole = new LinkedHashSet<Integer>();
        for (var way : ways) {
            var ids = termsOf(way).stream().mapToInt(term -> terms.computeIfAbsent(term, _ -> terms.size()))
                    .sorted().toArray();
            asks.add(ids);
            targetOf.add(at);
            Arrays.stream(ids).forEach(whole::add);
        }
        wholes.add(whole);
    }

    private void close() {
        var counts = new int[terms.size()];
        asks.forEach(ask -> Arrays.stream(ask).forEach(term -> counts[term]++));
        holders = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int ask = asks.size() - 1; ask >= 0; ask--) {
            for (int term : asks.get(ask)) {
                holders[term][--counts[term]] = ask;
            }
        }
        var claims = new int[terms.size()];
        wholes.forEach(whole -> whole.forEach(term -> claims[term]++));
        weights = new double[terms.size()];
        terms.forEach((term, id) -> weights[id] = rarity(claims[id]) * (single(term) ? 1 : PAIR));
        lengths = asks.stream().mapToDouble(
                ask -> Math.sqrt(Arrays.stream(ask).mapToDouble(term -> weights[term] * weights[term]).sum()))
                .toArray();
    }

    private double rarity(int held) {
        return Math.log(1 + (targets.size() - held + 0.5) / (held + 0.5));
    }

    static boolean single(String term) {
        return term.indexOf(' ') < 0;
    }

    static Set<String> termsOf(List<String> words) {
        var all = new LinkedHashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            all.add(words.get(i - 1) + " " + words.get(i));
        }
        return all;
    }

    boolean knows(String word) {
        return terms.containsKey(word);
    }

    /// A term of a question: its number, or -1 when no claim holds it; its weight; whether it is a single
    /// word.
    record Term(int id, double weight, boolean single) {}

    /// Looks the terms of a question up. An unknown word is as rare as a word can be; an unknown pair counts
    /// nothing.
    ///
    /// @param parts each term with the part of its weight that counts
    List<Term> look(Map<String, Double> parts) {
        var found = new ArrayList<Term>(parts.size());
        parts.forEach((term, part) -> {
            var id = terms.get(term);
            boolean single = single(term);
            double weight = id != null ? weights[id] : single ? rarity(0) : 0;
            found.add(new Term(id == null ? -1 : id, weight * part, single));
        });
        return found;
    }

    /// A claim that came near, by the best of its ways of asking.
    record Match(String target, int targetNumber, int ask, double cosine) {}

    /// The nearest claims, best first by cosine, at most twelve.
    ///
    /// @param passedOver ways of asking that do not count, so that a way of asking can itself be asked
    List<Match> nearest(List<Term> question, IntPredicate passedOver) {
        var sums = new double[asks.size()];
        double length = 0;
        for (var term : question) {
            length += term.weight() * term.weight();
            if (term.id() >= 0) {
                double product = term.weight() * weights[term.id()];
                for (int ask : holders[term.id()]) {
                    sums[ask] += product;
                }
            }
        }
        return best(sums, Math.sqrt(length), passedOver);
    }

    private List<Match> best(double[] sums, double length, IntPredicate passedOver) {
        var bestAsk = new int[targets.size()];
        var bestScore = new double[targets.size()];
        for (int ask = 0; ask < sums.length; ask++) {
            if (sums[ask] > 0 && !passedOver.test(ask)) {
                double cosine = sums[ask] / (length * lengths[ask]);
                int target = targetOf.get(ask);
                if (cosine > bestScore[target]) {
                    bestScore[target] = cosine;
                    bestAsk[target] = ask;
                }
            }
        }
        return IntStream.range(0, bestScore.length).filter(target -> bestScore[target] > NEAR).boxed()
                .sorted(Comparator.comparingDouble((Integer target) -> bestScore[target]).reversed())
                .limit(KEPT)
                .map(target -> new Match(targets.get(target), target, bestAsk[target], bestScore[target]))
                .toList();
    }

    boolean askHolds(int ask, int term) {
        return Arrays.binarySearch(asks.get(ask), term) >= 0;
    }

    boolean wholeHolds(int target, int term) {
        return wholes.get(target).contains(term);
    }

    /// The weight of all terms of a way of asking.
    double askWeight(int ask) {
        return Arrays.stream(asks.get(ask)).mapToDouble(term -> weights[term]).sum();
    }

    String targetOfAsk(int ask) {
        return targets.get(targetOf.get(ask));
    }
}
