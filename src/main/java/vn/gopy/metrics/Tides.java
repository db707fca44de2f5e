package vn.gopy.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Predicate;

/// How much counters rose lately. Whoever owns it marks where they stand every few minutes; nothing of it is
/// written down.
public final class Tides {
    private static final Duration KEPT = Duration.ofHours(25);

    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Metrics metrics;
    private final InstantSource clock;

    public Tides(Metrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
        mark();
    }

    private record Mark(Instant at, Map<String, Long> counters) {}

    /// Remembers where all counters stand now.
    public synchronized void mark() {
        var now = clock.instant();
        marks.add(new Mark(now, metrics.counters()));
        while (marks.size() > 1 && marks.getFirst().at.plus(KEPT).isBefore(now)) {
            marks.removeFirst();
        }
    }

    /// How much the counters of these names rose together since the last mark that is at least so old, or, in a
    /// young house, since it was opened.
    public synchronized long rose(Duration back, Predicate<String> names) {
        var limit = clock.instant().minus(back);
        var from = marks.getFirst();
        for (var mark : marks) {
            if (!mark.at.isAfter(limit)) {
                from = mark;
            }
        }
        return sum(metrics.counters(), names) - sum(from.counters, names);
    }

    private static long sum(Map<String, Long> counters, Predicate<String> names) {
        return counters.entrySet().stream().filter(counter -> names.test(counter.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
