package vn.gopy.hook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.db.Tx;
import vn.gopy.vault.Safe;

/// Every endpoint there is: those that the settings name, and those that operators manage while the service
/// runs. Of one name, the settings' counts.
public final class Endpoints {
    private final HookSettings settings;
    private final SqlManagedEndpoints rows;
    private final InstantSource clock;

    public Endpoints(HookSettings settings, Safe safe, InstantSource clock) {
        this.settings = settings;
        rows = new SqlManagedEndpoints(safe);
        this.clock = clock;
    }

    /// The names of all, in order.
    public static List<String> names(Tx tx, HookSettings settings) {
        return Stream.concat(settings.endpoints().stream().map(Endpoint::name),
                SqlManagedEndpoints.names(tx).stream()).distinct().sorted().toList();
    }

    List<String> names(Tx tx) {
        return names(tx, settings);
    }

    /// Who is told of an event of this type, paused ones too.
    List<String> wanting(Tx tx, String type) {
        var fixed = settings.endpoints().stream().filter(endpoint -> endpoint.events().contains(type))
                .map(Endpoint::name);
        return Stream.concat(fixed, SqlManagedEndpoints.wanting(tx, type).stream()
                .filter(name -> settings.find(name).isEmpty())).toList();
    }

    /// The endpoint of that name, as events are sent to it now.
    Optional<Endpoint> find(Tx tx, String name) {
        return settings.find(name).or(() -> managed(tx, name).map(endpoint -> endpoint.at(now())));
    }

    /// Throws [IllegalArgumentException] when there is none.
    Endpoint known(Tx tx, String name) {
        return find(tx, name)
                .orElseThrow(() -> new IllegalArgumentException("there is no endpoint " + name));
    }

    /// Empty for one that the settings name.
    Optional<Managed> managed(Tx tx, String name) {
        return settings.find(name).isPresent() ? Optional.empty() : rows.find(tx, name);
    }

    SqlManagedEndpoints rows() {
        return rows;
    }

    Instant now() {
        return clock.instant();
    }
}
