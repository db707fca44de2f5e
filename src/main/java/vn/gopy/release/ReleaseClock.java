package vn.gopy.release;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// When releases are published: Mondays at 03:00 local time.
public final class ReleaseClock {
    private static final LocalTime HOUR = LocalTime.of(3, 0);

    private ReleaseClock() {}

    /// The next time after a moment.
    public static Instant next(Instant now, ZoneId zone) {
        var monday = now.atZone(zone).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).with(HOUR);
        return (monday.toInstant().isAfter(now) ? monday : monday.plusWeeks(1)).toInstant();
    }
}
