package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// When a series of weeks has left its level, and how often the test says so where nothing changed.
class ShiftTest {
    private static final Rule RULE = new Rule(10, 5);
    private static final int TRIES = 20_000;

    private static List<Count> weeks(int... persons) {
        return IntStream.of(persons)
                .<Count>mapToObj(some -> some == 0 ? new Count.Hidden() : new Count.Of(some))
                .toList();
    }

    @Test
    void a_clear_rise_or_fall_is_found_and_a_week_like_the_others_is_not() {
        assertEquals(OptionalInt.of(100), Shift.level(
                weeks(95, 105, 100, 110, 90, 100, 95, 105, 100, 100, 95, 240), RULE));
        assertEquals(OptionalInt.of(100), Shift.level(
                weeks(95, 105, 100, 110, 90, 100, 95, 105, 100, 100, 95, 25), RULE));
        assertEquals(OptionalInt.empty(), Shift.level(
                weeks(95, 105, 100, 110, 90, 100, 95, 105, 100, 100, 95, 115), RULE));
    }

    @Test
    void three_weeks_that_rose_less_are_found_together() {
        var before = new int[]{95, 105, 100, 110, 90, 100, 95, 105, 100, 100, 95, 105};

        assertEquals(OptionalInt.empty(), Shift.level(
                weeks(IntStream.concat(IntStream.of(before), IntStream.of(155)).toArray()), RULE));
        assertEquals(OptionalInt.of(100), Shift.level(
                weeks(IntStream.concat(IntStream.of(before), IntStream.of(155, 160, 155)).toArray()), RULE));
    }

    @Test
    void one_odd_week_among_those_before_moves_neither_level_nor_spread() {
        assertEquals(OptionalInt.of(100), Shift.level(
                weeks(95, 105, 100, 400, 90, 100, 95, 105, 100, 100, 95, 240), RULE));
    }

    @Test
    void what_may_be_hidden_is_no_rise_and_a_short_series_tells_nothing() {
        assertEquals(OptionalInt.empty(), Shift.level(weeks(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15), RULE));
        assertEquals(OptionalInt.of(9), Shift.level(weeks(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60), RULE));
        assertEquals(OptionalInt.empty(), Shift.level(weeks(95, 105, 100, 110, 90, 100, 95, 500), RULE));
    }

    /// Persons come in clusters: their number varies up to ten times as much as that of independent persons.
    @Test
    void where_nothing_changes_it_is_wrong_in_at_most_five_of_a_thousand_weeks() {
        var random = new Random(7);
        double worst = 0;
        for (var world : List.of(new World(15, 1), new World(40, 2), new World(100, 1), new World(100, 3),
                new World(300, 5), new World(1000, 10))) {
            long wrong = Stream.generate(() -> world.weeks(random)).limit(TRIES)
                    .filter(weeks -> Shift.level(weeks, RULE).isPresent()).count();
            double rate = (double) wrong / TRIES;
            worst = Math.max(worst, rate);
            System.out.printf("mean %4d, variance %2d times: %.2f false alarms in 1,000 weeks%n", world.mean,
                    world.times, 1000 * rate);
        }

        assertTrue(worst <= 0.005, "worst " + worst);
    }

    @Test
    void a_topic_that_doubles_for_three_weeks_is_found_nine_times_of_ten() {
        var random = new Random(8);
        var usual = new World(100, 2);
        var doubled = new World(200, 2);
        long found = Stream.generate(() -> Stream
                .concat(usual.weeks(random).subList(0, 13).stream(), doubled.weeks(random).stream().limit(3))
                .toList()).limit(2_000).filter(weeks -> Shift.level(weeks, RULE).isPresent()).count();
        System.out.printf("a topic of 100 that doubles for three weeks: found in %.1f %%%n", found / 20.0);

        assertTrue(found >= 1_780, "found " + found);
    }

    /// Weeks in which nothing changes.
    ///
    /// @param times how many times as large as the mean the variance is
    private record World(int mean, int times) {
        List<Count> weeks(Random random) {
            return IntStream.range(0, Shift.WEEKS).mapToObj(_ -> published(persons(random))).toList();
        }

        private int persons(Random random) {
            double rate = times == 1 ? mean : gamma(random, mean / (times - 1.0)) * (times - 1);
            return (int) Math.max(0, poisson(random, rate));
        }

        private static long poisson(Random random, double rate) {
            if (rate > 200) {
                return Math.round(rate + Math.sqrt(rate) * random.nextGaussian());
            }
            double left = Math.exp(-rate);
            int count = -1;
            for (double product = 1; product > left; count++) {
                product *= random.nextDouble();
            }
            return count;
        }

        /// Marsaglia and Tsang 2000, for shapes over 1.
        private static double gamma(Random random, double shape) {
            double d = shape - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double x = random.nextGaussian();
                double v = Math.pow(1 + c * x, 3);
                if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }

        private static Count published(int persons) {
            return persons < RULE.k() ? new Count.Hidden() : new Count.Of(RULE.rounded(persons));
        }
    }
}
