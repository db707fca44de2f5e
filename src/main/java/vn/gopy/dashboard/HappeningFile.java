package vn.gopy.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;
import vn.gopy.text.Language;

/// Reads what the trend marks: the setting `events` names a file, else the shipped `config/events.yaml` is
/// taken. A fault in it stops the start.
public final class HappeningFile {
    private static final String SETTING = "events";
    private static final Set<String> KEYS = Set.of("day", "breaks", "text");
    private static final int LONGEST = 80;

    private HappeningFile() {}

    /// In the order of time.
    public static List<Happening> read(Settings settings) {
        try (var file = open(settings)) {
            return read(file);
        } catch (IOException broken) {
            throw new SettingsException(SETTING, "could not be read: " + broken.getMessage());
        }
    }

    private static InputStream open(Settings settings) throws IOException {
        var named = settings.find(SETTING);
        if (named.isPresent()) {
            return Files.newInputStream(Path.of(named.get()));
        }
        var shipped = HappeningFile.class.getResourceAsStream("/config/events.yaml");
        if (shipped == null) {
            throw new SettingsException(SETTING, "config/events.yaml is missing");
        }
        return shipped;
    }

    static List<Happening> read(InputStream file) throws IOException {
        var list = new YAMLMapper().readTree(file).path("events");
        if (!list.isArray()) {
            throw new SettingsException(SETTING, "must hold a list named events, [] for none");
        }
        var read = new ArrayList<Happening>();
        for (var entry : list) {
            read.add(happening(entry));
        }
        read.sort(Comparator.comparing(Happening::day));
        return List.copyOf(read);
    }

    private static Happening happening(JsonNode entry) {
        entry.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new SettingsException(SETTING, "has an unknown key " + key);
            }
        });
        var texts = new TreeMap<String, String>();
        entry.path("text").properties().forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        boolean fit = texts.containsKey(Language.VIETNAMESE.tag())
                && texts.values().stream().noneMatch(text -> text.isBlank() || text.length() > LONGEST);
        if (!fit) {
            throw new SettingsException(SETTING,
                    "each event needs a text, vi at least, of up to " + LONGEST + " letters");
        }
        if (entry.has("breaks") && !entry.path("breaks").isBoolean()) {
            throw new SettingsException(SETTING, "breaks is true or false");
        }
        return new Happening(day(entry), entry.path("breaks").asBoolean(), texts);
    }

    private static LocalDate day(JsonNode entry) {
        try {
            return LocalDate.parse(entry.path("day").asText());
        } catch (DateTimeParseException notADay) {
            throw new SettingsException(SETTING, "each event needs a day such as 2025-07-01");
        }
    }
}
