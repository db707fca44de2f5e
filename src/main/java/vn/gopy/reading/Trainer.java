package vn.gopy.reading;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import vn.gopy.text.Folded;

/// Learns the linear classifiers from examples: one against the rest, rarer labels weighted up. The same
/// examples give the same model, bit by bit.
final class Trainer {
    private static final double COST = 2.0;
    private static final double ENOUGH = 0.02;

    private final List<Example> examples = new ArrayList<>();
    private final List<Features> read = new ArrayList<>();
    private final Map<Long, Integer> rows = new HashMap<>();
    private final Feature[][] vectors;

    Trainer(List<Example> originals) {
        Linear.disableDebugOutput();
        for (var example : originals) {
            add(example, example.text());
            Noise.copies(example.text()).forEach(copy -> add(example, copy));
        }
        choose();
        vectors = read.stream().map(this::vector).toArray(Feature[][]::new);
    }

    private void add(Example example, String text) {
        examples.add(example);
        read.add(Features.of(new Tokens(Folded.of(text))));
    }

    /// Every feature gets a row, in the order of the keys.
    private void choose() {
        read.stream().flatMapToLong(features -> LongStream.range(0, features.size())
                .map(index -> features.key((int) index))).sorted().distinct()
                .forEach(key -> rows.put(key, rows.size()));
    }

    private Feature[] vector(Features features) {
        var counts = new HashMap<Integer, Integer>();
        int known = 0;
        for (int f = 0; f < features.size(); f++) {
            var row = rows.get(features.key(f));
            if (row != null) {
                counts.merge(row, 1, Integer::sum);
                known++;
            }
        }
        double norm = known == 0 ? 0 : 1 / Math.sqrt(known);
        return counts.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(count -> new FeatureNode(count.getKey() + 1, count.getValue() * norm))
                .toArray(Feature[]::new);
    }

    /// Learns every task. Temperatures are 1 and thresholds 0 until they are settled on other examples.
    ModelFile train() {
        var columns = new double[Model.WIDTH][];
        for (var task : Task.values()) {
            int first = Model.column(task);
            boolean yesNo = task.labels().size() == 2;
            for (int label = yesNo ? 1 : 0; label < task.labels().size(); label++) {
                columns[first + label] = against(task, task.labels().get(label));
            }
            if (yesNo) {
                columns[first] = new double[rows.size() + 1];
            }
        }
        return packed(columns);
    }

    private double[] against(Task task, String label) {
        var kept = new ArrayList<Feature[]>();
        var targets = new ArrayList<Double>();
        for (int i = 0; i < vectors.length; i++) {
            if (!examples.get(i).tellsOf(task)) {
                continue;
            }
            boolean right = examples.get(i).isRight(task, label);
            kept.add(vectors[i]);
            targets.add(right ? 1.0 : -1.0);
        }
        double yes = targets.stream().filter(target -> target > 0).count();
        if (yes == 0) {
            return new double[rows.size() + 1];
        }
        var problem = new Problem();
        problem.l = kept.size();
        problem.n = rows.size() + 1;
        problem.bias = 1;
        problem.x = kept.stream().map(this::withBias).toArray(Feature[][]::new);
        problem.y = targets.stream().mapToDouble(Double::doubleValue).toArray();
        var parameter = new Parameter(SolverType.L2R_LR, COST, ENOUGH);
        double weight = Math.sqrt((problem.l - yes) / yes);
        parameter.setWeights(new double[]{Math.max(1, weight), 1}, new int[]{1, -1});
        var model = Linear.train(problem, parameter);
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(weightOf -> weightOf * sign).toArray();
    }

    private Feature[] withBias(Feature[] vector) {
        var longer = Arrays.copyOf(vector, vector.length + 1);
        longer[vector.length] = new FeatureNode(rows.size() + 1, 1);
        return longer;
    }

    private ModelFile packed(double[][] columns) {
        var weights = new short[rows.size() * Model.WIDTH];
        var scales = new float[Model.WIDTH];
        var biases = new float[Model.WIDTH];
        for (int column = 0; column < Model.WIDTH; column++) {
            double most = 1e-9;
            for (int row = 0; row < rows.size(); row++) {
                most = Math.max(most, Math.abs(columns[column][row]));
            }
            scales[column] = (float) (most / Short.MAX_VALUE);
            biases[column] = (float) columns[column][rows.size()];
            for (int row = 0; row < rows.size(); row++) {
                weights[row * Model.WIDTH + column] = (short) Math
                        .round(columns[column][row] / scales[column]);
            }
        }
        return new ModelFile(keys(), weights, new Model.Settled(scales, biases, all(1), all(0)));
    }

    private long[] keys() {
        var keys = new long[rows.size()];
        rows.forEach((key, row) -> keys[row] = key);
        return keys;
    }

    private static Map<Task, Float> all(float value) {
        Map<Task, Float> same = new EnumMap<>(Task.class);
        for (var task : Task.values()) {
            same.put(task, value);
        }
        return same;
    }
}
