package vn.gopy.answer;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// When people may be written to of our own accord, by their clock: from the morning until before the evening.
/// Letters are put few at a time, so that the last are out soon afterwards.
///
/// @param from  the first minute
/// @param until the first minute in which nothing is put any more
public record Daytime(LocalTime from, LocalTime until, ZoneId zone, InstantSource clock) {
    public Daytime {
        if (!from.isBefore(until)) {
            throw new SettingsException("letters-until", "must be later in the day than letters-from");
        }
    }

    public static Daytime from(Settings settings, InstantSource clock) {
        return new Daytime(time(settings, "letters-from"), time(settings, "letters-until"),
                settings.zone("time-zone"), clock);
    }

    private static LocalTime time(Settings settings, String key) {
        try {
            return LocalTime.parse(settings.text(key).strip());
        } catch (DateTimeParseException noTime) {
            throw new SettingsException(key, "is not a time of day such as 07:00");
        }
    }

    boolean mayWrite() {
        var time = LocalTime.ofInstant(clock.instant(), zone);
        return !time.isBefore(from) && time.isBefore(until);
    }
}
