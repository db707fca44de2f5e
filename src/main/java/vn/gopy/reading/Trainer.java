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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.gopy.text.Folded;

/// Learns the linear classifiers from examples: one against the rest, rarer labels weighted up. That the
/// corpus holds more blame than praise does not make blame likelier. The same examples give the same model,
/// bit by bit.
final class Trainer {
    private static final double COST = 12.0;
    private static final double ENOUGH = 0.02;
    /// How much a feature's telling apart of a topic is trusted before learning, as a power.
    private static final double TELLING = 0.3;
    private static final String PRAISE = "pos";
    private static final String BLAME = "neg";
    /// The part of a label's odds that weighting it up by the root leaves in its score.
    private static final double LEFT = 0.5;

    private final List<Example> examples = new ArrayList<>();
    private final Lexicon lexicon;
    private final Vocabulary vocabulary;
    private final Feature[][] vectors;
    private final Feature[][] plain;

    Trainer(List<Example> originals) {
        Linear.disableDebugOutput();
        lexicon = Lexicon.of(originals);
        var read = new ArrayList<Features>();
        for (var example : originals) {
            var texts = new ArrayList<>(Noise.copies(example.text()));
            texts.addFirst(example.text());
            for (var text : texts) {
                examples.add(example);
                read.add(Features.of(new Tokens(Folded.of(text)),
                        example.isNobodys() ? Lexicon.EMPTY : lexicon));
            }
        }
        vocabulary = new Vocabulary(among(read, false), among(read, true));
        vectors = read.stream().map(vocabulary::vector).toArray(Feature[][]::new);
        plain = Arrays.stream(vectors).map(vocabulary::plain).toArray(Feature[][]::new);
    }

    private List<Features> among(List<Features> read, boolean nobodys) {
        return IntStream.range(0, read.size()).filter(i -> examples.get(i).isNobodys() == nobodys)
                .mapToObj(read::get).toList();
    }

    /// Learns every task. The second layer is silent, temperatures are 1 and thresholds 0 until they are settled on other examples.
    ModelFile train() {
        var columns = new double[Model.WIDTH][vocabulary.size() + 1];
        for (var task : Task.values()) {
            int first = Model.column(task);
            boolean yesNo = task.labels().size() == 2;
            IntStream.range(yesNo ? 1 : 0, task.labels().size()).parallel()
                    .forEach(label -> columns[first + label] = against(task, task.labels().get(label)));
        }
        expectAlike(columns);
        return packed(columns);
    }

    /// Moves the biases of praise and blame to their middle, as if both had been heard equally often.
    private void expectAlike(double[][] columns) {
        double more = LEFT * Math.log((heard(BLAME) + 1.0) / (heard(PRAISE) + 1.0)) / 2;
        columns[column(BLAME)][vocabulary.size()] -= more;
        columns[column(PRAISE)][vocabulary.size()] += more;
    }

    private long heard(String mood) {
        return examples.stream().filter(example -> example.label(Task.MOOD).equals(mood)).count();
    }

    private static int column(String mood) {
        return Model.column(Task.MOOD) + Task.MOOD.labels().indexOf(mood);
    }

    /// The weights of one label against the others of its task, the bias last. Danger and insults are told
    /// by the plain features alone.
    private double[] against(Task task, String label) {
        var all = switch (task) {
            case MOOD, TOPIC, INTENT -> vectors;
            case URGENT, TOXIC, CRISIS -> plain;
        };
        var kept = IntStream.range(0, all.length).filter(i -> examples.get(i).tellsOf(task)).toArray();
        var targets = Arrays.stream(kept).mapToDouble(i -> examples.get(i).isRight(task, label) ? 1 : -1)
                .toArray();
        var problem = new Problem();
        problem.l = kept.length;
        problem.n = vocabulary.size() + 1;
        problem.bias = 1;
        problem.x = Arrays.stream(kept).mapToObj(i -> all[i]).toArray(Feature[][]::new);
        problem.y = targets;
        if (Arrays.stream(targets).noneMatch(target -> target > 0)) {
            return new double[problem.n];
        }
        var telling = new double[problem.n];
        Arrays.fill(telling, 1);
        if (task == Task.TOPIC) {
            telling = telling(problem);
            scale(problem, telling);
        }
        var weights = learned(problem);
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= telling[row];
        }
        return weights;
    }

    private static double[] learned(Problem problem) {
        double yes = Arrays.stream(problem.y).filter(target -> target > 0).count();
        var parameter = new Parameter(SolverType.L2R_LR, COST, ENOUGH);
        double weight = Math.sqrt((problem.l - yes) / yes);
        parameter.setWeights(new double[]{Math.max(1, weight), 1}, new int[]{1, -1});
        var model = Linear.train(problem, parameter);
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(weightOf -> weightOf * sign).toArray();
    }

    /// How far each feature's share among the right examples lies from that among the others.
    private static double[] telling(Problem problem) {
        var counts = new double[2][problem.n];
        var all = new double[2];
        for (int i = 0; i < problem.l; i++) {
            int side = problem.y[i] > 0 ? 1 : 0;
            all[side]++;
            for (var feature : problem.x[i]) {
                counts[side][feature.getIndex() - 1]++;
            }
        }
        var telling = new double[problem.n];
        for (int row = 0; row < telling.length - 1; row++) {
            double right = (counts[1][row] + 1) / (all[1] + 2);
            double wrong = (counts[0][row] + 1) / (all[0] + 2);
            telling[row] = Math.pow(Math.abs(Math.log(right / wrong)), TELLING);
        }
        telling[telling.length - 1] = 1;
        return telling;
    }

    private static void scale(Problem problem, double[] factors) {
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = Arrays.stream(problem.x[i]).map(feature -> new FeatureNode(feature.getIndex(),
                    feature.getValue() * factors[feature.getIndex() - 1])).toArray(Feature[]::new);
        }
    }

    /// What a feature is worth is packed into its weights.
    private ModelFile packed(double[][] columns) {
        int size = vocabulary.size();
        var weights = new short[size * Model.WIDTH];
        var scales = new float[Model.WIDTH];
        var biases = new float[Model.WIDTH];
        for (int column = 0; column < Model.WIDTH; column++) {
            double most = 1e-9;
            for (int row = 0; row < size; row++) {
                columns[column][row] *= vocabulary.worth(row);
                most = Math.max(most, Math.abs(columns[column][row]));
            }
            scales[column] = (float) (most / Short.MAX_VALUE);
            biases[column] = (float) columns[column][size];
            for (int row = 0; row < size; row++) {
                weights[row * Model.WIDTH + column] = (short) Math
                        .round(columns[column][row] / scales[column]);
            }
        }
        var lengths = new float[size];
        for (int row = 0; row < size; row++) {
            lengths[row] = vocabulary.length(row);
        }
        return new ModelFile(new Model.Table(vocabulary.keys(), lengths, weights), lexicon,
                new Model.Settled(scales, biases, Stack.silent(), all(1), all(0)));
    }

    private static Map<Task, Float> all(float value) {
        Map<Task, Float> same = new EnumMap<>(Task.class);
        for (var task : Task.values()) {
            same.put(task, value);
        }
        return same;
    }
}
