package vn.gopy.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// When a failed event is tried again.
class LadderTest {
    private final Ladder ladder = new Ladder(new SplittableRandom(7));

    @Test
    void it_climbs_from_seconds_to_a_day_and_ends() {
        assertEquals(Duration.ofSeconds(5), Ladder.STEPS.getFirst());
        assertEquals(Duration.ofHours(24), Ladder.STEPS.getLast());
        assertTrue(ladder.after(8).isPresent());
        assertEquals(Optional.empty(), ladder.after(9));
        assertEquals(Optional.empty(), ladder.after(1_000));
    }

    @Test
    void each_wait_is_within_a_fifth_of_its_step_and_none_is_like_the_other() {
        for (int step = 0; step < Ladder.STEPS.size(); step++) {
            int before = step;
            long millis = Ladder.STEPS.get(step).toMillis();
            var waits = IntStream.range(0, 200).mapToLong(_ -> ladder.after(before).orElseThrow().toMillis())
                    .toArray();
            for (long wait : waits) {
                assertTrue(wait >= millis * 0.8 && wait <= millis * 1.2, step + ": " + wait);
            }
            assertTrue(Arrays.stream(waits).distinct().count() > 100);
        }
    }
}
