package vn.gopy.official;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Database;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Tx;

/// Who is signed in. A session is known by 256 random bits, of which the database holds the SHA-256; it ends
/// when idle for half an hour, and after eight hours in any case (contracts.md section 5, rows 29 to 31).
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration HALF = Duration.ofMinutes(5);
    private static final Duration SEEN_AGAIN = Duration.ofSeconds(10);
    private static final Duration BACK = Duration.ofMinutes(5);

    private final SqlSessions rows = new SqlSessions();
    private final SqlOfficials officials = new SqlOfficials();
    private final Codes codes = new Codes();
    private final Database database;
    private final AuditTrail audit;
    private final OfficialSettings settings;
    private final InstantSource clock;

    Sessions(Officials.Parts parts, AuditTrail audit) {
        database = parts.database();
        settings = parts.settings();
        clock = parts.clock();
        this.audit = audit;
    }

    record Opening(boolean whole, Instant at) {}

    /// Opens a session and gives back its id.
    String open(Tx tx, long official, boolean whole) {
        var id = codes.session();
        rows.open(tx, Codes.hash(id), official, new Opening(whole, clock.instant()));
        return id;
    }

    /// The session with this id, if it goes on; it counts as used now.
    public Optional<Session> find(String id) {
        var now = clock.instant();
        var found = database.read(tx -> rows.find(tx, Codes.hash(id)))
                .filter(session -> goesOn(session, now));
        found.filter(session -> !now.isBefore(session.seen().plus(SEEN_AGAIN)))
                .ifPresent(session -> seen(session, now));
        return found;
    }

    /// Where nothing can be written, on a full disk, officials still read; the session only ends the earlier.
    private void seen(Session session, Instant now) {
        try {
            database.ledger().commit(tx -> {
                rows.seen(tx, session.id(), now);
                return true;
            });
        } catch (DatabaseException fault) {
            LOG.atWarn().setCause(fault).log("could not note that a session goes on");
        }
    }

    /// A clock that was set back ends sessions: they would live too long.
    private boolean goesOn(Session session, Instant now) {
        var longest = session.whole() ? settings.longest() : HALF;
        return now.isBefore(session.began().plus(longest))
                && now.isBefore(session.seen().plus(settings.idle()))
                && !now.isBefore(session.seen().minus(BACK));
    }

    /// Whether this session of an official, whose account is open, goes on.
    boolean goesOn(Tx tx, long official, long session, Instant now) {
        return officials.find(tx, official).map(SqlOfficials.Kept::account).filter(Account::enabled)
                .map(account -> rows.of(tx, account)).stream().flatMap(List::stream)
                .anyMatch(one -> one.id() == session && one.whole() && goesOn(one, now));
    }

    /// The official's open sessions, the last used first.
    public List<Session> of(Account account) {
        var now = clock.instant();
        return database.read(tx -> rows.of(tx, account)).stream().filter(session -> goesOn(session, now))
                .toList();
    }

    /// Signs out.
    public void signOut(Session session) {
        database.ledger().commit(tx -> {
            rows.end(tx, session.account().id(), session.id());
            audit.write(tx, session.account().id(), Deed.SIGNED_OUT, "");
            return true;
        });
    }

    /// Ends another of the official's own sessions.
    public void end(Session mine, long other) {
        database.ledger().commit(tx -> {
            if (rows.end(tx, mine.account().id(), other)) {
                audit.write(tx, mine.account().id(), Deed.SESSION_ENDED, "one");
            }
            return true;
        });
    }

    /// Ends all of the official's sessions but this one.
    public void endOthers(Session mine) {
        database.ledger().commit(tx -> {
            rows.endOthers(tx, mine.account().id(), mine.id());
            audit.write(tx, mine.account().id(), Deed.SESSION_ENDED, "all others");
            return true;
        });
    }

    boolean end(Tx tx, Session session) {
        return rows.end(tx, session.account().id(), session.id());
    }

    void endAll(Tx tx, long official) {
        rows.endAll(tx, official);
    }

    /// Drops those that are over; gives back how many. With `dryRun` it only counts.
    public int forget(boolean dryRun) {
        var began = clock.instant().minus(settings.longest());
        var seen = clock.instant().minus(settings.idle());
        return dryRun
                ? database.read(tx -> rows.old(tx, began, seen))
                : database.ledger().commit(tx -> rows.forget(tx, began, seen));
    }
}
