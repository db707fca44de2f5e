package vn.gopy.release;

import java.util.Optional;

/// The themes that residents wait to have answered, for the pages.
@FunctionalInterface
public interface OwedAnswers {
    /// Themes in all, answered, waiting, and past the deadline that the office set itself.
    record Owed(int themes, int answered, int waiting, int late) {}

    /// Empty when nobody answers themes yet: pages then say so and show no zero.
    Optional<Owed> in(Area area, Period period);
}
