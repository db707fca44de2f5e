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
import vn.gopy.policy.Index.Term;

/// Has learnt from all ways of asking which words speak for which claim, and which against it: a linear
/// support vector machine for many classes (Crammer and Singer 2001). The [Index] looks for one way of asking
/// that is near; this weighs what all of them have in common.
///
/// From each term a list of the targets that it speaks for or against; all other weights are nought.
final class Classifier {
    private static final double COST = 2;
    private static final double ENOUGH = 0.05;
    /// Weights are kept as whole numbers of this size.
    private static final float STEP = 1f / 4096;

    private final int targets;
    private final int[] starts;
    private final short[] spokenFor;
    private final short[] weights;

    private Classifier(int targets, int[] starts, short[] spokenFor, short[] weights) {
        this.targets = targets;
        this.starts = starts;
        this.spokenFor = spokenFor;
        this.weights = weights;
    }

    /// Learns from the ways of asking that are not held back, which takes about a second for ten thousand;
    /// the same from the same.
    static Classifier of(Index index, IntPredicate heldBack) {
        var asks = IntStream.range(0, index.asks()).filter(ask -> !heldBack.test(ask)).toArray();
        var problem = new Problem();
        problem.l = asks.length;
        problem.n = index.terms();
        problem.bias = -1;
        problem.x = Arrays.stream(asks).mapToObj(ask -> features(index, ask)).toArray(Feature[][]::new);
        problem.y = Arrays.stream(asks).mapToDouble(index::targetNumberOfAsk).toArray();
        Linear.disableDebugOutput();
        return of(index, Linear.train(problem, new Parameter(SolverType.MCSVM_CS, COST, ENOUGH)));
    }

    private static Feature[] features(Index index, int ask) {
        int[] terms = index.termsOfAsk(ask);
        double length = Math
                .sqrt(Arrays.stream(terms).mapToDouble(index::weight).map(weight -> weight * weight).sum());
        return Arrays.stream(terms).mapToObj(term -> new FeatureNode(term + 1, index.weight(term) / length))
                .toArray(Feature[]::new);
    }

    private static Classifier of(Index index, Model learnt) {
        var labels = learnt.getLabels();
        var learntWeights = learnt.getFeatureWeights();
        var starts = new int[index.terms() + 1];
        var whole = new int[learntWeights.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Math.clamp(Math.round(learntWeights[i] / STEP), Short.MIN_VALUE, Short.MAX_VALUE);
            starts[i / labels.length + 1] += whole[i] == 0 ? 0 : 1;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var spokenFor = new short[starts[index.terms()]];
        var weights = new short[spokenFor.length];
        int at = 0;
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] != 0) {
                spokenFor[at] = (short) labels[i % labels.length];
                weights[at++] = (short) whole[i];
            }
        }
        return new Classifier(index.targets(), starts, spokenFor, weights);
    }

    /// How much the words of a question speak for each target, by its number.
    float[] scores(List<Term> question) {
        var scores = new float[targets];
        double square = 0;
        for (var term : question) {
            if (term.id() >= 0) {
                square += term.weight() * term.weight();
                for (int i = starts[term.id()]; i < starts[term.id() + 1]; i++) {
                    scores[spokenFor[i]] += weights[i] * (float) term.weight();
                }
            }
        }
        float unit = square == 0 ? 0 : (float) (STEP / Math.sqrt(square));
        for (int target = 0; target < targets; target++) {
            scores[target] *= unit;
        }
        return scores;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(targets);
        Packing.write(out, starts);
        Packing.write(out, spokenFor);
        Packing.write(out, weights);
    }

    static Classifier read(ByteBuffer bytes) {
        return new Classifier(bytes.getInt(), Packing.ints(bytes), Packing.shorts(bytes),
                Packing.shorts(bytes));
    }
}
