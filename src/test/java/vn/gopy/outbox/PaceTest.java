package vn.gopy.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How fast a channel may be written to.
class PaceTest {
    @Test
    void one_address_may_have_a_burst_of_three_then_one_a_second() {
        var pace = new Pace(0, 1, 3);

        assertEquals(Duration.ZERO, pace.reserve("a", 0));
        assertEquals(Duration.ZERO, pace.reserve("a", 0));
        assertEquals(Duration.ZERO, pace.reserve("a", 0));
        assertEquals(Duration.ofSeconds(1), pace.reserve("a", 0));
        assertEquals(Duration.ofSeconds(2), pace.reserve("a", 0));
        assertEquals(Duration.ZERO, pace.reserve("b", 0));
    }

    @Test
    void an_address_that_was_quiet_may_burst_again() {
        var pace = new Pace(0, 1, 3);
        for (int i = 0; i < 4; i++) {
            pace.reserve("a", 0);
        }

        assertEquals(Duration.ZERO, pace.reserve("a", Duration.ofSeconds(10).toNanos()));
    }

    @Test
    void all_addresses_together_get_so_many_a_second() {
        var pace = new Pace(25, 1, 3);
        long now = 0;
        int sentInFirstTenSeconds = 0;
        for (int i = 0; i < 1_000; i++) {
            var wait = pace.reserve("chat" + i, now);
            if (wait.compareTo(Duration.ofSeconds(10)) < 0) {
                sentInFirstTenSeconds++;
            }
        }

        assertTrue(sentInFirstTenSeconds <= 25 * 11, () -> "too many");
        assertTrue(sentInFirstTenSeconds >= 25 * 10, () -> "too few");
    }

    @Test
    void who_will_not_wait_takes_no_place_from_those_who_come_later() {
        var pace = new Pace(0, 1, 3);
        for (int i = 0; i < 100; i++) {
            assertEquals(i < 3, pace.take("a", 0));
        }

        assertTrue(pace.take("a", Duration.ofSeconds(1).toNanos()));
    }

    @Test
    void no_limit_never_waits() {
        var pace = Pace.unlimited();

        for (int i = 0; i < 1_000; i++) {
            assertEquals(Duration.ZERO, pace.reserve("a", 0));
        }
    }
}
