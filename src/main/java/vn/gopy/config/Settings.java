package vn.gopy.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every setting of the program by its key, as text, already checked to be a known one.
///
/// The shipped `config/gopy.yaml` is the list of keys and their defaults; a file of the operator's and the
/// environment (`GOPY_` + key in capitals, `-` as `_`) override it. Each room reads its own record from here.
public record Settings(Map<String, String> values, Map<String, Secret> secrets) {
    public Settings {
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
    }

    /// The same settings with some values replaced, as a command-line option does.
    public Settings with(Map<String, String> replaced) {
        var all = new HashMap<>(values);
        all.putAll(replaced);
        return new Settings(all, secrets);
    }

    /// The text of a key; empty text when it has none. Asking for an unknown key is a programming fault.
    public String text(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no such setting: " + key);
        }
        return value;
    }

    /// The text of a key that may be missing, such as the address of one of several channels.
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    /// Throws when a key such as `channel-zalo-callback` names something that is not in its list, as a slip
    /// of the pen does.
    ///
    /// @param kind  `channel` or `endpoint`
    /// @param names those that the list has
    public void refuseStrays(String kind, List<String> names) {
        var key = Pattern.compile(kind + "-(.+)-(callback|url|events|secret)");
        Stream.concat(values.keySet().stream(), secrets.keySet().stream()).sorted().forEach(each -> {
            var found = key.matcher(each.replaceAll("-file$", ""));
            if (found.matches() && !names.contains(found.group(1))) {
                throw new SettingsException(each, "belongs to '" + found.group(1) + "', which is not among '"
                        + kind + "s': add it there, or remove this");
            }
        });
    }

    /// A secret by its key, from the environment or from the file that `<key>-file` names.
    public Optional<Secret> secret(String key) {
        return Optional.ofNullable(secrets.get(key));
    }

    /// The parts of a comma-separated value, trimmed, without empty ones.
    public List<String> list(String key) {
        return Arrays.stream(text(key).split(",")).map(String::strip).filter(part -> !part.isEmpty())
                .toList();
    }

    /// A whole number within bounds, both included.
    public int number(String key, int least, int most) {
        try {
            int number = Integer.parseInt(text(key).strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new SettingsException(key, "is not a whole number: give one from " + least + " to " + most);
        }
        throw new SettingsException(key, "is out of range: give a number from " + least + " to " + most);
    }

    public boolean yes(String key) {
        return switch (text(key).strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingsException(key, "must be true or false");
        };
    }

    /// A length of time such as `24h`, `30d`, `15m`, `20s`.
    public Duration duration(String key) {
        var text = text(key).strip();
        if (!text.matches("[0-9]{1,6}[smhd]")) {
            throw new SettingsException(key, "is not a length of time: write 20s, 15m, 24h or 30d");
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    public ZoneId zone(String key) {
        try {
            return ZoneId.of(text(key).strip());
        } catch (DateTimeException unknown) {
            throw new SettingsException(key, "is not a time zone: write one such as Asia/Ho_Chi_Minh");
        }
    }

    /// One of some words, as written.
    public String oneOf(String key, List<String> words) {
        var text = text(key).strip();
        if (!words.contains(text)) {
            throw new SettingsException(key, "must be one of " + String.join(", ", words));
        }
        return text;
    }

    public Path path(String key) {
        return Path.of(text(key).strip());
    }
}
