package vn.gopy.reading;

/// What a model that had not heard its voice said of an example: the numbers of one of its layers.
final class Said {
    private final Example example;
    private final float[] numbers;

    Said(Example example, float[] numbers) {
        this.example = example;
        this.numbers = numbers;
    }

    Example example() {
        return example;
    }

    float number(int place) {
        return numbers[place];
    }

    /// The same example with what the second layer makes of the first.
    Said through(Stack stack) {
        return new Said(example, stack.scores(numbers));
    }

    /// The shares of a task's labels, the numbers being scores.
    Scores scores(Task task, float temperature) {
        return Model.scores(task, numbers, temperature);
    }
}
