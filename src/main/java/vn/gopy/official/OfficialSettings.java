package vn.gopy.official;

import java.time.Duration;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// How long sessions, one-time codes and the audit trail last.
public record OfficialSettings(Duration idle, Duration longest, Duration code, Duration audit) {
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST_SESSION = Duration.ofHours(8);
    private static final Duration LONGEST_CODE = Duration.ofMinutes(15);
    private static final Duration SHORTEST_AUDIT = Duration.ofDays(365);

    public OfficialSettings {
        refuse(idle.compareTo(LONGEST_IDLE) > 0, "official-idle", "must be 30m or less");
        refuse(longest.compareTo(LONGEST_SESSION) > 0, "official-session", "must be 8h or less");
        refuse(code.compareTo(LONGEST_CODE) > 0, "official-code", "must be 15m or less");
        refuse(audit.compareTo(SHORTEST_AUDIT) < 0, "keep-audit", "must be 365d or more");
    }

    private static void refuse(boolean wrong, String key, String whatToDo) {
        if (wrong) {
            throw new SettingsException(key, whatToDo);
        }
    }

    public static OfficialSettings from(Settings settings) {
        return new OfficialSettings(settings.duration("official-idle"), settings.duration("official-session"),
                settings.duration("official-code"), settings.duration("keep-audit"));
    }
}
