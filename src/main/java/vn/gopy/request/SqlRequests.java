package vn.gopy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Consent;
import vn.gopy.place.UnitId;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// Where requests are kept, as their senders use them.
public final class SqlRequests {
    private static final String FILE = """
            INSERT INTO request (id, pid, unit, topic, language, sent_on, due, state, reopened, assigned, revision,
                                 receipt, version, text_hash, given_at, channel, evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'open', 0, 0, 0, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SAY = """
            INSERT INTO request_words (request, kind, said_on, official, text)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String REPLY = """
            UPDATE request
               SET state = 'open', due = ?, revision = revision + 1
             WHERE id = ? AND pid = ? AND state = 'asked'
            """;
    private static final String REOPEN = """
            UPDATE request
               SET state = 'open', due = ?, solved = NULL, reopened = reopened + 1, revision = revision + 1
             WHERE id = ? AND pid = ? AND state = 'answered' AND ends_on >= ?
            """;
    private static final String JUDGE = """
            UPDATE request
               SET solved = ?, revision = revision + 1
             WHERE id = ? AND pid = ? AND state = 'answered' AND solved IS NULL
            """;
    private static final String RATE = """
            UPDATE request
               SET rating = ?, revision = revision + 1
             WHERE id = ? AND pid = ? AND state = 'answered' AND rating IS NULL
            """;
    private static final String OWN = """
            SELECT id, unit, sent_on, state, due, asked_on, solved, rating, ends_on
              FROM request
             WHERE pid = ?
             ORDER BY given_at DESC, id
            """;
    private static final String FIRST_WORDS = """
            SELECT text
              FROM request_words
             WHERE request = ? AND kind = 'sent'
            """;
    private static final String OFFICE = """
            SELECT text
              FROM request_words
             WHERE request = ? AND kind IN ('asked', 'answered')
             ORDER BY id DESC
             LIMIT 1
            """;
    private static final String ERASE = """
            DELETE FROM request
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM request
             WHERE given_at < ?
            """;

    private final SealedWords words;

    public SqlRequests(Vault vault) {
        words = new SealedWords(vault);
    }

    /// Keeps a request with the consent to it.
    ///
    /// @param evidence a keyed mark of the message that gave the consent
    public void file(Tx tx, Person person, Sent sent, Consent consent, byte[] evidence) {
        long moment = consent.givenAt().toEpochMilli();
        long id = words.number(person, moment, sent.receipt());
        tx.run(FILE, id, person.pid().bytes(), sent.unit().toString(), sent.topic().code(),
                sent.language().tag(), sent.sentOn().toEpochDay(), sent.due().toEpochDay(),
                words.mark(sent.receipt()), consent.version(), consent.textHash(), moment, consent.channel(),
                evidence);
        say(tx, person, Kind.SENT, new Reply(id, sent.text(), sent.sentOn(), sent.due()));
    }

    private void say(Tx tx, Person person, Kind kind, Reply said) {
        tx.run(SAY, said.id(), kind.word(), said.day().toEpochDay(), 0, words.seal(person, said.text()));
    }

    /// What the sender says to a request of theirs.
    ///
    /// @param due the last day to answer from now on
    public record Reply(long id, String text, LocalDate day, LocalDate due) {
        /// Without what was said.
        @Override
        public String toString() {
            return "reply";
        }
    }

    /// Keeps the answer to what the office asked back; false when it awaits none.
    public boolean reply(Tx tx, Person person, Reply reply) {
        boolean awaited = tx.run(REPLY, reply.due().toEpochDay(), reply.id(), person.pid().bytes()) > 0;
        if (awaited) {
            say(tx, person, Kind.REPLIED, reply);
        }
        return awaited;
    }

    /// Opens an answered request again; false when it is not answered, or too late.
    public boolean reopen(Tx tx, Person person, Reply reply) {
        boolean open = tx.run(REOPEN, reply.due().toEpochDay(), reply.id(), person.pid().bytes(),
                reply.day().toEpochDay()) > 0;
        if (open) {
            say(tx, person, Kind.REOPENED, reply);
        }
        return open;
    }

    /// Whether it is solved, said once for each answer; false when it was said before.
    public boolean judge(Tx tx, Pseudonym person, long id, boolean solved) {
        return tx.run(JUDGE, solved ? 1 : 0, id, person.bytes()) > 0;
    }

    /// A mark from 1 to 5, given once; false when it was given before.
    public boolean rate(Tx tx, Pseudonym person, long id, int rating) {
        return tx.run(RATE, rating, id, person.bytes()) > 0;
    }

    /// A resident's own requests, newest first.
    public List<Own> own(Tx tx, Person person) {
        return tx.all(OWN, row -> own(tx, person, row), person.pid().bytes());
    }

    private Own own(Tx tx, Person person, Row row) {
        long id = row.number(1);
        return new Own(id, UnitId.parse(row.text(2)).orElseThrow(), LocalDate.ofEpochDay(row.number(3)),
                tx.first(FIRST_WORDS, words(person), id).orElse(""), State.of(row.text(4)).orElseThrow(),
                LocalDate.ofEpochDay(row.number(5)), tx.first(OFFICE, words(person), id).orElse(""),
                day(row, 6),
                row.isNull(7) ? Optional.empty() : Optional.of(row.integer(7) == 1),
                row.isNull(8) ? 0 : row.integer(8), day(row, 9));
    }

    static Optional<LocalDate> day(Row row, int column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(row.number(column)));
    }

    private Function<Row, String> words(Person person) {
        return row -> words.open(person, row.bytes(1));
    }

    /// Deletes every request of a resident with all that was said about it.
    public int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    /// Deletes requests sent before a moment; gives back how many (contracts.md P14).
    public int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }
}
