package vn.gopy.feedback;

import java.time.Instant;
import vn.gopy.db.Tx;
import vn.gopy.vault.Pseudonym;

/// Consents with their evidence (contracts.md P5).
public final class SqlConsents {
    private static final String IN_FORCE = """
            SELECT count(*)
              FROM consent
             WHERE pid = ? AND version = ? AND withdrawn_at IS NULL
            """;
    private static final String GIVE = """
            INSERT INTO consent (pid, version, purposes, text_hash, given_at, channel, evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (pid) DO UPDATE SET version = excluded.version, purposes = excluded.purposes,
                   text_hash = excluded.text_hash, given_at = excluded.given_at, channel = excluded.channel,
                   evidence = excluded.evidence, withdrawn_at = NULL
            """;
    private static final String WITHDRAW = """
            UPDATE consent
               SET withdrawn_at = ?
             WHERE pid = ? AND withdrawn_at IS NULL
            """;
    private static final String ERASE = """
            DELETE FROM consent
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM consent
             WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.pid = consent.pid)
            """;

    /// Whether a resident agreed to this version of the text and did not take it back.
    public boolean inForce(Tx tx, Pseudonym person, String version) {
        return tx.number(IN_FORCE, person.bytes(), version) > 0;
    }

    /// Keeps a consent; a new one replaces the old. `evidence` is a keyed mark of the message that gave it.
    public void give(Tx tx, Pseudonym person, Consent consent, byte[] evidence) {
        tx.run(GIVE, person.bytes(), consent.version(), consent.purposes(), consent.textHash(),
                consent.givenAt().toEpochMilli(), consent.channel(), evidence);
    }

    public void withdraw(Tx tx, Pseudonym person, Instant now) {
        tx.run(WITHDRAW, now.toEpochMilli(), person.bytes());
    }

    public void erase(Tx tx, Pseudonym person) {
        tx.run(ERASE, person.bytes());
    }

    /// Drops the consents of residents of whom nothing else is kept any more; gives back how many.
    public int forget(Tx tx) {
        return tx.run(FORGET);
    }
}
