package vn.gopy.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsFile;

/// The options that every command shares.
final class Options {
    @Option(names = "--config", paramLabel = "FILE", description = {
            "settings; without it the defaults of config/gopy.yaml"})
    @Nullable
    Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "the data folder (database, keys, backups)")
    @Nullable
    Path data;

    /// The settings: defaults, file, environment, then these options.
    Settings settings() {
        return settings(Map.of());
    }

    /// The settings with some values that hold where neither file nor environment nor option says otherwise.
    Settings settings(Map<String, String> over) {
        var environment = System.getenv();
        var read = config == null
                ? SettingsFile.defaults(environment)
                : SettingsFile.read(config, environment);
        var last = new HashMap<>(over);
        if (data != null) {
            last.put("data", data.toString());
        }
        return read.with(last);
    }

    DataFolder folder() {
        return new DataFolder(settings().path("data"));
    }
}
