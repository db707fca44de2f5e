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

    /// How often an interval that is shown holds the share of the whole population, over many towns that were
    /// asked by chance.
    @Test
    void the_interval_covers_the_truth_at_least_ninety_four_times_in_a_hundred() {
        var chance = new Random(20260701);
        for (int persons : List.of(30, 32, 33, 36, 40, 50, 75, 150, 400, 1000, 2500, 5000)) {
            var told = new StringBuilder();
            for (double truth : List.of(0.05, 0.1, 0.2, 0.35, 0.5, 0.62, 0.8, 0.95)) {
                var towns = new Towns(chance, persons, truth);
                told.append(towns.shown == 0
                        ? " p=%.2f none".formatted(truth)
                        : " p=%.2f %.3f".formatted(truth, towns.coverage()));
                assertTrue(towns.shown < Towns.ENOUGH || towns.coverage() >= 0.94,
                        "n=" + persons + " p=" + truth + " covered " + towns.coverage());
                assertTrue(persons >= 33 || towns.shown == 0, "a share of a base that may be under 30");
            }
            System.out.printf("coverage n=%d:%s%n", persons, told);
        }
    }

    /// Towns of so many who speak, asked by chance.
    private static final class Towns {
        private static final int TOWNS = 1500;
        private static final int ENOUGH = 300;
        private int shown;
        private int covered;

        Towns(Random chance, int persons, double truth) {
            for (int town = 0; town < TOWNS; town++) {
                int some = 0;
                for (int person = 0; person < persons; person++) {
                    some += chance.nextDouble() < truth ? 1 : 0;
                }
                var share = published(some, persons);
                shown += share.isPresent() ? 1 : 0;
                covered += share.filter(one -> holds(one, truth)).isPresent() ? 1 : 0;
            }
        }

        double coverage() {
            return (double) covered / shown;
        }
    }

    private static Optional<Share> published(int some, int persons) {
        return some < RULE.k()
                ? Optional.empty()
                : Share.of(new Count.Of(RULE.rounded(some)), new Count.Of(RULE.rounded(persons)), RULE);
    }

    private static boolean holds(Share share, double truth) {
        return share.low() <= 100 * truth && 100 * truth <= share.high();
    }

    /// The same without chance: the sum over everything that may be counted, for every share from 0.5 to 99.5 %.
    @Test
    void no_share_and_no_size_of_a_town_is_covered_less_often() {
        double least = 1;
        var where = "";
        for (int persons : List.of(33, 34, 35, 36, 37, 38, 39, 40, 42, 45, 50, 60, 75, 100, 150, 200, 300,
                400,
                500, 700, 1000, 2000, 3000, 5000)) {
            for (int half = 1; half < 200; half++) {
                double covered = exactCoverage(persons, half / 200.0);
                if (covered < least) {
                    least = covered;
                    where = "n=" + persons + " p=" + half / 200.0;
                }
            }
        }
        System.out.printf("least coverage of all, exactly: %.3f at %s%n", least, where);
        assertTrue(least >= 0.94, where + " covered " + least);
    }

    private static double exactCoverage(int persons, double truth) {
        double spread = Math.sqrt(persons * truth * (1 - truth));
        int from = (int) Math.max(RULE.k(), persons * truth - 8 * spread - 5);
        int to = (int) Math.min(persons, Math.max(RULE.k() + 40, persons * truth + 8 * spread + 5));
        double weight = 1; // of the first number; what counts are proportions
        double shown = 0;
        double covered = 0;
        for (int some = from; some <= to; some++) {
            shown += weight;
            covered += weight
                    * (published(some, persons).filter(share -> holds(share, truth)).isPresent() ? 1 : 0);
            weight *= truth / (1 - truth) * (persons - some) / (some + 1);
            if (shown > 1e200) {
                shown *= 1e-200;
                covered *= 1e-200;
                weight *= 1e-200;
            }
        }
        return covered / shown;
    }

    @Test
    void a_rule_that_would_give_single_numbers_away_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Rule(9, 5));
        assertThrows(IllegalArgumentException.class, () -> new Rule(12, 5));
        assertThrows(IllegalArgumentException.class, () -> new Rule(10, 1));
    }
}
