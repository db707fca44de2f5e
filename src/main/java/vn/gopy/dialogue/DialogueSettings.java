package vn.gopy.dialogue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// What the dialogue must be told by whoever runs it.
///
/// @param operator       who runs the service; residents are told
/// @param consentVersion the version of the consent text; a new one asks everybody again
/// @param numbers        emergency numbers by the names `police`, `fire`, `ambulance`, `child`, `disaster`
/// @param checkedOn      when somebody last checked these numbers
/// @param botName        the bot's name on Telegram, for links out of groups
/// @param k              from how many people on figures are shown; residents are told
/// @param keep           how long an opinion keeps its text; residents are told
/// @param keepQuestion   how long a question without a source is kept; residents are told
public record DialogueSettings(String operator, String consentVersion, Map<String, String> numbers,
        LocalDate checkedOn, Optional<String> botName, ZoneId zone, int k, Duration keep,
        Duration keepQuestion) {

    public DialogueSettings {
        numbers = Map.copyOf(numbers);
        if (operator.isBlank()) {
            throw new SettingsException("operator", "is empty: residents must be told who runs the service");
        }
        if (!consentVersion.matches("[0-9A-Za-z.-]{1,20}")) {
            throw new SettingsException("consent-version", "must be a short version such as 1");
        }
    }

    public static DialogueSettings from(Settings settings) {
        return new DialogueSettings(settings.text("operator").strip(),
                settings.text("consent-version").strip(),
                Map.of("police", phone(settings, "emergency-police"), "fire",
                        phone(settings, "emergency-fire"),
                        "ambulance", phone(settings, "emergency-ambulance"), "child",
                        phone(settings, "emergency-child"), "disaster",
                        phone(settings, "emergency-disaster")),
                day(settings, "emergency-checked-on"),
                settings.find("bot-name").map(name -> name.replace("@", "").strip()),
                settings.zone("time-zone"), settings.number("figures-k", 10, 1000),
                settings.duration("keep-opinion"), settings.duration("keep-question"));
    }

    private static String phone(Settings settings, String key) {
        var number = settings.text(key).strip();
        if (!number.matches("[0-9][0-9 ]{1,14}")) {
            throw new SettingsException(key, "is not a telephone number");
        }
        return number;
    }

    private static LocalDate day(Settings settings, String key) {
        try {
            return LocalDate.parse(settings.text(key).strip());
        } catch (DateTimeParseException notADay) {
            throw new SettingsException(key, "is not a day: write one such as 2026-11-23");
        }
    }
}
