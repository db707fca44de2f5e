package vn.gopy.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gopy.config.SettingsException;
import vn.gopy.config.SettingsFile;

/// Working days with the holidays of Viet Nam.
class WorkingDaysTest {
    private final RequestSettings settings = RequestSettings.from(SettingsFile.defaults(Map.of()));

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void ten_working_days_pass_over_weekends() {
        assertEquals(day("2026-12-09"), settings.due(day("2026-11-25")));
        assertEquals(day("2026-12-11"), settings.due(day("2026-11-28")), "sent on a Saturday");
    }

    @Test
    void tet_and_the_days_it_moves_to_are_closed() {
        var working = settings.working();
        for (var closed = day("2027-02-05"); closed
                .isBefore(day("2027-02-12")); closed = closed.plusDays(1)) {
            assertFalse(working.isOpen(closed), closed.toString());
        }
        assertTrue(working.isOpen(day("2027-02-04")));
        assertTrue(working.isOpen(day("2027-02-12")), "5, 8 and 9 and two days for Saturday and Sunday");
        assertEquals(day("2027-02-19"), settings.due(day("2027-01-29")));
    }

    @Test
    void a_holiday_on_a_weekend_moves_to_the_next_working_day() {
        var working = settings.working();
        assertFalse(working.isOpen(day("2026-04-27")), "for Giỗ Tổ on Sunday, 26 April 2026");
        assertTrue(working.isOpen(day("2026-04-28")));
        assertFalse(working.isOpen(day("2027-05-03")), "for 1 May 2027, a Saturday");
        assertFalse(working.isOpen(day("2028-01-03")), "for 1 January 2028, a Saturday");
        assertFalse(working.isOpen(day("2026-09-01")) || working.isOpen(day("2026-09-02")));
    }

    @Test
    void holidays_of_one_weekend_move_past_each_other_and_past_a_closed_day() {
        var working = new WorkingDays(List.of(day("2033-05-02")));

        assertFalse(working.isOpen(day("2033-05-03")), "30 April 2033 is a Saturday, and Monday is closed");
        assertFalse(working.isOpen(day("2033-05-04")), "1 May is that Sunday");
        assertTrue(working.isOpen(day("2033-05-05")));
    }

    @Test
    void the_days_in_which_an_office_waits_do_not_count() {
        assertEquals(day("2026-12-14"),
                settings.putOff(day("2026-12-09"), day("2026-11-27"), day("2026-12-02")));
        assertEquals(day("2026-12-09"),
                settings.putOff(day("2026-12-09"), day("2026-11-27"), day("2026-11-27")));
        assertEquals(0, settings.working().between(day("2026-11-27"), day("2026-11-20")));
    }

    @Test
    void a_year_that_is_not_in_the_table_is_known_to_be_missing() {
        assertTrue(settings.working().knows(2027));
        assertFalse(settings.working().knows(2041));
        assertTrue(settings.working().isOpen(day("2041-01-02")));
        assertFalse(settings.working().isOpen(day("2041-01-01")));
    }

    @Test
    void a_broken_table_stops_the_start_and_names_the_setting() {
        for (var text : List.of("other: []", "holidays: [{from: 2027-02-05}]",
                "holidays: [{from: 2027-02-05, until: 2027-02-04, name: a, source: b}]",
                "holidays: [{from: 2027-02-05, until: 2027-04-04, name: a, source: b}]",
                "holidays: [{from: mai, until: 2027-04-04, name: a, source: b}]",
                "holidays: [{from: 2027-02-05, until: 2027-02-05, name: a, source: ''}]",
                "holidays: [{from: 2027-02-05, until: 2027-02-05, name: a, source: b, why: c}]")) {
            var fault = assertThrows(SettingsException.class, () -> read(text), text);
            assertTrue(String.valueOf(fault.getMessage()).contains("holidays"), fault::getMessage);
        }
        assertThrows(SettingsException.class, () -> RequestSettings
                .from(SettingsFile.defaults(Map.of("GOPY_KEEP_REQUEST", "30d"))));
    }

    private static List<LocalDate> read(String text) throws IOException {
        return HolidayFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
