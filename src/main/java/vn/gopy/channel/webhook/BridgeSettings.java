package vn.gopy.channel.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;
import vn.gopy.wire.Destinations;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;
import vn.gopy.wire.WireSettings;

/// The bridges that an operator named.
public record BridgeSettings(List<Bridge> bridges) implements Bridges {
    /// Names of channels of our own.
    public static final Set<String> TAKEN = Set.of("telegram", "web", "console");

    public BridgeSettings {
        bridges = List.copyOf(bridges);
    }

    /// Throws [SettingsException] with the key of what is missing or wrong.
    public static BridgeSettings from(Settings settings) {
        var destinations = new Destinations(WireSettings.from(settings));
        var names = settings.list("channels").stream().map(BridgeSettings::checked).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw new SettingsException("channels", "holds a name twice: give each bridge its own");
        }
        settings.refuseStrays("channel", names);
        return new BridgeSettings(
                names.stream().map(name -> bridge(settings, destinations, name)).toList());
    }

    @Override
    public Optional<Bridge> find(String name) {
        return bridges.stream().filter(bridge -> bridge.name().equals(name)).findFirst();
    }

    private static String checked(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,39}") || TAKEN.contains(name)) {
            throw new SettingsException("channels", "'" + name + "' cannot be a bridge's name: give small "
                    + "letters, digits and -, none of "
                    + String.join(", ", TAKEN.stream().sorted().toList()));
        }
        return name;
    }

    private static Bridge bridge(Settings settings, Destinations destinations, String name) {
        var key = "channel-" + name + "-callback";
        var callback = settings.find(key).orElseThrow(
                () -> new SettingsException(key, "is missing: give the https:// address that takes replies"));
        destinations.objection(callback).ifPresent(why -> {
            throw new SettingsException(key, "cannot be called: " + why);
        });
        var secretKey = "channel-" + name + "-secret";
        var secret = settings.secret(secretKey).orElseThrow(
                () -> new SettingsException(secretKey,
                        "is missing: name its file in '" + secretKey + "-file'"));
        return new Bridge(name, callback, new Signer(SigningKey.of(secretKey, secret)));
    }
}
