package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the ways of asking that are nearest to a question.
///
/// What it holds: every way of asking is a small document of its own, a set of terms: its words, and its pairs of
/// neighbouring words, which keep "bỏ cấp huyện" apart from "cấp giấy ở huyện". A term's weight is its rarity, the
/// logarithm of how few ways of asking hold it (idf), pairs at half weight, because they repeat their words.
///
/// How it is laid out: from each term a list of the ways of asking that hold it; a question walks the lists of its own
/// terms and adds up weights. Three thousand short documents take some 40 ms to build on a cold machine and some
/// 30 µs to ask; a general search engine took 420 ms to build the same (docs/decisions/own-retrieval.md).
///
/// What comes out: for each claim its best way of asking, by cosine. Not a decision: whether the best is good enough
/// is the [Judge]'s, from the measures of a [Match].
final class Index {
    static final double PAIR = 0.5;
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
    /// @param ways target → its ways of asking, as words
    static Index of(Map<String, List<List<String>>> ways) {
        var index = new Index();
        new LinkedHashMap<>(ways).forEach(index::add);
        index.close();
        return index;
    }

    private void add(String target, List<List<String>> ways) {
        int at = targets.size();
        targets.add(target);
        var whole = new LinkedHashSet<Integer>();
        for (var way : ways) {
            var ids = termsOf(way).stream().map(term -> terms.computeIfAbsent(term, _ -> terms.size()))
                    .mapToInt(Integer::intValue).toArray();
            asks.add(ids);
            targetOf.add(at);
            Arrays.stream(ids).forEach(whole::add);
        }
        wholes.add(whole);
    }

    private void close() {
        var lists = new ArrayList<List<Integer>>();
        terms.forEach((_, _) -> lists.add(new ArrayList<>()));
        for (int ask = 0; ask < asks.size(); ask++) {
            for (int term : asks.get(ask)) {
                lists.get(term).add(ask);
            }
        }
        holders = lists.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        weights = new double[holders.length];
        terms.forEach((term, id) -> weights[id] = rarity(holders[id].length) * factor(term));
        lengths = asks.stream().mapToDouble(
                ask -> Math.sqrt(Arrays.stream(ask).mapToDouble(term -> weights[term] * weights[term]).sum()))
                .toArray();
    }

    private double rarity(int held) {
        return Math.log(1 + (asks.size() - held + 0.5) / (held + 0.5));
    }

    private static double factor(String term) {
        return term.indexOf(' ') < 0 ? 1 : PAIR;
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

    Set<String> vocabulary() {
        return terms.keySet();
    }

    /// The weight of a term; an unknown word is as rare as a word can be, an unknown pair counts nothing.
    double weight(String term) {
        var id = terms.get(term);
        if (id != null) {
            return weights[id];
        }
        return term.indexOf(' ') < 0 ? rarity(0) : 0;
    }

    /// The nearest claims, best first by cosine, at most twelve.
    ///
    /// @param question its words, each with the part of its weight that counts
    /// @param without  a way of asking that is passed over, so that a way of asking can itself be asked; -1 for none
    List<Match> nearest(Map<String, Double> question, int without) {
        var sums = new double[asks.size()];
        double length = 0;
        for (var term : question.entrySet()) {
            double weight = weight(term.getKey()) * term.getValue();
            length += weight * weight;
            var id = terms.get(term.getKey());
            if (id != null) {
                for (int ask : holders[id]) {
                    sums[ask] += weight * weights[id];
                }
            }
        }
        return best(sums, Math.sqrt(length), without);
    }

    private List<Match> best(double[] sums, double length, int without) {
        var bestAsk = new int[targets.size()];
        var bestScore = new double[targets.size()];
        for (int ask = 0; ask < sums.length; ask++) {
            if (sums[ask] > 0 && ask != without) {
                double cosine = sums[ask] / (length * lengths[ask]);
                int target = targetOf.get(ask);
                if (cosine > bestScore[target]) {
                    bestScore[target] = cosine;
                    bestAsk[target] = ask;
                }
            }
        }
        var found = new ArrayList<Match>();
        for (int target = 0; target < bestScore.length; target++) {
            if (bestScore[target] > 0.02) {
                found.add(new Match(targets.get(target), target, bestAsk[target], bestScore[target]));
            }
        }
        found.sort(Comparator.comparingDouble(Match::cosine).reversed());
        return found.subList(0, Math.min(KEPT, found.size())).stream().toList();
    }

    /// A claim that came near, by the best of its ways of asking.
    record Match(String target, int targetNumber, int ask, double cosine) {}

    boolean askHolds(int ask, String term) {
        var id = terms.get(term);
        return id != null && Arrays.stream(asks.get(ask)).anyMatch(held -> held == id);
    }

    boolean wholeHolds(int target, String term) {
        var id = terms.get(term);
        return id != null && wholes.get(target).contains(id);
    }

    /// The weights of a way of asking, words only.
    double askWeight(int ask) {
        return Arrays.stream(asks.get(ask)).mapToDouble(term -> weights[term]).sum();
    }

    int askCount() {
        return asks.size();
    }

    String targetOfAsk(int ask) {
        return targets.get(targetOf.get(ask));
    }
}
