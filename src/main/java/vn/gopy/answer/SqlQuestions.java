package vn.gopy.answer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Consent;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.PersonKey;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;
import vn.gopy.vault.VaultException;

/// Where questions without a source are kept, their text sealed under the resident's key.
public final class SqlQuestions {
    /// So many of one resident are kept; the oldest gives way.
    public static final int MOST = 20;

    private static final String NOTE = """
            INSERT INTO question (pid, mark, asked_at, text, language, told_wanted, library, version,
                                  text_hash, channel, evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (pid, mark) DO UPDATE SET asked_at = excluded.asked_at, text = excluded.text,
                   language = excluded.language, told_wanted = excluded.told_wanted,
                   library = excluded.library, version = excluded.version, text_hash = excluded.text_hash,
                   channel = excluded.channel, evidence = excluded.evidence
            """;
    private static final String DROP_OLDEST = """
            DELETE FROM question
             WHERE pid = ?
               AND id NOT IN (SELECT id
                                FROM question
                               WHERE pid = ?
                               ORDER BY asked_at DESC, id DESC
                               LIMIT ?)
            """;
    private static final String LATEST = """
            SELECT asked_at, text, language, told_wanted, library
              FROM question
             WHERE pid = ?
             ORDER BY asked_at DESC, id DESC
            """;
    private static final String ERASE = """
            DELETE FROM question
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM question
             WHERE asked_at < ?
            """;
    private static final String FIRST = """
            SELECT min(asked_at)
              FROM question
            """;
    private static final String ASKED_BETWEEN = """
            SELECT question.pid, person.key, question.text, question.id
              FROM question
              JOIN person ON person.pid = question.pid
             WHERE asked_at >= ? AND asked_at < ?
            """;
    private static final String PAGE = """
            SELECT id
              FROM question
             WHERE id > ? AND (library <> ? OR asked_at < ?)
             ORDER BY id
             LIMIT ?
            """;
    private static final String OPEN = """
            SELECT question.pid, person.key, question.text, question.id, question.language, told_wanted
              FROM question
              JOIN person ON person.pid = question.pid
             WHERE id = ?
            """;
    private static final String ANSWERED = """
            DELETE FROM question
             WHERE id = ? AND pid = ? AND mark = ?
            """;
    private static final String TEXT = "question";

    private static final Logger LOG = LoggerFactory.getLogger(SqlQuestions.class);

    private final Vault vault;

    public SqlQuestions(Vault vault) {
        this.vault = vault;
    }

    /// Keeps a question with the consent to it; the same question asked again replaces the earlier one.
    ///
    /// @param evidence a keyed mark of the message that gave the consent
    public void note(Tx tx, Person person, Noted noted, Consent consent, byte[] evidence) {
        var pid = person.pid();
        tx.run(NOTE, pid.bytes(), mark(pid, noted.text()), noted.askedAt().toEpochMilli(),
                vault.seal(person.key(), pid, TEXT, noted.text().getBytes(StandardCharsets.UTF_8)),
                noted.language().tag(), noted.wishesToHear() ? 1 : 0, noted.library(), consent.version(),
                consent.textHash(), consent.channel(), evidence);
        tx.run(DROP_OLDEST, pid.bytes(), pid.bytes(), MOST);
    }

    /// Spaces, marks and case do not make another question of it.
    private byte[] mark(Pseudonym person, String text) {
        return vault.mark(TEXT, person.hex() + '|' + Folding.fold(text).strip().replaceAll("\\s+", " "));
    }

    /// A resident's own questions, newest first.
    public List<Noted> latest(Tx tx, Person person) {
        return tx.all(LATEST, row -> new Noted(Instant.ofEpochMilli(row.number(1)),
                text(person.pid(), person.key(), row.bytes(2)), new Language(row.text(3)),
                row.integer(4) == 1, row.text(5)), person.pid().bytes());
    }

    /// Deletes every question of a resident.
    public int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    /// Deletes questions asked before a moment; gives back how many (contracts.md P14).
    public int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }

    /// When the oldest was asked.
    Optional<Instant> first(Tx tx) {
        return tx.first(FIRST, row -> row.isNull(1)
                ? Optional.<Instant>empty()
                : Optional.of(Instant.ofEpochMilli(row.number(1)))).flatMap(found -> found);
    }

    /// All that was asked from one moment until before another, in no order; without what cannot be read.
    List<Asked> askedBetween(Tx tx, Instant from, Instant until) {
        return tx.all(ASKED_BETWEEN, this::readable, from.toEpochMilli(), until.toEpochMilli()).stream()
                .flatMap(Optional::stream).toList();
    }

    private Optional<Asked> readable(Row row) {
        try {
            return Optional.of(asked(row));
        } catch (VaultException fault) {
            LOG.error("could not read question {}: left out ({})", row.number(4), fault.getMessage());
            return Optional.empty();
        }
    }

    /// A question that may be looked up again.
    record Open(long id, Asked asked, Language language, boolean wishesToHear) {}

    /// Which are to be looked up: by another version than that which had no source, or asked before a moment.
    record Due(String version, Instant before) {}

    /// The numbers of the next due questions above one, in their order.
    List<Long> above(Tx tx, long id, Due due, int most) {
        return tx.all(PAGE, row -> row.number(1), id, due.version(), due.before().toEpochMilli(), most);
    }

    /// The question of a number; empty when it is gone.
    Optional<Open> open(Tx tx, long id) {
        return tx.first(OPEN, row -> new Open(row.number(4), asked(row), new Language(row.text(5)),
                row.integer(6) == 1), id);
    }

    private Asked asked(Row row) {
        var person = Pseudonym.of(row.bytes(1));
        return new Asked(person, text(person, vault.unwrapped(row.bytes(2), person), row.bytes(3)));
    }

    private String text(Pseudonym person, PersonKey key, byte[] sealed) {
        return new String(vault.open(key, person, TEXT, sealed), StandardCharsets.UTF_8);
    }

    /// Deletes a question that has an answer now; false when it was gone already.
    boolean answered(Tx tx, Open open) {
        var person = open.asked().person();
        return tx.run(ANSWERED, open.id(), person.bytes(), mark(person, open.asked().text())) > 0;
    }
}
