package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeriodTest {
    private static Period week(String local) {
        return Period.containing(Period.Kind.WEEK, Village.at(local), Village.ZONE);
    }

    @Test
    void a_week_ends_on_sunday_at_midnight_in_quang_ninh() {
        assertEquals("2026-W47", week("2026-11-22T23:59:59").code());
        assertEquals("2026-W48", week("2026-11-23T00:00").code());
        assertEquals(Instant.parse("2026-11-22T17:00:00Z"), week("2026-11-22T12:00").until(Village.ZONE));
    }

    @Test
    void the_days_around_new_year_belong_to_the_iso_week_of_their_thursday() {
        assertEquals("2026-W53", week("2026-12-31T12:00").code());
        assertEquals("2026-W53", week("2027-01-03T23:59").code());
        assertEquals("2027-W01", week("2027-01-04T00:00").code());
        assertEquals("2025-W01", week("2024-12-30T00:00").code());
    }

    @Test
    void every_kind_follows_itself_without_gap_or_overlap_for_ten_years() {
        for (var kind : Period.Kind.values()) {
            var period = Period.containing(kind, LocalDate.of(2025, 7, 1));
            while (period.start().getYear() < 2036) {
                assertEquals(period.lastDay().plusDays(1), period.next().start());
                assertEquals(period, period.next().previous());
                assertEquals(period, Period.containing(kind, period.lastDay()));
                assertEquals(Optional.of(period), Period.parse(period.code()));
                period = period.next();
            }
        }
    }

    @Test
    void what_is_not_a_code_is_not_read() {
        for (var code : List.of("", "2026-W54", "2025-W53", "2026-W00", "2026-13", "2026-00", "2026-Q0",
                "2026-Q5",
                "2026-1", "2026-W1", "26", "2026-11-01", "2026-w48", "2026-Q4 ", "-2026", "٢٠٢٦")) {
            assertEquals(Optional.empty(), Period.parse(code), code);
        }
    }

    @Test
    void releases_come_on_mondays_at_three() {
        var next = Village.at("2026-11-30T03:00");

        assertEquals(next, ReleaseClock.next(Village.at("2026-11-25T16:00"), Village.ZONE));
        assertEquals(next, ReleaseClock.next(Village.at("2026-11-30T02:59"), Village.ZONE));
        assertEquals(next, ReleaseClock.next(Village.at("2026-11-23T03:00"), Village.ZONE));
        assertTrue(ReleaseClock.next(next, Village.ZONE).isAfter(next));
    }
}
