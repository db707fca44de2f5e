package vn.gopy.official;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import vn.gopy.db.Tx;
import vn.gopy.official.SqlOfficials.Kept;

/// Signing in, in two steps: name and password, then the second factor. Whoever has no account waits as long
/// and reads the same.
public final class SignIn {
    private final SqlOfficials officials = new SqlOfficials();
    private final Officials.Desk desk;

    SignIn(Officials.Desk desk) {
        this.desk = desk;
    }

    /// What became of a step.
    public sealed interface Outcome {
        /// A session with this id is open.
        record Open(String session) implements Outcome {}

        record Refused() implements Outcome {}

        record Wait(Duration rest) implements Outcome {}
    }

    /// The first step; the session that it opens allows the second step and nothing else.
    ///
    /// @param address where the request comes from
    public Outcome password(String name, String password, String address) {
        var key = Names.key(name);
        var rest = desk.attempts().take(key, address, desk.clock().instant());
        if (!rest.isZero()) {
            return new Outcome.Wait(rest);
        }
        var kept = desk.database().read(tx -> officials.byName(tx, key));
        boolean matches = matches(password, kept, () -> desk.attempts().right(key, address));
        if (!matches || kept.filter(one -> one.account().enabled()).isEmpty()) {
            desk.audit().note(kept.map(one -> one.account().id()).orElse(AuditTrail.NOBODY),
                    Deed.PASSWORD_REFUSED, "");
            return new Outcome.Refused();
        }
        desk.attempts().right(key, address);
        long id = kept.get().account().id();
        return desk.database().ledger().commit(tx -> officials.stillHas(tx, id, kept.get().password())
                ? new Outcome.Open(desk.sessions().open(tx, id, false))
                : new Outcome.Refused());
    }

    /// Whoever is turned away because too many wait has not tried.
    private boolean matches(String password, Optional<Kept> kept, Runnable notTried) {
        try {
            return desk.passwords().matches(password, kept.map(Kept::password));
        } catch (RejectedExecutionException busy) {
            notTried.run();
            throw busy;
        }
    }

    /// The second step: six digits of the app, or a recovery code. The session gets a new id.
    public Outcome factor(Session half, String typed, String address) {
        var now = desk.clock().instant();
        var key = Names.key(half.account().name());
        var rest = desk.attempts().take(key, address, now);
        if (!rest.isZero()) {
            return new Outcome.Wait(rest);
        }
        var opened = desk.database().ledger().commit(tx -> second(tx, half, typed, now));
        if (opened.isEmpty()) {
            return new Outcome.Refused();
        }
        desk.attempts().done(key, address);
        return new Outcome.Open(opened.get());
    }

    private Optional<String> second(Tx tx, Session half, String typed, Instant now) {
        long id = half.account().id();
        var kept = officials.find(tx, id).filter(one -> one.account().enabled());
        if (kept.isEmpty() || !proves(tx, kept.get(), typed, now) || !desk.sessions().end(tx, half)) {
            desk.audit().write(tx, id, Deed.FACTOR_REFUSED, "");
            return Optional.empty();
        }
        officials.signedIn(tx, id, now);
        desk.audit().write(tx, id, Deed.SIGNED_IN, "");
        return Optional.of(desk.sessions().open(tx, id, true));
    }

    private boolean proves(Tx tx, Kept kept, String typed, Instant now) {
        long id = kept.account().id();
        var digits = typed.replaceAll("[\\s-]", "");
        if (digits.matches("[0-9]{6}")) {
            var secret = desk.parts().safe().open(Officials.Desk.owner(id), kept.totp());
            var step = Totp.step(secret, digits, now, kept.step());
            return step.isPresent() && officials.useStep(tx, id, step.getAsLong());
        }
        boolean recovered = officials.useRecovery(tx, id, typed);
        if (recovered) {
            desk.audit().write(tx, id, Deed.RECOVERY_USED, "");
        }
        return recovered;
    }
}
