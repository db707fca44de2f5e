package vn.gopy.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.gopy.fakes.SettableClock;

/// How much counters rose lately.
class TidesTest {
    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final Metrics metrics = new Metrics();

    @Test
    void a_counter_is_told_by_the_last_hour_and_the_last_day() {
        count(3);
        var tides = new Tides(metrics, clock);
        for (int hour = 1; hour <= 30; hour++) {
            count(hour);
            pass(tides, Duration.ofHours(1));
        }
        metrics.count("other");

        assertEquals(30, tides.rose(Duration.ofHours(1), name -> name.startsWith("heard")));
        assertEquals(24 * (7 + 30) / 2, tides.rose(Duration.ofDays(1), name -> name.startsWith("heard")));
        assertEquals(0, tides.rose(Duration.ofDays(1), name -> name.startsWith("nothing")));
    }

    @Test
    void a_young_house_tells_what_came_since_it_was_opened() {
        count(5);
        var tides = new Tides(metrics, clock);
        count(2);
        pass(tides, Duration.ofMinutes(10));

        assertEquals(2, tides.rose(Duration.ofHours(1), name -> name.startsWith("heard")));
    }

    private void count(int times) {
        for (int i = 0; i < times; i++) {
            metrics.count("heard{as=\"recorded\"}");
        }
    }

    private void pass(Tides tides, Duration time) {
        for (var left = time; left.isPositive(); left = left.minus(Duration.ofMinutes(5))) {
            clock.pass(Duration.ofMinutes(5));
            tides.mark();
        }
    }
}
