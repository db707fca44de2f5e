package vn.gopy.reading;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.stream.IntStream;

/// Learns the second layer from what first layers said of voices they had not heard: a logistic regression
/// for each label, on inputs of mean 0 and spread 1.
final class StackTrainer {
    private static final double COST = 0.15;
    private static final double ENOUGH = 0.005;
    private static final int INPUTS = Stack.INPUTS;
    private static final String PRAISE = "pos";
    private static final String BLAME = "neg";
    /// The part of the odds between blame and praise that the corpus alone would add to their scores.
    private static final double LEFT = 0.6;
    /// The first layer, which tells praise and blame alike, has a part in the mood of its own.
    private static final float FIRST = 0.5f;
    /// How much nearer to each other the first layer's scores of moods lie than the second's.
    private static final float SPREAD = 1.3f;

    private final List<Said> heard;
    private final double[] means = new double[INPUTS];
    private final double[] spreads = new double[INPUTS];

    StackTrainer(List<Said> heard) {
        Linear.disableDebugOutput();
        this.heard = heard;
        for (int i = 0; i < INPUTS; i++) {
            int input = i;
            var values = heard.stream().mapToDouble(one -> one.number(input)).summaryStatistics();
            means[i] = values.getAverage();
            double squares = heard.stream()
                    .mapToDouble(one -> Math.pow(one.number(input) - means[input], 2)).sum();
            spreads[i] = Math.sqrt(squares / heard.size()) + 1e-6;
        }
    }

    Stack train() {
        var vectors = heard.stream().map(this::vector).toArray(Feature[][]::new);
        var rows = new double[Model.WIDTH][];
        for (var task : Task.values()) {
            int first = Model.column(task);
            IntStream.range(0, task.labels().size()).parallel()
                    .forEach(label -> rows[first + label] = against(task, task.labels().get(label), vectors));
        }
        var weights = new float[Stack.WEIGHTS];
        for (int column = 0; column < Model.WIDTH; column++) {
            unscaled(rows[column], weights, column);
        }
        expectAlike(weights);
        blendMoods(weights);
        return new Stack(weights);
    }

    /// Moves the biases of praise and blame to their middle: that the corpus holds more blame does not make it
    /// likelier.
    private void expectAlike(float[] weights) {
        double more = LEFT * Math.log((heard(BLAME) + 1.0) / (heard(PRAISE) + 1.0)) / 2;
        weights[bias(BLAME)] -= (float) more;
        weights[bias(PRAISE)] += (float) more;
    }

    private long heard(String mood) {
        return heard.stream().filter(one -> one.example().label(Task.MOOD).equals(mood)).count();
    }

    private static int bias(String mood) {
        int column = Model.column(Task.MOOD) + Task.MOOD.labels().indexOf(mood);
        return Stack.place(Stack.BIAS, column);
    }

    private static void blendMoods(float[] weights) {
        int first = Model.column(Task.MOOD);
        for (int column = first; column < first + Task.MOOD.labels().size(); column++) {
            for (int i = 0; i <= INPUTS; i++) {
                weights[Stack.place(i, column)] *= 1 - FIRST;
            }
            weights[Stack.place(column, column)] += FIRST * SPREAD;
        }
    }

    /// The inputs, and a last one that is always 1.
    private Feature[] vector(Said one) {
        var vector = new Feature[INPUTS + 1];
        for (int i = 0; i < INPUTS; i++) {
            vector[i] = new FeatureNode(i + 1, (one.number(i) - means[i]) / spreads[i]);
        }
        vector[INPUTS] = new FeatureNode(INPUTS + 1, 1);
        return vector;
    }

    private double[] against(Task task, String label, Feature[][] vectors) {
        var problem = new Problem();
        problem.l = vectors.length;
        problem.n = INPUTS + 1;
        problem.bias = 1;
        problem.x = vectors;
        problem.y = heard.stream().mapToDouble(one -> one.example().isRight(task, label) ? 1 : -1).toArray();
        var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, ENOUGH));
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        var weights = model.getFeatureWeights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= sign;
        }
        return weights;
    }

    /// Means and spreads are packed into the weights.
    private void unscaled(double[] row, float[] weights, int column) {
        double bias = row[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            weights[Stack.place(i, column)] = (float) (row[i] / spreads[i]);
            bias -= row[i] * means[i] / spreads[i];
        }
        weights[Stack.place(Stack.BIAS, column)] = (float) bias;
    }
}
