package vn.gopy.policy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.gopy.text.LongTable;
import vn.gopy.text.Syllable;

/// Finds the ways of asking that are nearest to a question.
///
/// What it holds: every way of asking is a small document of its own, a set of terms: its words, and its
/// pairs of neighbouring words, which keep "bỏ cấp huyện" apart from "cấp giấy ở huyện". A term's weight is
/// its rarity, the logarithm of how few claims hold it (idf); pairs at half weight, because they repeat their
/// words.
///
/// How it is laid out: from each term a list of the ways of asking that hold it; a question walks the lists
/// of its own terms and adds up weights (docs/decisions/0007-own-retrieval.md).
///
/// What comes out: for each claim its best way of asking, by cosine. Not a decision: whether the best is good
/// enough is the [Judge]'s, from the measures of [Measures].
final class Index {
    private static final double PAIR = 0.5;

    private final List<String> targets;
    /// For each target the number of its first way of asking, and at the end the number of all.
    private final int[] firstAsks;
    /// A number for each term instead of its letters: forty thousand texts less to keep and to compare.
    private final long[] names;
    private final LongTable terms;
    /// The terms of each way of asking, one row after the other.
    private final Rows asks;
    /// The ways of asking that hold each term.
    private final Rows holders;
    /// The targets of which some way of asking holds each term, and beside them how many of its ways do. A
    /// question has few terms: their rows stay at hand while a dozen targets are looked up.
    private final Rows targetsOf;
    private final int[] targetCounts;
    private final int[] targetOf;
    private final double[] weights;
    private final double[] askWeights;
    private final Nearest nearest;

    private Index(List<String> targets, int[] firstAsks, long[] names, Turned turned) {
        this.targets = targets;
        this.firstAsks = firstAsks;
        this.names = names;
        asks = turned.asks();
        holders = turned.holders();
        targetsOf = turned.merged().rows();
        targetCounts = turned.merged().counts();
        terms = LongTable.of(names);
        targetOf = new int[asks.size()];
        for (int target = 0; target < targets.size(); target++) {
            Arrays.fill(targetOf, firstAsks[target], firstAsks[target + 1], target);
        }
        weights = new double[names.length];
        for (int term = 0; term < weights.length; term++) {
            weights[term] = rarity(targetsOf.length(term)) * (single(names[term]) ? 1 : PAIR);
        }
        var lengths = new double[asks.size()];
        askWeights = new double[asks.size()];
        for (int ask = 0; ask < lengths.length; ask++) {
            lengths[ask] = Math.sqrt(asks.sum(ask, term -> weights[term] * weights[term]));
            askWeights[ask] = asks.sum(ask, term -> weights[term]);
        }
        nearest = new Nearest(targets, firstAsks, new Nearest.Weighed(holders, weights, lengths));
    }

    /// The ways of asking, row by row, and the same from the terms' side.
    private record Turned(Rows asks, Rows holders, Rows.Merged merged) {
        static Turned of(Rows asks, int[] firstAsks, int terms) {
            return new Turned(asks, asks.turned(terms), asks.merged(firstAsks).turned(terms));
        }

        void write(DataOutputStream out) throws IOException {
            asks.write(out);
            holders.write(out);
            merged.rows().write(out);
            Packing.write(out, merged.counts());
        }

        static Turned read(ByteBuffer bytes) {
            return new Turned(Rows.read(bytes), Rows.read(bytes),
                    new Rows.Merged(Rows.read(bytes), Packing.ints(bytes)));
        }
    }

    /// Builds the index once; it never changes after.
    ///
    /// @param ways target → its ways of asking, as words, in an order that is kept
    static Index of(Map<String, List<List<String>>> ways) {
        var terms = new LinkedHashMap<String, Integer>();
        var asks = new ArrayList<int[]>();
        var firstAsks = new int[ways.size() + 1];
        int target = 0;
        for (var all : ways.values()) {
            for (var way : all) {
                asks.add(termsOf(way).stream()
                        .mapToInt(term -> terms.computeIfAbsent(term, _ -> terms.size())).sorted()
                        .toArray());
            }
            firstAsks[++target] = asks.size();
        }
        return new Index(List.copyOf(ways.keySet()), firstAsks,
                terms.keySet().stream().mapToLong(Index::name).toArray(),
                Turned.of(Rows.of(asks), firstAsks, terms.size()));
    }

    void write(DataOutputStream out) throws IOException {
        Packing.write(out, targets);
        Packing.write(out, firstAsks);
        Packing.write(out, names);
        new Turned(asks, holders, new Rows.Merged(targetsOf, targetCounts)).write(out);
    }

    static Index read(ByteBuffer bytes) {
        return new Index(Packing.words(bytes), Packing.ints(bytes), Packing.longs(bytes), Turned.read(bytes));
    }

    private double rarity(int held) {
        return Math.log(1 + (targets.size() - held + 0.5) / (held + 0.5));
    }

    /// The number of a term, even for a single word, odd for a pair.
    static long name(String term) {
        long mixed = Syllable.mixed(Syllable.key(term));
        return term.indexOf(' ') < 0 ? mixed & ~1L : mixed | 1;
    }

    private static boolean single(long name) {
        return (name & 1) == 0;
    }

    static Set<String> termsOf(List<String> words) {
        var all = new LinkedHashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            all.add(words.get(i - 1) + " " + words.get(i));
        }
        return all;
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
            long name = name(term);
            int id = terms.get(name);
            double weight = id >= 0 ? weights[id] : single(name) ? rarity(0) : 0;
            found.add(new Term(id, weight * part, single(name)));
        });
        return found;
    }

    /// A claim that came near, by the best of its ways of asking.
    record Match(String target, int targetNumber, int ask, double cosine, double second) {}

    /// The nearest claims, best first by cosine, at most twelve.
    List<Match> nearest(List<Term> question, PassedOver passedOver) {
        return nearest.to(question, passedOver);
    }

    boolean askHolds(int ask, int term) {
        return asks.find(ask, term) >= 0;
    }

    /// How many ways of asking for a target hold a term.
    ///
    /// @param passedOver ways of asking that do not count
    int holding(int target, int term, PassedOver passedOver) {
        int at = targetsOf.find(term, target);
        if (at < 0 || !passedOver.anyOf(target)) {
            return at < 0 ? 0 : targetCounts[at];
        }
        return targetCounts[at]
                - (int) asksOf(target).filter(ask -> passedOver.way(ask) && askHolds(ask, term)).count();
    }

    /// All ways of asking for a target, as those not to count; none when no such target is held.
    PassedOver allFor(String target) {
        int number = targets.indexOf(target);
        return number < 0 ? PassedOver.NOTHING : PassedOver.allFor(number);
    }

    /// How many ways of asking for a target there are.
    int waysOf(int target, PassedOver passedOver) {
        int all = firstAsks[target + 1] - firstAsks[target];
        return passedOver.anyOf(target)
                ? all - (int) asksOf(target).filter(passedOver::way).count()
                : all;
    }

    private IntStream asksOf(int target) {
        return IntStream.range(firstAsks[target], firstAsks[target + 1]);
    }

    int asks() {
        return asks.size();
    }

    int targets() {
        return targets.size();
    }

    int terms() {
        return names.length;
    }

    long name(int term) {
        return names[term];
    }

    double weight(int term) {
        return weights[term];
    }

    int[] termsOfAsk(int ask) {
        return asks.row(ask);
    }

    int targetNumberOfAsk(int ask) {
        return targetOf[ask];
    }

    /// The share of all ways of asking that hold a term.
    double commonness(int term) {
        return (double) holders.length(term) / asks.size();
    }

    /// The weight of all terms of a way of asking.
    double askWeight(int ask) {
        return askWeights[ask];
    }
}
