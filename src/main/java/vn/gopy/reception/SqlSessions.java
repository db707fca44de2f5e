package vn.gopy.reception;

import java.nio.charset.StandardCharsets;
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
            SELECT version, state, until
              FROM session
             WHERE pid = ?
            """;
    private static final String KEEP = """
            INSERT INTO session (pid, version, state, until)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (pid) DO UPDATE
               SET version = excluded.version, state = excluded.state, until = excluded.until
             WHERE session.version = excluded.version - 1
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

    /// The kept session of a resident. One that cannot be opened or read any more, after a restore or an
    /// upgrade, begins anew.
    Optional<Stored> find(Tx tx, Person person, Instant now) {
        return tx.first(FIND, row -> new Stored(row.integer(1), opened(person, row.bytes(2), now),
                Instant.ofEpochMilli(row.number(3))), person.pid().bytes());
    }

    private Standing opened(Person person, byte[] state, Instant now) {
        try {
            var json = vault.open(person.key(), person.pid(), SESSION, state);
            return StandingJson.read(new String(json, StandardCharsets.UTF_8), now);
        } catch (VaultException _) { // sealed under a key that is gone: nobody reads it again
            return Standing.start(now);
        }
    }

    byte[] seal(Person person, Standing standing) {
        return vault.seal(person.key(), person.pid(), SESSION,
                StandingJson.write(standing).getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps a session under its next version. Throws [SessionMoved] when the kept one is not the version
    /// before.
    void keep(Tx tx, Pseudonym person, int version, byte[] state, Instant until) {
        if (tx.run(KEEP, person.bytes(), version, state, until.toEpochMilli()) == 0) {
            throw new SessionMoved();
        }
    }

    int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    int forget(Tx tx, Instant now) {
        return tx.run(FORGET, now.toEpochMilli());
    }

    record Stored(int version, Standing standing, Instant until) {}
}
