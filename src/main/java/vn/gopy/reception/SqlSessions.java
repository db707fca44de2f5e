package vn.gopy.reception;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.db.Tx;
import vn.gopy.dialogue.Standing;
import vn.gopy.dialogue.StandingJson;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;
import vn.gopy.vault.VaultException;

/// The table of sessions: where residents stand, sealed under their keys.
final class SqlSessions {
    private static final String FIND = """
            SELECT version, state, state_until, lasting, until
              FROM session
             WHERE pid = ?
            """;
    private static final String KEEP = """
            INSERT INTO session (pid, version, state, state_until, lasting, until)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (pid) DO UPDATE
               SET version = excluded.version, state = excluded.state, state_until = excluded.state_until,
                   lasting = excluded.lasting, until = excluded.until
             WHERE session.version = excluded.version - 1
            """;
    private static final String FORGET_STATES = """
            UPDATE session
               SET state = NULL
             WHERE state_until < ? AND state IS NOT NULL
            """;
    private static final String ERASE = """
            DELETE FROM session
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM session
             WHERE until < ?
            """;
    private static final String SESSION = "session";

    private final Vault vault;

    SqlSessions(Vault vault) {
        this.vault = vault;
    }

    /// The kept session of a resident: after a day, what they chose to be remembered. One that cannot be
    /// opened or read any more, after a restore or an upgrade, begins anew.
    Optional<Stored> find(Tx tx, Person person, Instant now) {
        return tx.first(FIND, row -> {
            var state = row.bytesOrNone(2).filter(_ -> row.number(3) > now.toEpochMilli())
                    .map(sealed -> opened(person, sealed, now));
            var lasting = row.bytesOrNone(4).filter(_ -> row.number(5) > now.toEpochMilli())
                    .map(sealed -> new Lasting(opened(person, sealed, now).lasting(Instant.EPOCH), sealed));
            return new Stored(row.integer(1),
                    state.or(() -> lasting.map(one -> one.chosen.lasting(now)))
                            .orElseGet(() -> Standing.start(now)),
                    lasting);
        }, person.pid().bytes());
    }

    private Standing opened(Person person, byte[] sealed, Instant now) {
        try {
            var json = vault.open(person.key(), person.pid(), SESSION, sealed);
            return StandingJson.read(json, now);
        } catch (VaultException _) { // sealed under a key that is gone: nobody reads it again
            return Standing.start(now);
        }
    }

    /// A session ready to be written, sealed outside of any transaction. What lasts is kept apart from the
    /// rest.
    ///
    /// @param until when the row goes
    Sealed seal(Person person, Standing standing, Optional<Lasting> lasting, Instant until) {
        return new Sealed(person.pid(), sealed(person, standing), standing.endsAt(), lasting, until);
    }

    /// What lasts of a standing, sealed; as it was before when nothing of it changed.
    Optional<Lasting> lasting(Person person, Standing standing, Optional<Lasting> before) {
        if (!standing.hasLasting()) {
            return Optional.empty();
        }
        var chosen = standing.lasting(Instant.EPOCH);
        return before.filter(one -> one.chosen.equals(chosen))
                .or(() -> Optional.of(new Lasting(chosen, sealed(person, chosen))));
    }

    private byte[] sealed(Person person, Standing standing) {
        return vault.seal(person.key(), person.pid(), SESSION, StandingJson.write(standing));
    }

    /// Keeps a session under its next version. Throws [SessionMoved] when the kept one is not the version
    /// before.
    void keep(Tx tx, int version, Sealed session) {
        if (tx.run(KEEP, session.person.bytes(), version, session.state, session.stateUntil.toEpochMilli(),
                session.lasting.<Object>map(one -> one.sealed).orElse(Tx.NULL),
                session.until.toEpochMilli()) == 0) {
            throw new SessionMoved();
        }
    }

    int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    /// Forgets what is over: where somebody stood, and whole sessions. Gives back how many of each together.
    int forget(Tx tx, Instant now) {
        return tx.run(FORGET, now.toEpochMilli()) + tx.run(FORGET_STATES, now.toEpochMilli());
    }

    record Stored(int version, Standing standing, Optional<Lasting> lasting) {}

    /// What a resident chose to be remembered, and the same sealed.
    static final class Lasting {
        private final Standing chosen;
        private final byte[] sealed;

        private Lasting(Standing chosen, byte[] sealed) {
            this.chosen = chosen;
            this.sealed = sealed;
        }
    }

    /// A session ready to be written.
    static final class Sealed {
        private final Pseudonym person;
        private final byte[] state;
        private final Instant stateUntil;
        private final Optional<Lasting> lasting;
        private final Instant until;

        private Sealed(Pseudonym person, byte[] state, Instant stateUntil, Optional<Lasting> lasting,
                Instant until) {
            this.person = person;
            this.state = state;
            this.stateUntil = stateUntil;
            this.lasting = lasting;
            this.until = until;
        }
    }
}
