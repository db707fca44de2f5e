package vn.gopy.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A YAML file with a list under its own name, such as `holidays`: the setting of that name tells where it lies,
/// else the one under `config/` that came with the program is taken.
///
/// @param keys what an entry may have
public record ListFile(String setting, Set<String> keys) {
    public ListFile {
        keys = Set.copyOf(keys);
    }

    /// The entries, in the order of the file. Throws [SettingsException] when it cannot be read.
    public List<JsonNode> read(Settings settings) {
        try (var file = open(settings)) {
            return read(file);
        } catch (IOException broken) {
            throw wrong("could not be read: " + broken.getMessage());
        }
    }

    private InputStream open(Settings settings) throws IOException {
        var named = settings.find(setting);
        if (named.isPresent()) {
            return Files.newInputStream(Path.of(named.get()));
        }
        var shipped = ListFile.class.getResourceAsStream("/config/" + setting + ".yaml");
        if (shipped == null) {
            throw wrong("config/" + setting + ".yaml is missing");
        }
        return shipped;
    }

    /// The same of an open file.
    public List<JsonNode> read(InputStream file) throws IOException {
        var list = KeptYaml.tree(file.readAllBytes()).path(setting);
        if (!list.isArray()) {
            throw wrong("must hold a list named " + setting + ", [] for none");
        }
        var entries = new ArrayList<JsonNode>();
        for (var entry : list) {
            entry.fieldNames().forEachRemaining(key -> {
                if (!keys.contains(key)) {
                    throw wrong("has an unknown key " + key);
                }
            });
            entries.add(entry);
        }
        return List.copyOf(entries);
    }

    /// A complaint about the file.
    public SettingsException wrong(String what) {
        return new SettingsException(setting, what);
    }
}
