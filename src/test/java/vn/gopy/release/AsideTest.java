package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Counts beside releases are hidden and rounded as those within are.
class AsideTest {
    private static final Rule RULE = new Rule(10, 5);
    private static final Period MONTH = Period.containing(Period.Kind.MONTH,
            Instant.parse("2026-11-15T00:00:00Z"), ZoneOffset.UTC);
    private static final Count HIDDEN = new Count.Hidden();

    private static Aside.Shown shown(Integer... counts) {
        return Aside.of(RULE, MONTH, List.of(counts));
    }

    @Test
    void all_that_is_large_is_shown_rounded() {
        assertEquals(
                new Aside.Shown(new Count.Of(65),
                        List.of(new Count.Of(30), new Count.Of(20), new Count.Of(10))),
                shown(31, 22, 12));
    }

    @Test
    void under_k_nothing_is_shown() {
        assertEquals(new Aside.Shown(HIDDEN, List.of(HIDDEN, HIDDEN)), shown(9, 0));
        assertEquals(new Aside.Shown(HIDDEN, List.of(HIDDEN, HIDDEN)), shown(0, 0));
    }

    @Test
    void a_small_one_never_stands_alone() {
        assertEquals(new Aside.Shown(new Count.Of(65), List.of(HIDDEN, new Count.Of(30), HIDDEN)),
                shown(31, 32, 3));
        assertEquals(new Aside.Shown(new Count.Of(15), List.of(HIDDEN, HIDDEN)), shown(14, 2));
    }
}
