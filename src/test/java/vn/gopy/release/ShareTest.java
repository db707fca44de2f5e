package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShareTest {
    private static final Rule RULE = new Rule(10, 5);

    private static Share share(int part, int base) {
        return Share.of(new Count.Of(part), new Count.Of(base), RULE).orElseThrow();
    }

    @Test
    void a_share_has_its_base_and_an_interval_around_it() {
        assertEquals(new Share(40, 28, 53, 100), share(40, 100));
        assertTrue(share(400, 1000).high() - share(400, 1000).low() < 10);
        assertEquals(100, share(50, 50).percent());
        assertEquals(100, share(50, 50).high());
    }

    @Test
    void there_is_no_share_of_a_base_that_may_be_under_thirty_persons() {
        assertEquals(Optional.empty(), Share.of(new Count.Of(15), new Count.Of(30), RULE));
        assertTrue(Share.of(new Count.Of(15), new Count.Of(35), RULE).isPresent());
        assertEquals(Optional.empty(), Share.of(new Count.Hidden(), new Count.Of(100), RULE));
        assertEquals(Optional.empty(), Share.of(new Count.Of(50), new Count.Hidden(), RULE));
    }

    @Test
    void shares_differ_only_when_their_intervals_do_not_touch() {
        assertFalse(share(40, 100).differsFrom(share(50, 100)));
        assertTrue(share(400, 1000).differsFrom(share(600, 1000)));
        assertTrue(share(600, 1000).differsFrom(share(400, 1000)));
    }

    /// The chance that the interval holds the share of the whole population, over many towns that were asked
    /// by chance.
    @Test
    void the_interval_covers_the_truth_at_least_ninety_four_times_in_a_hundred() {
        var chance = new Random(20260701);
        for (int persons : List.of(33, 40, 75, 150, 400, 1000, 5000)) {
            for (double truth : List.of(0.35, 0.5, 0.62, 0.8)) {
                double covered = coverage(chance, persons, truth);
                System.out.printf("coverage n=%d p=%.2f: %.3f%n", persons, truth, covered);
                assertTrue(covered >= 0.94, "n=" + persons + " p=" + truth + " covered " + covered);
            }
        }
    }

    private static double coverage(Random chance, int persons, double truth) {
        int shown = 0;
        int covered = 0;
        for (int town = 0; town < 1500; town++) {
            int some = 0;
            for (int person = 0; person < persons; person++) {
                some += chance.nextDouble() < truth ? 1 : 0;
            }
            if (some >= RULE.k()) {
                var share = share(RULE.rounded(some), RULE.rounded(persons));
                shown++;
                covered += share.low() <= 100 * truth && 100 * truth <= share.high() ? 1 : 0;
            }
        }
        return (double) covered / shown;
    }

    @Test
    void a_rule_that_would_give_single_numbers_away_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Rule(9, 5));
        assertThrows(IllegalArgumentException.class, () -> new Rule(12, 5));
        assertThrows(IllegalArgumentException.class, () -> new Rule(10, 1));
    }
}
