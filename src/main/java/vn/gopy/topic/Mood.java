package vn.gopy.topic;

import java.util.Arrays;
import java.util.Optional;

/// How a resident says they feel, by their own tap: 1 very dissatisfied to 5 very satisfied.
public enum Mood {
    VERY_DISSATISFIED(1), DISSATISFIED(2), NEUTRAL(3), SATISFIED(4), VERY_SATISFIED(5);

    private final int value;

    Mood(int value) {
        this.value = value;
    }

    /// The three groups that figures show: 1–2, 3, 4–5.
    public enum Group {
        DISSATISFIED, NEUTRAL, SATISFIED
    }

    /// 1 to 5, as stored.
    public int value() {
        return value;
    }

    public Group group() {
        return switch (this) {
            case VERY_DISSATISFIED, DISSATISFIED -> Group.DISSATISFIED;
            case NEUTRAL -> Group.NEUTRAL;
            case SATISFIED, VERY_SATISFIED -> Group.SATISFIED;
        };
    }

    public static Optional<Mood> of(int value) {
        return Arrays.stream(values()).filter(mood -> mood.value == value).findFirst();
    }
}
