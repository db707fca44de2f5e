package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.config.SettingsException;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// What the trend marks, and where its lines break.
final class HappeningsTest {
    private static List<Happening> read(String yaml) throws IOException {
        return HappeningFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_file_tells_days_in_order_and_speaks_vietnamese_where_a_language_is_missing() throws IOException {
        var read = read("""
                events:
                  - {day: 2026-10-09, text: {vi: Thông báo mới}}
                  - {day: 2025-07-01, breaks: true, text: {vi: Xã mới, en: New communes}}
                """);

        assertEquals(List.of(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 10, 9)),
                read.stream().map(Happening::day).toList());
        assertEquals("New communes", read.getFirst().text(Language.ENGLISH));
        assertEquals("Thông báo mới", read.getLast().text(Language.ENGLISH));
        assertTrue(read.getFirst().breaks() && !read.getLast().breaks());
    }

    @Test
    void a_fault_in_the_file_names_the_setting() {
        for (var wrong : List.of("events: 3", "events: [{day: soon, text: {vi: a}}]",
                "events: [{day: 2026-10-09}]", "events: [{day: 2026-10-09, text: {en: a}}]",
                "events: [{day: 2026-10-09, colour: red, text: {vi: a}}]",
                "events: [{day: 2026-10-09, breaks: maybe, text: {vi: a}}]")) {
            assertEquals("events", assertThrows(SettingsException.class, () -> read(wrong), wrong).key());
        }
    }

    @Test
    void a_border_change_breaks_the_lines_and_an_announcement_only_marks_them(@TempDir Path folder) {
        try (var village = new Village(folder)) {
            int first = 0;
            for (int week = 0; week < 6; week++) {
                for (int mood = 1; mood <= 5; mood += 2) {
                    village.crowd(first, 40,
                            new Said(LocalDate.of(2026, 9, 8).plusWeeks(week) + "T09:00", mood,
                                    Topic.DI_LAI, Village.HOANH_BO));
                    first += 40;
                }
            }
            village.publish("2026-11-02T03:00");
            var day = LocalDate.of(2026, 9, 28);

            var plain = drawing(village, List.of());
            var marked = drawing(village, List.of(new Happening(day, false, Map.of("vi", "Thông báo"))));
            var broken = drawing(village, List.of(new Happening(day, true, Map.of("vi", "Xã mới"))));

            assertEquals(0, plain.marks().size());
            assertEquals(1, marked.marks().size());
            assertEquals(stretches(plain), stretches(marked));
            assertEquals(stretches(plain) + 1, stretches(broken));
            assertFalse(broken.marks().getFirst().happening().isEmpty());
        }
    }

    private static int stretches(TrendChart.Drawing drawing) {
        return drawing.series().getFirst().stretches().size();
    }

    private static TrendChart.Drawing drawing(Village village, List<Happening> happenings) {
        var period = village.releases.periods(Period.Kind.WEEK).getFirst();
        var sheet = village.releases.sheet(Area.PROVINCE, period).orElseThrow();
        return new TrendChart(happenings, _ -> List.of())
                .drawing(new View(Where.province(village.gazetteer), sheet, sheet,
                        java.util.Optional.empty(), village.releases.closing(period).orElseThrow(),
                        village.releases))
                .orElseThrow();
    }
}
