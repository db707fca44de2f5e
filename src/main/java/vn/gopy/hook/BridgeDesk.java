package vn.gopy.hook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gopy.config.Secret;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.hook.EndpointDesk.Added;
import vn.gopy.vault.Safe;

/// Where operators manage bridges to other messengers while the service runs. Those of the settings are changed
/// there alone.
public final class BridgeDesk {
    private static final int MOST = 20;

    private final SqlManagedBridges rows;
    private final Database database;
    private final Guard guard;
    private final InstantSource clock;

    public BridgeDesk(Safe safe, Database database, Guard guard, InstantSource clock) {
        rows = new SqlManagedBridges(safe);
        this.database = database;
        this.guard = guard;
        this.clock = clock;
    }

    /// What a bridge may not be.
    ///
    /// @param taken     names of channels that are there already
    /// @param objection why nothing may be sent to an address, empty when it may
    public record Guard(Set<String> taken, Function<String, Optional<String>> objection) {
        public Guard {
            taken = Set.copyOf(taken);
        }
    }

    /// How a bridge stands.
    ///
    /// @param host what may be seen of its callback
    /// @param old  until when the secret before this one is good, too
    public record Standing(String name, String host, Optional<Instant> old) {}

    /// All that are managed here, by name.
    public List<Standing> standings() {
        return database.read(rows::all).stream()
                .map(bridge -> new Standing(bridge.name(), Endpoint.host(bridge.callback()),
                        bridge.secrets().bothUntil(clock.instant())))
                .toList();
    }

    public Optional<ManagedBridge> find(String name) {
        return database.read(tx -> rows.find(tx, name));
    }

    /// Adds a bridge, if the SSRF guard lets us call its callback now.
    public Added add(String name, String callback, Witness witness) {
        var fault = fault(name, callback);
        if (fault.isPresent()) {
            return fault.get();
        }
        var secret = EndpointDesk.newSecret();
        return database.ledger().commit(tx -> {
            if (rows.find(tx, name).isPresent()) {
                return new Added.Refused(EndpointFault.NAME_TAKEN, "the name is taken");
            }
            rows.add(tx, new ManagedBridge(name, callback, Rotating.fresh(secret)), clock.instant());
            witness.saw(tx, name);
            return new Added.Done(secret);
        });
    }

    private Optional<Added> fault(String name, String callback) {
        if (!name.matches(HookSettings.NAME)) {
            return refused(EndpointFault.NAME_WRONG, "give small letters, digits and -");
        }
        if (guard.taken().contains(name)) {
            return refused(EndpointFault.NAME_TAKEN, "the name is taken");
        }
        if (standings().size() >= MOST) {
            return refused(EndpointFault.TOO_MANY, "there are " + MOST + " already");
        }
        return guard.objection().apply(callback).flatMap(why -> refused(EndpointFault.URL_REFUSED, why));
    }

    private static Optional<Added> refused(EndpointFault fault, String why) {
        return Optional.of(new Added.Refused(fault, why));
    }

    /// A new secret, told now and never again; the old one is good beside it for [EndpointDesk#BOTH]. Throws
    /// [IllegalArgumentException] when no such bridge is managed here.
    public Secret rotate(String name, Witness witness) {
        var secret = EndpointDesk.newSecret();
        change(name, tx -> {
            rows.rotate(tx, name, secret, clock.instant().plus(EndpointDesk.BOTH));
            witness.saw(tx, name);
        });
        return secret;
    }

    /// The old secret is good no more, from now on.
    public void forgetOld(String name, Witness witness) {
        change(name, tx -> {
            rows.forgetOld(tx, name);
            witness.saw(tx, name + " old secret dropped");
        });
    }

    /// From now on nothing is heard of it and nothing sent to it; what residents said stays.
    public void remove(String name, Witness witness) {
        change(name, tx -> {
            rows.remove(tx, name);
            witness.saw(tx, name);
        });
    }

    /// Drops secrets whose time beside a new one is over; gives back how many.
    public int forgetOver() {
        return database.ledger().commit(tx -> rows.forgetOver(tx, clock.instant()));
    }

    private void change(String name, Consumer<Tx> change) {
        database.ledger().commit(tx -> {
            if (rows.find(tx, name).isEmpty()) {
                throw new IllegalArgumentException("no bridge " + name + " is managed here");
            }
            change.accept(tx);
            return true;
        });
    }
}
