package vn.gopy.dashboard;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Says what was found about the running of the service, on the page, in JSON and in the terminal.
///
/// @param zone whose moments are said; without one they are said as they are, in UTC
public record FindingWords(Phrasebook phrases, Language language, Optional<ZoneId> zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, d/M/yyyy",
            Locale.ROOT);

    public String says(Finding finding) {
        return phrases.say(language, "operations." + finding.name(), told(finding));
    }

    /// The way out; empty when all is well.
    public Optional<String> toMend(Finding finding) {
        return finding.isWell()
                ? Optional.empty()
                : Optional.of(phrases.say(language, "operations." + finding.name() + ".do", told(finding)));
    }

    private Map<String, String> told(Finding finding) {
        var told = new TreeMap<String, String>();
        finding.places().forEach((name, value) -> told.put(name, told(value)));
        return told;
    }

    private String told(Object value) {
        return switch (value) {
            case Instant moment -> zone.map(place -> MOMENT.format(moment.atZone(place)))
                    .orElseGet(moment::toString);
            case Long number -> zone.isEmpty()
                    ? number.toString()
                    : NumberFormat.getIntegerInstance(Locale.forLanguageTag(language.tag())).format(number);
            default -> value.toString();
        };
    }
}
