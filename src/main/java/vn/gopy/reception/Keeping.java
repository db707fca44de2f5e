package vn.gopy.reception;

import java.time.Duration;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// How long things are kept (contracts.md P14).
///
/// @param address  a reply address after the last message
/// @param session  language and home after the last message of somebody who consented; all else of a session
///                 ends after 24 hours
/// @param opinion  an opinion; after that only the figures stay
/// @param likeness which texts are alike, 40 days at most; goes earlier, when their month is published
/// @param question a question without a source
/// @param request  a request to an office
/// @param heard    the keys of deliveries, 8 days at least (T9)
/// @param parked   notes of what could not be read
/// @param dead     letters given up
/// @param backup   copies of the database
public record Keeping(Duration address, Duration session, Duration opinion, Duration likeness,
        Duration question, Duration request, Duration heard, Duration parked, Duration dead,
        Duration backup) {
    private static final Duration MOST_LIKENESS = Duration.ofDays(40);

    public static Keeping from(Settings settings) {
        return new Keeping(settings.duration("keep-address"), settings.duration("keep-session"),
                settings.duration("keep-opinion"), settings.duration("keep-likeness"),
                settings.duration("keep-question"), settings.duration("keep-request"),
                settings.duration("keep-heard"),
                settings.duration("keep-parked"),
                settings.duration("keep-dead-letters"), settings.duration("keep-backup"));
    }

    public Keeping {
        if (likeness.compareTo(MOST_LIKENESS) > 0) {
            throw new SettingsException("keep-likeness",
                    "must be 40d or less, as the page about privacy promises");
        }
        if (heard.compareTo(Duration.ofDays(8)) < 0) {
            throw new SettingsException("keep-heard", "must be 8d or more, else a repeat is heard twice");
        }
    }
}
