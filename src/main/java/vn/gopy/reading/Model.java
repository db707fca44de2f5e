package vn.gopy.reading;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import vn.gopy.text.LongTable;

/// The linear classifiers of all tasks in one table.
///
/// A row holds the weights of one feature for every label of every task, side by side, so that a feature is
/// looked up once. A rare feature counts more than a common one; what it is worth is part of its weights. A
/// score is the sum of the weights of a message's features, divided by the length of the vector of what they are worth, plus a bias; a softmax at the task's
/// temperature makes it a share. Weights are 16-bit whole numbers times a scale a label.
final class Model {
    static final int WIDTH = width();
    private static final Map<Task, Integer> COLUMNS = columns();

    private final LongTable keys;
    private final short[] weights;
    private final float[] lengths;
    private final Lexicon lexicon;
    private final float[] scales;
    private final float[] biases;
    private final Stack stack;
    private final Map<Task, Float> temperatures;
    private final Map<Task, Float> thresholds;

    Model(Table table, Lexicon lexicon, Settled settled) {
        this.keys = LongTable.of(table.keys);
        this.weights = table.weights;
        this.lengths = table.lengths;
        this.lexicon = lexicon;
        this.scales = settled.scales().clone();
        this.biases = settled.biases().clone();
        this.stack = settled.stack();
        this.temperatures = new EnumMap<>(settled.temperatures());
        this.thresholds = new EnumMap<>(settled.thresholds());
    }

    /// The rows: a key each, what it adds to the square of a message's length, and its weights.
    static final class Table {
        final long[] keys;
        final float[] lengths;
        final short[] weights;

        Table(long[] keys, float[] lengths, short[] weights) {
            this.keys = keys;
            this.lengths = lengths;
            this.weights = weights;
        }
    }

    /// What was settled after the weights: a scale and a bias a label, the second layer, a temperature and a
    /// threshold a task.
    static final class Settled {
        private final float[] scales;
        private final float[] biases;
        private final Stack stack;
        private final Map<Task, Float> temperatures;
        private final Map<Task, Float> thresholds;

        Settled(float[] scales, float[] biases, Stack stack, Map<Task, Float> temperatures,
                Map<Task, Float> thresholds) {
            this.scales = scales.clone();
            this.biases = biases.clone();
            this.stack = stack;
            this.temperatures = Map.copyOf(temperatures);
            this.thresholds = Map.copyOf(thresholds);
        }

        float[] scales() {
            return scales;
        }

        float[] biases() {
            return biases;
        }

        Stack stack() {
            return stack;
        }

        Map<Task, Float> temperatures() {
            return temperatures;
        }

        Map<Task, Float> thresholds() {
            return thresholds;
        }
    }

    /// The first column of a task's labels.
    static int column(Task task) {
        return Objects.requireNonNull(COLUMNS.get(task), "column");
    }

    private static Map<Task, Integer> columns() {
        var columns = new EnumMap<Task, Integer>(Task.class);
        int column = 0;
        for (var task : Task.values()) {
            columns.put(task, column);
            column += task.labels().size();
        }
        return columns;
    }

    private static int width() {
        int width = 0;
        for (var task : Task.values()) {
            width += task.labels().size();
        }
        return width;
    }

    /// The raw scores of all labels of all tasks.
    float[] raw(Tokens tokens) {
        return stack.scores(inputs(tokens));
    }

    /// What the first layer says, for the second one.
    float[] inputs(Tokens tokens) {
        var features = Features.of(tokens, lexicon);
        var sums = new float[WIDTH];
        float square = 0;
        int known = 0;
        for (int i = 0; i < features.size(); i++) {
            int place = keys.get(features.key(i));
            if (place < 0) {
                continue;
            }
            known += i < features.plain() ? 1 : 0;
            square += lengths[place];
            int row = place * WIDTH;
            for (int column = 0; column < WIDTH; column++) {
                sums[column] += weights[row + column];
            }
        }
        float norm = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int column = 0; column < WIDTH; column++) {
            sums[column] = sums[column] * scales[column] * norm + biases[column];
        }
        return Stack.inputs(sums, tokens.size(), (float) known / Math.max(1, features.plain()));
    }

    /// The shares of a task's labels from its raw scores.
    Scores scores(Task task, float[] raw) {
        return scores(task, raw, temperatures.getOrDefault(task, 1f));
    }

    static Scores scores(Task task, float[] raw, float temperature) {
        int first = column(task);
        var shares = new float[task.labels().size()];
        for (int label = 0; label < shares.length; label++) {
            shares[label] = raw[first + label] / temperature;
        }
        softmax(shares, 0, shares.length);
        return new Scores(task, shares);
    }

    /// Turns scores into shares of one, where they stand.
    static void softmax(float[] numbers, int first, int labels) {
        float top = Float.NEGATIVE_INFINITY;
        for (int i = first; i < first + labels; i++) {
            top = Math.max(top, numbers[i]);
        }
        float sum = 0;
        for (int i = first; i < first + labels; i++) {
            numbers[i] = (float) Math.exp(numbers[i] - top);
            sum += numbers[i];
        }
        for (int i = first; i < first + labels; i++) {
            numbers[i] /= sum;
        }
    }

    /// The least sureness at which a guess of this task is given; for urgent, toxic and crisis, the share of
    /// "yes".
    float threshold(Task task) {
        return thresholds.getOrDefault(task, 0f);
    }

    /// How many features have weights.
    int size() {
        return weights.length / WIDTH;
    }
}
