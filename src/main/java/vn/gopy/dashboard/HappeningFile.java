package vn.gopy.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import vn.gopy.config.ListFile;
import vn.gopy.config.Settings;
import vn.gopy.text.Language;

/// Reads what the trend marks: the setting `events` names a file, else the shipped `config/events.yaml` is
/// taken. A fault in it stops the start.
public final class HappeningFile {
    private static final ListFile FILE = new ListFile("events", Set.of("day", "breaks", "text"));
    private static final int LONGEST = 80;

    private HappeningFile() {}

    /// In the order of time.
    public static List<Happening> read(Settings settings) {
        return sorted(FILE.read(settings));
    }

    static List<Happening> read(InputStream file) throws IOException {
        return sorted(FILE.read(file));
    }

    private static List<Happening> sorted(List<JsonNode> entries) {
        return entries.stream().map(HappeningFile::happening).sorted(Comparator.comparing(Happening::day))
                .toList();
    }

    private static Happening happening(JsonNode entry) {
        var texts = new TreeMap<String, String>();
        entry.path("text").properties().forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        boolean fit = texts.containsKey(Language.VIETNAMESE.tag())
                && texts.values().stream().noneMatch(text -> text.isBlank() || text.length() > LONGEST);
        if (!fit) {
            throw FILE.wrong(
                    "each event needs a text, vi at least, of up to " + LONGEST + " letters");
        }
        if (entry.has("breaks") && !entry.path("breaks").isBoolean()) {
            throw FILE.wrong("breaks is true or false");
        }
        return new Happening(day(entry), entry.path("breaks").asBoolean(), texts);
    }

    private static LocalDate day(JsonNode entry) {
        try {
            return LocalDate.parse(entry.path("day").asText());
        } catch (DateTimeParseException notADay) {
            throw FILE.wrong("each event needs a day such as 2025-07-01");
        }
    }
}
