package vn.gopy.policy;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gopy.text.LongTable;

/// Tells by its words and pairs of words whether a question is about our matters at all: "vé", "bệnh", "thời
/// tiết" are asked of others.
///
/// A logistic regression between all ways of asking and the written questions that nobody here can answer
/// (docs/decisions/0027-questions-for-others.md). A term that neither knows says nothing.
final class Scope {
    private static final double COST = 30;
    private static final double ENOUGH = 0.01;
    /// Weights are kept as whole numbers of this size.
    private static final double STEP = 1.0 / 1024;
    /// What weighs less is left out.
    private static final double LITTLE = 0.02;
    private static final double MOST = 6;
    private static final double OURS = 1;
    private static final double OTHERS = -1;

    private final long[] names;
    private final short[] weights;
    private final LongTable places;

    private Scope(long[] names, short[] weights) {
        this.names = names;
        this.weights = weights;
        places = LongTable.of(names);
    }

    /// Learns from what is not held back; the same from the same. Of no others it learns nothing.
    ///
    /// @param others     the words of questions that nobody here can answer
    /// @param waysHeld   ways of asking, by number, that it must not learn from
    /// @param othersHeld the same of the others
    static Scope of(Index index, List<List<String>> others, IntPredicate waysHeld, IntPredicate othersHeld) {
        var ways = IntStream.range(0, index.asks()).filter(ask -> !waysHeld.test(ask))
                .mapToObj(ask -> Arrays.stream(index.termsOfAsk(ask)).mapToLong(index::name).toArray())
                .toList();
        var foreign = IntStream.range(0, others.size()).filter(number -> !othersHeld.test(number))
                .mapToObj(number -> namesOf(others.get(number))).toList();
        return foreign.isEmpty() ? new Scope(new long[0], new short[0]) : of(ways, foreign);
    }

    private static Scope of(List<long[]> ways, List<long[]> foreign) {
        long[] names = Stream.concat(ways.stream(), foreign.stream()).flatMapToLong(Arrays::stream).distinct()
                .toArray();
        var places = LongTable.of(names);
        var problem = new Problem();
        problem.l = ways.size() + foreign.size();
        problem.n = names.length;
        problem.bias = -1;
        problem.x = Stream.concat(ways.stream(), foreign.stream()).map(terms -> features(terms, places))
                .toArray(Feature[][]::new);
        problem.y = IntStream.range(0, problem.l).mapToDouble(i -> i < ways.size() ? OURS : OTHERS).toArray();
        var parameter = new Parameter(SolverType.L2R_LR, COST, ENOUGH);
        // between equal weight for both sides and what their numbers give
        parameter.setWeights(new double[]{Math.sqrt((double) ways.size() / foreign.size())},
                new int[]{(int) OTHERS});
        Linear.disableDebugOutput();
        return of(names, Linear.train(problem, parameter));
    }

    private static Feature[] features(long[] terms, LongTable places) {
        double part = 1 / Math.sqrt(terms.length);
        return Arrays.stream(terms).mapToInt(places::get).sorted()
                .mapToObj(place -> new FeatureNode(place + 1, part)).toArray(Feature[]::new);
    }

    private static Scope of(long[] names, Model learnt) {
        double sign = learnt.getLabels()[0] == OURS ? 1 : -1;
        var found = learnt.getFeatureWeights();
        var kept = IntStream.range(0, names.length).filter(term -> Math.abs(found[term]) >= LITTLE).toArray();
        var weights = new short[kept.length];
        for (int i = 0; i < kept.length; i++) {
            weights[i] = (short) Math.clamp(Math.round(sign * found[kept[i]] / STEP), Short.MIN_VALUE,
                    Short.MAX_VALUE);
        }
        return new Scope(Arrays.stream(kept).mapToLong(term -> names[term]).toArray(), weights);
    }

    void write(DataOutputStream out) throws IOException {
        Packing.write(out, names);
        Packing.write(out, weights);
    }

    static Scope read(ByteBuffer bytes) {
        return new Scope(Packing.longs(bytes), Packing.shorts(bytes));
    }

    private static long[] namesOf(List<String> words) {
        return Index.termsOf(words).stream().mapToLong(Index::name).toArray();
    }

    /// From -6 (surely not ours) to 6, as log odds.
    double of(List<String> words) {
        double sum = 0;
        int known = 0;
        for (long name : namesOf(words)) {
            int place = places.get(name);
            if (place != LongTable.NONE) {
                sum += weights[place] * STEP;
                known++;
            }
        }
        return Math.clamp(sum / Math.sqrt(Math.max(1, known)), -MOST, MOST);
    }
}
