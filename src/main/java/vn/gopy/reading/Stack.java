package vn.gopy.reading;

import java.nio.ByteBuffer;
import java.util.List;

/// The second layer: what the classifiers of all tasks say is weighed once more, together (stacked
/// generalisation, Wolpert 1992). That a message is a question, or about a bridge, tells something of its
/// mood; and scores of a long message mean other things than those of three words.
final class Stack {
    private static final List<Task> TASKS = List.of(Task.values());
    private static final int MOODS = Task.MOOD.labels().size();
    /// The raw scores, the shares they stand for, the length, how much of it is known, and the moods' scores
    /// by length.
    static final int INPUTS = 2 * Model.WIDTH + 2 + MOODS;
    /// The place of the biases, after the inputs.
    static final int BIAS = INPUTS;
    static final int WEIGHTS = Model.WIDTH * (INPUTS + 1);

    /// The logarithms of the usual lengths, which take longer to work out than all the rest.
    private static final float[] LENGTHS = lengths();

    private final float[] weights;

    /// @param weights a row for each input, then one of biases: a weight for each label of each task (see
    ///                [#place(int, int)])
    Stack(float[] weights) {
        this.weights = weights.clone();
    }

    private static float[] lengths() {
        var lengths = new float[Features.MOST_TOKENS];
        for (int tokens = 0; tokens < lengths.length; tokens++) {
            lengths[tokens] = (float) Math.log1p(tokens);
        }
        return lengths;
    }

    /// Lets the scores of the first layer through as they are.
    static Stack silent() {
        var weights = new float[WEIGHTS];
        for (int column = 0; column < Model.WIDTH; column++) {
            weights[place(column, column)] = 1;
        }
        return new Stack(weights);
    }

    /// Where the weight of an input for a label's column stands. Those of one input stand together, so that all
    /// labels are summed up side by side.
    static int place(int input, int column) {
        return input * Model.WIDTH + column;
    }

    static Stack read(ByteBuffer bytes) {
        var weights = new float[WEIGHTS];
        for (int i = 0; i < WEIGHTS; i++) {
            weights[i] = bytes.getFloat();
        }
        return new Stack(weights);
    }

    float[] weights() {
        return weights.clone();
    }

    /// What the second layer sees of a message.
    ///
    /// @param raw    the scores of the first layer
    /// @param tokens how long the message is
    /// @param known  the part of its features that have weights, 0 to 1
    static float[] inputs(float[] raw, int tokens, float known) {
        var inputs = new float[INPUTS];
        System.arraycopy(raw, 0, inputs, 0, Model.WIDTH);
        System.arraycopy(raw, 0, inputs, Model.WIDTH, Model.WIDTH);
        for (var task : TASKS) {
            Model.softmax(inputs, Model.WIDTH + Model.column(task), task.labels().size());
        }
        float length = tokens < LENGTHS.length ? LENGTHS[tokens] : (float) Math.log1p(tokens);
        inputs[2 * Model.WIDTH] = length;
        inputs[2 * Model.WIDTH + 1] = known;
        for (int mood = 0; mood < MOODS; mood++) {
            inputs[2 * Model.WIDTH + 2 + mood] = raw[mood] * length;
        }
        return inputs;
    }

    /// The scores of all labels of all tasks.
    float[] scores(float[] inputs) {
        var scores = new float[Model.WIDTH];
        System.arraycopy(weights, place(BIAS, 0), scores, 0, Model.WIDTH);
        for (int input = 0; input < INPUTS; input++) {
            float number = inputs[input];
            int row = place(input, 0);
            for (int column = 0; column < Model.WIDTH; column++) {
                scores[column] += number * weights[row + column];
            }
        }
        return scores;
    }
}
