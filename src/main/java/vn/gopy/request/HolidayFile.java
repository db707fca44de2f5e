package vn.gopy.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// Reads on which days offices are closed that no rule tells: the setting `holidays` names a file, else the
/// shipped `config/holidays.yaml` is taken. A fault in it stops the start.
final class HolidayFile {
    private static final String SETTING = "holidays";
    private static final Set<String> KEYS = Set.of("from", "until", "name", "source");
    private static final int LONGEST = 15;

    private HolidayFile() {}

    static List<LocalDate> read(Settings settings) {
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
        var shipped = HolidayFile.class.getResourceAsStream("/config/holidays.yaml");
        if (shipped == null) {
            throw new SettingsException(SETTING, "config/holidays.yaml is missing");
        }
        return shipped;
    }

    static List<LocalDate> read(InputStream file) throws IOException {
        var list = new YAMLMapper().readTree(file).path(SETTING);
        if (!list.isArray()) {
            throw new SettingsException(SETTING, "must hold a list named holidays, [] for none");
        }
        var days = new ArrayList<LocalDate>();
        for (var entry : list) {
            days.addAll(days(entry));
        }
        return List.copyOf(days);
    }

    private static List<LocalDate> days(JsonNode entry) {
        entry.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new SettingsException(SETTING, "has an unknown key " + key);
            }
        });
        if (entry.path("name").asText().isBlank() || entry.path("source").asText().isBlank()) {
            throw new SettingsException(SETTING, "each holiday needs a name and its source");
        }
        var from = day(entry, "from");
        var until = day(entry, "until");
        if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST))) {
            throw new SettingsException(SETTING,
                    "has a holiday that ends before it begins, or lasts too long: "
                            + from);
        }
        return from.datesUntil(until.plusDays(1)).toList();
    }

    private static LocalDate day(JsonNode entry, String key) {
        try {
            return LocalDate.parse(entry.path(key).asText());
        } catch (DateTimeParseException notADay) {
            throw new SettingsException(SETTING, "each holiday needs days such as 2027-02-05");
        }
    }
}
