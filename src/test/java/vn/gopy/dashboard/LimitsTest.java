package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.release.Count;
import vn.gopy.release.Rule;
import vn.gopy.release.Share;

/// The funnel says of every possible unit what the interval says.
final class LimitsTest {
    private static final Rule RULE = new Rule(10, 5);

    private static Share share(int part, int base) {
        return Share.of(new Count.Of(part), new Count.Of(base), RULE).orElseThrow();
    }

    @Test
    void a_unit_lies_outside_the_funnel_exactly_when_its_interval_does_not_touch_the_province_s() {
        int outside = 0;
        for (var whole : List.of(share(900, 2400), share(50, 100), share(1150, 1200), share(100, 4000))) {
            var limits = new Limits(whole, RULE);
            for (int n = 35; n <= 600; n += 5) {
                for (int part = 0; part <= n; part += 5) {
                    double exact = 100.0 * part / n;
                    boolean drawnOutside = (exact >= limits.upper(n) && limits.upper(n) < 100)
                            || (exact <= limits.lower(n) && limits.lower(n) > 0);
                    boolean apart = share(part, n).differsFrom(whole);

                    assertEquals(apart, drawnOutside, part + " of " + n + " against " + whole);
                    outside += apart ? 1 : 0;
                }
            }
        }
        assertTrue(outside > 1000, "only " + outside);
    }

    @Test
    void the_funnel_narrows_with_more_people() {
        var limits = new Limits(share(900, 2400), RULE);

        for (int n = 35; n < 1000; n += 5) {
            assertTrue(limits.upper(n) > limits.upper(n + 5) && limits.lower(n) < limits.lower(n + 5),
                    "" + n);
        }
    }
}
