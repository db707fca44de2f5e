package vn.gopy.official;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Tx;
import vn.gopy.identity.Provider.Arrival;
import vn.gopy.identity.Provider.Departure;

/// Signing in through a provider, and linking an account to an identity there. The provider tells who somebody
/// is; what they may do is told by the account alone. An identity that no account linked opens nothing.
public final class Identities {
    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);

    private final SqlIdentities rows = new SqlIdentities();
    private final SqlOfficials officials = new SqlOfficials();
    private final Officials.Desk desk;
    private final Proofs proofs;

    Identities(Officials.Desk desk) {
        this.desk = desk;
        proofs = new Proofs(desk);
    }

    /// How a trip to the provider begins.
    public sealed interface Start {
        /// The browser may go.
        ///
        /// @param ticket what the browser alone must carry meanwhile
        record Go(String to, String ticket) implements Start {
            @Override
            public String toString() {
                return "***";
            }
        }

        record Not(Hindrance why) implements Start {}

        /// What was typed to prove oneself is wrong.
        record Unproven(Fault fault) implements Start {}
    }

    /// How it ends.
    public sealed interface End {
        /// Signed in.
        ///
        /// @param whole whether nothing more is asked; else the second factor is
        record Open(String session, boolean whole) implements End {
            @Override
            public String toString() {
                return "***";
            }
        }

        record Linked() implements End {}

        record Not(Hindrance why) implements End {}
    }

    /// Why it does not go on.
    public enum Hindrance {
        /// The provider is away: the password works as ever.
        AWAY,
        /// The provider's answer is not believed, or it let nobody in.
        REFUSED,
        /// No account is linked to this identity.
        UNKNOWN,
        /// The identity is another account's.
        TAKEN,
        /// It took too long, or was done before.
        LATE,
        /// Too many tries.
        TOO_MANY;

        /// The last part of the phrase that tells it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What officials call the provider; empty when there is none.
    public String name() {
        return desk.parts().provider().name();
    }

    public boolean on() {
        return !name().isEmpty();
    }

    /// Since when an account is linked.
    public Optional<Instant> since(Account account) {
        return desk.database().read(tx -> rows.since(tx, account.id()));
    }

    /// Begins to sign in.
    public Start signIn() {
        return start(0, 0);
    }

    /// Begins to link the account of a session, if the password is right.
    public Start link(Session session, String password, String address) {
        var proof = proofs.of(session.account(), password, address);
        return proof.fault().<Start>map(Start.Unproven::new)
                .orElseGet(() -> start(session.account().id(), session.id()));
    }

    private Start start(long official, long session) {
        return switch (desk.parts().provider().depart()) {
            case Departure.Go(var to, var trip) -> new Start.Go(to.toString(),
                    new Ticket(trip, official, session).sealed(desk.parts().safe()));
            case Departure.Away(var why) -> {
                away(why);
                yield new Start.Not(Hindrance.AWAY);
            }
        };
    }

    private static void away(String why) {
        LOG.atWarn().addKeyValue("why", why).log("the provider for signing in cannot be used");
    }

    /// Ends a trip.
    ///
    /// @param ticket what the browser carried
    /// @param answer the parameters of the address that it came back to
    public End arrive(String ticket, Map<String, List<String>> answer, String address) {
        var now = desk.clock().instant();
        var key = Attempts.tripsFrom(address);
        if (!desk.attempts().take(key, address, now).isZero()) {
            return new End.Not(Hindrance.TOO_MANY);
        }
        var known = Ticket.opened(desk.parts().safe(), ticket, now);
        if (known.isEmpty()) {
            return new End.Not(Hindrance.LATE);
        }
        var end = switch (desk.parts().provider().arrive(known.get().trip(), answer)) {
            case Arrival.Known who -> desk.database().ledger().commit(tx -> known(tx, known.get(), who, now));
            case Arrival.Refused(var why) -> {
                LOG.atWarn().addKeyValue("why", why).log("an answer of the provider is not believed");
                yield refused(known.get(), Hindrance.REFUSED);
            }
            case Arrival.Away(var why) -> {
                away(why);
                yield new End.Not(Hindrance.AWAY);
            }
        };
        if (!(end instanceof End.Not)) {
            desk.attempts().right(key, address);
        }
        return end;
    }

    private End refused(Ticket ticket, Hindrance why) {
        desk.audit().note(ticket.official(), Deed.PROVIDER_REFUSED, why.word());
        return new End.Not(why);
    }

    private End known(Tx tx, Ticket ticket, Arrival.Known who, Instant now) {
        if (!rows.use(tx, Codes.hash(ticket.trip().nonce()), ticket.trip().began().plus(Ticket.LIFE), now)) {
            return not(tx, ticket.official(), Hindrance.LATE);
        }
        var mark = desk.parts().safe().identity(who.issuer(), who.subject());
        return ticket.links()
                ? linked(tx, ticket, mark, now)
                : in(tx, rows.owner(tx, mark), who.strong(), now);
    }

    private End not(Tx tx, long official, Hindrance why) {
        desk.audit().write(tx, official, Deed.PROVIDER_REFUSED, why.word());
        return new End.Not(why);
    }

    private End linked(Tx tx, Ticket ticket, byte[] mark, Instant now) {
        long id = ticket.official();
        if (!desk.sessions().goesOn(tx, id, ticket.session(), now)) {
            return not(tx, id, Hindrance.LATE);
        }
        if (rows.owner(tx, mark).filter(owner -> owner != id).isPresent()) {
            return not(tx, id, Hindrance.TAKEN);
        }
        rows.link(tx, id, mark, now);
        desk.audit().write(tx, id, Deed.IDENTITY_LINKED, "");
        return new End.Linked();
    }

    private End in(Tx tx, Optional<Long> owner, boolean strong, Instant now) {
        var open = owner.flatMap(id -> officials.find(tx, id)).map(SqlOfficials.Kept::account)
                .filter(Account::enabled);
        if (open.isEmpty()) {
            return not(tx, owner.orElse(AuditTrail.NOBODY), Hindrance.UNKNOWN);
        }
        long id = open.get().id();
        desk.audit().write(tx, id, Deed.PROVIDER_PASSED, strong ? "with its second factor" : "");
        if (strong) {
            officials.signedIn(tx, id, now);
            desk.audit().write(tx, id, Deed.SIGNED_IN, "by the provider alone");
        }
        return new End.Open(desk.sessions().open(tx, id, strong), strong);
    }

    /// Undoes the link, if the password is right; or tells what is wrong.
    public Optional<Fault> unlink(Account account, String password, String address) {
        return proofs.once(account, proofs.of(account, password, address), tx -> {
            if (rows.unlink(tx, account.id())) {
                desk.audit().write(tx, account.id(), Deed.IDENTITY_UNLINKED, "");
            }
        });
    }
}
