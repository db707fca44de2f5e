package vn.gopy.feedback;

import java.nio.charset.StandardCharsets;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// Leave to show the sentence of an opinion as words of residents, each with its evidence (contracts.md P5,
/// P11). It goes with its opinion, and what editors made of the sentence goes with it: the tables see to that.
public final class SqlQuoteConsents {
    private static final String LAST = """
            SELECT id, text
              FROM feedback
             WHERE id = (SELECT max(id) FROM own_feedback WHERE pid = ?)
            """;
    private static final String GIVE = """
            INSERT INTO quote_consent (feedback, version, text_hash, given_at, channel, evidence)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (feedback) DO UPDATE SET version = excluded.version, text_hash = excluded.text_hash,
                   given_at = excluded.given_at, channel = excluded.channel, evidence = excluded.evidence
            """;
    private static final String COUNT = """
            SELECT count(*)
              FROM quote_consent
             WHERE feedback IN (SELECT id FROM own_feedback WHERE pid = ?)
            """;
    private static final String WITHDRAW = """
            DELETE FROM quote_consent
             WHERE feedback IN (SELECT id FROM own_feedback WHERE pid = ?)
            """;

    private final Vault vault;

    public SqlQuoteConsents(Vault vault) {
        this.vault = vault;
    }

    /// Keeps the leave for a resident's last opinion. Throws [DatabaseException] when that does not hold
    /// exactly this sentence: a leave is for the words that were shown and for no others.
    ///
    /// @param evidence a keyed mark of the message that gave it
    public void give(Tx tx, Person person, String text, Consent consent, byte[] evidence) {
        long feedback = tx.first(LAST, row -> text(person, row).equals(text) ? row.number(1) : 0L,
                person.pid().bytes()).orElse(0L);
        if (feedback == 0) {
            throw new DatabaseException("the last opinion does not hold the sentence that was shown");
        }
        tx.run(GIVE, feedback, consent.version(), consent.textHash(), consent.givenAt().toEpochMilli(),
                consent.channel(), evidence);
    }

    private String text(Person person, Row row) {
        return row.bytesOrNone(2).map(sealed -> new String(
                vault.open(person.key(), person.pid(), SqlFeedbackBook.TEXT, sealed), StandardCharsets.UTF_8))
                .orElse("");
    }

    /// How many sentences of a resident may be shown.
    public int count(Tx tx, Pseudonym person) {
        return (int) tx.number(COUNT, person.bytes());
    }

    /// Takes back every leave of a resident; what editors made of the sentences goes too. Gives back how many.
    public int withdraw(Tx tx, Pseudonym person) {
        return tx.run(WITHDRAW, person.bytes());
    }
}
