package vn.gopy.hook;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gopy.config.Secret;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;

/// Where operators, and programs with a token, manage endpoints while the service runs. Those of the settings
/// are changed there alone.
public final class EndpointDesk {
    /// For so long events are signed with the old secret beside the new one (contracts.md W4).
    public static final Duration BOTH = Duration.ofHours(24);
    /// No more than so many endpoints are managed.
    static final int MOST = 100;

    private final Endpoints endpoints;
    private final Hooks hooks;
    private final Database database;
    private final Function<String, Optional<String>> guard;

    /// @param guard why nothing may be sent to an address, empty when it may
    public EndpointDesk(Endpoints endpoints, Hooks hooks, Database database,
            Function<String, Optional<String>> guard) {
        this.endpoints = endpoints;
        this.hooks = hooks;
        this.database = database;
        this.guard = guard;
    }

    /// What an endpoint is to be.
    public record Wish(String name, String url, Set<String> events) {
        public Wish {
            events = Set.copyOf(events);
        }

        /// Without the URL, which may hold a token.
        @Override
        public String toString() {
            return name;
        }
    }

    /// What became of a wish.
    public sealed interface Added {
        /// There is the endpoint. Its secret is told now and never again.
        record Done(Secret secret) implements Added {}

        /// There is none. `why` is for the owner to read and quotes nothing.
        record Refused(EndpointFault fault, String why) implements Added {}
    }

    /// Adds an endpoint, if the SSRF guard lets us call its address now.
    public Added add(Wish wish, Witness witness) {
        var fault = fault(wish);
        if (fault.isPresent()) {
            return fault.get();
        }
        var secret = newSecret();
        return database.ledger().commit(tx -> {
            if (endpoints.find(tx, wish.name()).isPresent()) {
                return new Added.Refused(EndpointFault.NAME_TAKEN, "the name is taken");
            }
            var now = endpoints.now();
            endpoints.rows().add(tx, new Managed(wish.name(), wish.url(), Rotating.fresh(secret),
                    wish.events(), Optional.empty()), now);
            witness.saw(tx, wish.name());
            return new Added.Done(secret);
        });
    }

    private Optional<Added> fault(Wish wish) {
        if (!wish.name().matches(HookSettings.NAME)) {
            return refused(EndpointFault.NAME_WRONG, "give small letters, digits and -");
        }
        if (wish.events().isEmpty() || !HookSettings.types().containsAll(wish.events())) {
            return refused(EndpointFault.EVENTS_WRONG, "choose from "
                    + String.join(", ", HookSettings.types().stream().sorted().toList()));
        }
        if (database.read(SqlManagedEndpoints::names).size() >= MOST) {
            return refused(EndpointFault.TOO_MANY, "there are " + MOST + " already");
        }
        return guard.apply(wish.url()).flatMap(why -> refused(EndpointFault.URL_REFUSED, why));
    }

    private static Optional<Added> refused(EndpointFault fault, String why) {
        return Optional.of(new Added.Refused(fault, why));
    }

    /// A new secret, told now and never again; the old one signs beside it for [#BOTH]. Throws
    /// [IllegalArgumentException] when no such endpoint is managed here.
    public Secret rotate(String name, Witness witness) {
        var secret = newSecret();
        change(name, tx -> {
            endpoints.rows().rotate(tx, name, secret, endpoints.now().plus(BOTH));
            witness.saw(tx, name);
        });
        return secret;
    }

    /// The old secret signs no more, from now on; for one that got into strange hands.
    public void forgetOld(String name, Witness witness) {
        change(name, tx -> {
            endpoints.rows().forgetOld(tx, name);
            witness.saw(tx, name + " old secret dropped");
        });
    }

    /// Chooses the events; false when one does not exist, or none was chosen.
    public boolean choose(String name, Set<String> events, Witness witness) {
        if (events.isEmpty() || !HookSettings.types().containsAll(events)) {
            return false;
        }
        change(name, tx -> {
            endpoints.rows().choose(tx, name, events);
            witness.saw(tx, name + " events");
        });
        return true;
    }

    /// Tells it nothing until somebody says [#resume]. Pausing again changes nothing.
    public void pause(String name, Witness witness) {
        change(name, tx -> {
            if (endpoints.managed(tx, name).flatMap(Managed::pausedAt).isEmpty()) {
                endpoints.rows().pause(tx, name, Optional.of(endpoints.now()));
                witness.saw(tx, name + " paused");
            }
        });
    }

    /// Tells it everything again, and what it missed first; gives back how many events that are.
    public int resume(String name, Witness witness) {
        return database.ledger().commit(tx -> {
            var since = mine(tx, name).pausedAt();
            endpoints.rows().pause(tx, name, Optional.empty());
            witness.saw(tx, name + " resumed");
            return since.map(paused -> hooks.again(tx, name, paused, endpoints.now())).orElse(0);
        });
    }

    /// Forgets it with its log and all that waits for it. Nothing but this order does so.
    public void remove(String name, Witness witness) {
        change(name, tx -> {
            endpoints.rows().remove(tx, name);
            hooks.drop(tx, name);
            witness.saw(tx, name);
        });
    }

    private void change(String name, Consumer<Tx> change) {
        database.ledger().commit(tx -> {
            mine(tx, name);
            change.accept(tx);
            return true;
        });
    }

    private Managed mine(Tx tx, String name) {
        return endpoints.managed(tx, name)
                .orElseThrow(() -> new IllegalArgumentException("no endpoint " + name + " is managed here"));
    }

    static Secret newSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Secret("whsec_" + Base64.getEncoder().encodeToString(bytes));
    }
}
