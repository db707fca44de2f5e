package vn.gopy.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait between attempts: the example schedule of Standard Webhooks, give or take a fifth, so
/// that what failed together does not come back together (contracts.md W5). The last attempt is about three
/// days after the first.
final class Ladder {
    static final List<Duration> STEPS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
            Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));

    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Ladder(RandomGenerator random) {
        this.random = random;
    }

    /// The wait after one more attempt has failed, `before` having failed already; empty when it is time to
    /// give up.
    Optional<Duration> after(int before) {
        if (before >= STEPS.size()) {
            return Optional.empty();
        }
        double factor = random.nextDouble(1 - JITTER, 1 + JITTER);
        return Optional.of(Duration.ofMillis(Math.round(STEPS.get(before).toMillis() * factor)));
    }
}
