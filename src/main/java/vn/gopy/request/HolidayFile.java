package vn.gopy.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import vn.gopy.config.ListFile;
import vn.gopy.config.Settings;

/// Reads on which days offices are closed that no rule tells: the setting `holidays` names a file, else the
/// shipped `config/holidays.yaml` is taken. A fault in it stops the start.
final class HolidayFile {
    private static final ListFile FILE = new ListFile("holidays", Set.of("from", "until", "name", "source"));
    private static final int LONGEST = 15;

    private HolidayFile() {}

    static List<LocalDate> read(Settings settings) {
        return all(FILE.read(settings));
    }

    static List<LocalDate> read(InputStream file) throws IOException {
        return all(FILE.read(file));
    }

    private static List<LocalDate> all(List<JsonNode> entries) {
        return entries.stream().flatMap(entry -> days(entry).stream()).toList();
    }

    private static List<LocalDate> days(JsonNode entry) {
        if (entry.path("name").asText().isBlank() || entry.path("source").asText().isBlank()) {
            throw FILE.wrong("each holiday needs a name and its source");
        }
        var from = day(entry, "from");
        var until = day(entry, "until");
        if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST))) {
            throw FILE.wrong(
                    "has a holiday that ends before it begins, or lasts too long: "
                            + from);
        }
        return from.datesUntil(until.plusDays(1)).toList();
    }

    private static LocalDate day(JsonNode entry, String key) {
        try {
            return LocalDate.parse(entry.path(key).asText());
        } catch (DateTimeParseException notADay) {
            throw FILE.wrong("each holiday needs days such as 2027-02-05");
        }
    }
}
