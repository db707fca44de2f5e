package vn.gopy.release;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Whether the latest weeks of a series have left its level: a scan over the last one to four weeks, each compared
/// with the thirteen before them.
///
/// Counts of persons are taken to the scale of twice their square root, where chance is about as large at every
/// level (Anscombe 1948). The level is the median of the weeks before and its spread their median distance from
/// it, so that one odd week among them moves neither (Hampel 1974). The spread is at least what chance and the
/// rounding make alone. A hidden week counts as the largest number that may be hidden, which makes a rise smaller
/// and a fall smaller, never larger.
///
/// An alarm is a distance of more than six spreads. Where nothing changes that is seldom: `ShiftTest` finds at
/// most 5 false alarms in 1,000 weeks of a topic, with chance up to ten times as large as that of independent
/// persons, and at most 1.5 where it is five times as large.
final class Shift {
    private static final int BASE = 13;
    private static final int LEAST_BASE = 8;
    private static final int LATEST = 4;
    private static final double FAR = 6;
    private static final double TO_DEVIATION = 1.4826;

    private Shift() {}

    /// How many weeks are looked at, at most.
    static final int WEEKS = BASE + LATEST;

    /// The level that a series of published counts, the latest week last, has left; empty when it has not, or
    /// the series is too short to tell.
    static OptionalInt level(List<Count> weeks, Rule rule) {
        var counts = weeks.stream().mapToInt(count -> atMost(count, rule)).toArray();
        for (int latest = 1; latest <= LATEST && counts.length - latest >= LEAST_BASE; latest++) {
            int cut = counts.length - latest;
            var before = Arrays.copyOfRange(counts, Math.max(0, cut - BASE), cut);
            if (distance(before, Arrays.copyOfRange(counts, cut, counts.length), rule) > FAR) {
                return OptionalInt.of((int) Math.round(median(asDoubles(before))));
            }
        }
        return OptionalInt.empty();
    }

    private static int atMost(Count count, Rule rule) {
        return count instanceof Count.Of(int persons) ? persons : rule.k() - 1;
    }

    private static double distance(int[] before, int[] latest, Rule rule) {
        var past = scaled(before);
        double level = median(past);
        double spread = TO_DEVIATION
                * median(Arrays.stream(past).map(week -> Math.abs(week - level)).toArray());
        double rounding = (rule.round() * rule.round() - 1) / 12.0;
        double least = Math.sqrt(1 + rounding / median(asDoubles(before)));
        double recent = Arrays.stream(scaled(latest)).average().orElse(level);
        double ofBoth = Math.sqrt(1.0 / latest.length + Math.PI / 2 / before.length);
        return Math.abs(recent - level) / (Math.max(spread, least) * ofBoth);
    }

    private static double[] scaled(int[] counts) {
        return Arrays.stream(counts).mapToDouble(count -> 2 * Math.sqrt(count + 0.375)).toArray();
    }

    private static double[] asDoubles(int[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    private static double median(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
