package vn.gopy.hook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;
import vn.gopy.wire.Destinations;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;
import vn.gopy.wire.WireSettings;

/// The endpoints that an operator named.
public record HookSettings(List<Endpoint> endpoints) {
    private static final Set<String> TYPES = Set.of(Event.DigestWeekly.TYPE, Event.FiguresAlert.TYPE,
            Event.ReleasePublished.TYPE,
            Event.QuestionsUnanswered.TYPE, Event.ThemeAnswered.TYPE, Event.WebhookTest.TYPE);

    /// What an endpoint may be called.
    static final String NAME = "[a-z][a-z0-9-]{0,39}";

    public HookSettings {
        endpoints = List.copyOf(endpoints);
    }

    /// Throws [SettingsException] with the key of what is missing or wrong.
    public static HookSettings from(Settings settings) {
        var destinations = new Destinations(WireSettings.from(settings));
        var names = settings.list("endpoints").stream().map(HookSettings::checked).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw new SettingsException("endpoints", "holds a name twice: give each endpoint its own");
        }
        settings.refuseStrays("endpoint", names);
        return new HookSettings(
                names.stream().map(name -> endpoint(settings, destinations, name)).toList());
    }

    /// Every type of event there is.
    public static Set<String> types() {
        return TYPES;
    }

    /// The endpoint of that name, if the settings still have it.
    public Optional<Endpoint> find(String name) {
        return endpoints.stream().filter(endpoint -> endpoint.name().equals(name)).findFirst();
    }

    private static String checked(String name) {
        if (!name.matches(NAME)) {
            throw new SettingsException("endpoints",
                    "'" + name + "' cannot be an endpoint's name: give small letters, digits and -");
        }
        return name;
    }

    private static Endpoint endpoint(Settings settings, Destinations destinations, String name) {
        var key = "endpoint-" + name + "-url";
        var url = settings.find(key).orElseThrow(
                () -> new SettingsException(key, "is missing: give the https:// address that takes events"));
        destinations.objection(url).ifPresent(why -> {
            throw new SettingsException(key, "cannot be called: " + why);
        });
        var secretKey = "endpoint-" + name + "-secret";
        var secret = settings.secret(secretKey).orElseThrow(
                () -> new SettingsException(secretKey,
                        "is missing: name its file in '" + secretKey + "-file'"));
        return new Endpoint(name, url, new Signer(SigningKey.of(secretKey, secret)), events(settings, name));
    }

    private static Set<String> events(Settings settings, String name) {
        var key = "endpoint-" + name + "-events";
        if (settings.find(key).isEmpty()) {
            return TYPES;
        }
        var events = Set.copyOf(settings.list(key));
        if (!TYPES.containsAll(events)) {
            throw new SettingsException(key,
                    "holds an event that does not exist: choose from "
                            + String.join(", ", TYPES.stream().sorted().toList()));
        }
        return events;
    }
}
