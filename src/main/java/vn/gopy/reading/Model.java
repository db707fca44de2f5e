package vn.gopy.reading;

import java.util.EnumMap;
import java.util.Map;

/// The linear classifiers of all tasks in one table.
///
/// A row holds the weights of one feature for every label of every task, side by side, so that a feature is
/// looked up once. Rows are found by open addressing on the feature's key. A score is the mean weight of a
/// message's features, divided by the root of their number instead of the number (that is: the features have
/// length one), plus a bias; a softmax at the task's temperature makes it a share. Weights are 16-bit whole
/// numbers times a scale a label.
final class Model {
    static final int WIDTH = width();

    private final long[] slots;
    private final int[] rows;
    private final short[] weights;
    private final float[] scales;
    private final float[] biases;
    private final Map<Task, Float> temperatures;
    private final Map<Task, Float> thresholds;

    Model(long[] keys, short[] weights, Settled settled) {
        this.weights = weights;
        this.scales = settled.scales().clone();
        this.biases = settled.biases().clone();
        this.temperatures = new EnumMap<>(settled.temperatures());
        this.thresholds = new EnumMap<>(settled.thresholds());
        int size = Integer.highestOneBit(Math.max(keys.length, 8)) * 4;
        this.slots = new long[size];
        this.rows = new int[size];
        for (int row = 0; row < keys.length; row++) {
            int slot = slot(keys[row]);
            slots[slot] = keys[row];
            rows[slot] = row;
        }
    }

    /// What was settled after the weights: a scale and a bias a label, a temperature and a threshold a task.
    static final class Settled {
        private final float[] scales;
        private final float[] biases;
        private final Map<Task, Float> temperatures;
        private final Map<Task, Float> thresholds;

        Settled(float[] scales, float[] biases, Map<Task, Float> temperatures, Map<Task, Float> thresholds) {
            this.scales = scales.clone();
            this.biases = biases.clone();
            this.temperatures = Map.copyOf(temperatures);
            this.thresholds = Map.copyOf(thresholds);
        }

        float[] scales() {
            return scales;
        }

        float[] biases() {
            return biases;
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
        int column = 0;
        for (var before : Task.values()) {
            if (before == task) {
                return column;
            }
            column += before.labels().size();
        }
        throw new IllegalArgumentException("no task " + task);
    }

    private static int width() {
        int width = 0;
        for (var task : Task.values()) {
            width += task.labels().size();
        }
        return width;
    }

    private int slot(long key) {
        int slot = (int) (Long.rotateLeft(key * 0x9E3779B97F4A7C15L, 24) & slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /// The raw scores of all labels of all tasks.
    float[] raw(Features features) {
        var sums = new float[WIDTH];
        int known = 0;
        for (int i = 0; i < features.size(); i++) {
            int slot = slot(features.key(i));
            if (slots[slot] == 0) {
                continue;
            }
            known++;
            int row = rows[slot] * WIDTH;
            for (int column = 0; column < WIDTH; column++) {
                sums[column] += weights[row + column];
            }
        }
        float norm = known == 0 ? 0 : (float) (1 / Math.sqrt(known));
        for (int column = 0; column < WIDTH; column++) {
            sums[column] = sums[column] * scales[column] * norm + biases[column];
        }
        return sums;
    }

    /// The shares of a task's labels from its raw scores.
    Scores scores(Task task, float[] raw) {
        int first = column(task);
        var shares = new float[task.labels().size()];
        softmax(raw, first, shares, temperatures.getOrDefault(task, 1f));
        return new Scores(task, shares);
    }

    static void softmax(float[] raw, int first, float[] shares, float temperature) {
        float top = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            top = Math.max(top, raw[first + i]);
        }
        float sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) Math.exp((raw[first + i] - top) / temperature);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
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
