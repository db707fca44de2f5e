package vn.gopy.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads the settings: the shipped defaults, then the operator's file, then the environment.
public final class SettingsFile {
    private static final String DEFAULTS = "/config/gopy.yaml";
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SettingsFile() {}

    /// The shipped defaults alone, with the environment over them.
    public static Settings defaults(Map<String, String> environment) {
        return new Reading().defaults().environment(environment).settings();
    }

    /// The shipped defaults with the file over them and the environment over both. Throws
    /// [SettingsException], naming the key, for an unknown key or a secret that stands in the open.
    public static Settings read(Path file, Map<String, String> environment) {
        return new Reading().defaults().file(file).environment(environment).settings();
    }

    private static final class Reading {
        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, Secret> secrets = new HashMap<>();

        Reading defaults() {
            try (InputStream shipped = SettingsFile.class.getResourceAsStream(DEFAULTS)) {
                if (shipped == null) {
                    throw new IllegalStateException("the program was packed without " + DEFAULTS);
                }
                put(KeptYaml.tree(shipped.readAllBytes()), false);
            } catch (IOException broken) {
                throw new IllegalStateException("could not read the shipped settings", broken);
            }
            return this;
        }

        Reading file(Path file) {
            try {
                put(new YAMLMapper().readTree(Files.readString(file)), true);
            } catch (JsonProcessingException broken) {
                throw new SettingsException("config", file + " is not YAML: " + broken.getOriginalMessage());
            } catch (IOException unreadable) {
                throw new SettingsException("config", "cannot read " + file + ": give a file that exists");
            }
            return this;
        }

        Reading environment(Map<String, String> environment) {
            environment.forEach((name, value) -> {
                if (name.startsWith("GOPY_")) {
                    fromEnvironment(name.substring(5).toLowerCase(Locale.ROOT).replace('_', '-'), value);
                }
            });
            return this;
        }

        private void fromEnvironment(String key, String value) {
            check(key);
            if (Keys.secret(key)) {
                if (!value.isBlank()) {
                    secrets.put(key, new Secret(value));
                }
                return;
            }
            values.put(key, value);
        }

        private void put(JsonNode tree, boolean check) {
            tree.properties().forEach(entry -> {
                var key = entry.getKey();
                if (check) {
                    check(key);
                }
                if (Keys.secret(key)) {
                    throw new SettingsException(key,
                            "is a secret: set " + Keys.variable(key) + " or name a file in '"
                                    + key + "-file'");
                }
                values.put(key, text(key, entry.getValue()));
            });
        }

        private void check(String key) {
            if (!values.containsKey(key) && !Keys.dynamic(key) && !Keys.secret(key)) {
                throw new SettingsException(key,
                        "is unknown (" + Keys.variable(key) + "); the known ones stand, "
                                + "each with a comment, in config/gopy.yaml");
            }
        }

        private static String text(String key, JsonNode value) {
            if (value.isArray()) {
                var parts = new StringBuilder();
                value.forEach(part -> parts.append(parts.isEmpty() ? "" : ",").append(part.asText()));
                return parts.toString();
            }
            if (value.isObject()) {
                throw new SettingsException(key, "must be a single value or a list");
            }
            return value.isNull() ? "" : value.asText();
        }

        Settings settings() {
            values.forEach((key, file) -> {
                if (key.endsWith("-file") && !file.isBlank()) {
                    secrets.putIfAbsent(key.substring(0, key.length() - 5), fromFile(key, Path.of(file)));
                }
            });
            return new Settings(values, secrets);
        }

        /// A secret's file must be the owner's alone: contracts.md, section 5, row 38.
        private static Secret fromFile(String key, Path file) {
            try {
                var permissions = Files.getPosixFilePermissions(file);
                if (permissions.stream().anyMatch(OTHERS::contains)) {
                    throw new SettingsException(key, file + " can be read by others: run chmod 600 on it");
                }
                return new Secret(Files.readString(file, StandardCharsets.UTF_8).strip());
            } catch (IOException unreadable) {
                throw new SettingsException(key, "cannot read " + file + ": give a file that exists");
            } catch (IllegalArgumentException empty) {
                throw new SettingsException(key, file + " is empty: put the secret in it");
            }
        }
    }
}
