package vn.gopy.release;

import java.time.ZoneId;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// How figures are made, and whether everybody may see them.
public record ReleaseSettings(Rule rule, ZoneId zone, boolean open) {
    /// Throws [SettingsException] when the numbers would not protect a group under k.
    public static ReleaseSettings from(Settings settings) {
        int k = settings.number("figures-k", 10, 1000);
        int round = settings.number("figures-round", 5, 100);
        if (k % round != 0) {
            throw new SettingsException("figures-k", "must be a multiple of figures-round");
        }
        return new ReleaseSettings(new Rule(k, round), settings.zone("time-zone"),
                settings.yes("figures-public"));
    }
}
