package vn.gopy.vault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The table of residents: wrapped keys and sealed addresses.
public final class SqlPeople {
    private static final String FIND = """
            SELECT key, address, address_until, reachable
              FROM person
             WHERE pid = ?
            """;
    private static final String MEET = """
            INSERT INTO person (pid, key, address, address_until, reachable, met_on)
            VALUES (?, ?, ?, ?, 1, ?)
            ON CONFLICT (pid) DO NOTHING
            """;
    private static final String KEEP_ADDRESS = """
            UPDATE person
               SET address = ?, address_until = ?, reachable = 1
             WHERE pid = ?
            """;
    private static final String UNREACHABLE = """
            UPDATE person
               SET reachable = 0
             WHERE pid = ?
            """;
    private static final String FORGET_ADDRESS = """
            UPDATE person
               SET address = NULL, address_until = NULL
             WHERE pid = ?
            """;
    private static final String FORGET_ADDRESSES = """
            UPDATE person
               SET address = NULL, address_until = NULL
             WHERE address_until < ?
               AND NOT EXISTS (SELECT 1 FROM question
                                WHERE question.pid = person.pid AND told_wanted = 1)
               AND NOT EXISTS (SELECT 1 FROM request
                                WHERE request.pid = person.pid AND (state <> 'answered' OR ends_on >= ?))
               AND NOT EXISTS (SELECT 1 FROM own_feedback
                                  JOIN hear_consent ON hear_consent.feedback = own_feedback.id
                                WHERE own_feedback.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM follow WHERE follow.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM forum_question
                                WHERE forum_question.pid = person.pid AND told_wanted = 1)
               AND NOT EXISTS (SELECT 1 FROM parcel WHERE parcel.line = person.pid)
            """;
    private static final String FORGET_EMPTY = """
            DELETE FROM person
             WHERE address IS NULL
               AND NOT EXISTS (SELECT 1 FROM session WHERE session.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM own_feedback WHERE own_feedback.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM question WHERE question.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM request WHERE request.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM follow WHERE follow.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM poll_answer WHERE poll_answer.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM forum_question WHERE forum_question.pid = person.pid)
               AND NOT EXISTS (SELECT 1 FROM parcel WHERE parcel.line = person.pid)
            """;
    private static final String ANYBODY = """
            SELECT pid, key
              FROM person
             LIMIT 1
            """;
    private static final String ERASE = """
            DELETE FROM person
             WHERE pid = ?
            """;
    private static final String BURY = """
            INSERT INTO tombstone (mark, erased_at)
            VALUES (?, ?)
            ON CONFLICT (mark) DO UPDATE SET erased_at = excluded.erased_at
            """;
    private static final String ADDRESS = "address";

    private final Vault vault;

    public SqlPeople(Vault vault) {
        this.vault = vault;
    }

    /// Whether the house's keys are those that the residents' keys were wrapped with, as far as one of them
    /// tells.
    public boolean canBeOpened(Tx tx) {
        try {
            tx.first(ANYBODY, row -> vault.unwrapped(row.bytes(2), Pseudonym.of(row.bytes(1))));
            return true;
        } catch (VaultException _) {
            return false;
        }
    }

    /// The resident of a pseudonym, their key ready for use.
    public Optional<Person> find(Tx tx, Pseudonym pid) {
        return tx.first(FIND, row -> read(pid, row), pid.bytes());
    }

    private Person read(Pseudonym pid, Row row) {
        var key = vault.unwrapped(row.bytes(1), pid);
        var address = row.bytesOrNone(2)
                .map(sealed -> new String(vault.open(key, pid, ADDRESS, sealed), StandardCharsets.UTF_8));
        var until = row.isNull(3) ? Instant.EPOCH : Instant.ofEpochMilli(row.number(3));
        return new Person(pid, key, address, until, row.integer(4) == 1);
    }

    /// A resident's row, sealed and wrapped outside of any transaction.
    public Prepared prepare(Person person) {
        var address = person.address().orElseThrow().getBytes(StandardCharsets.UTF_8);
        return new Prepared(person, vault.wrapped(person.key(), person.pid()),
                vault.seal(person.key(), person.pid(), ADDRESS, address));
    }

    /// Keeps a resident met for the first time; false, changing nothing, when they are known.
    public boolean meet(Tx tx, Prepared prepared, Instant now) {
        return tx.run(MEET, prepared.person.pid().bytes(), prepared.wrapped, prepared.address,
                prepared.person.until().toEpochMilli(), now.getEpochSecond() / 86_400) == 1;
    }

    /// Keeps the address of a known resident anew; it makes them reachable again.
    public void keepAddress(Tx tx, Prepared prepared) {
        tx.run(KEEP_ADDRESS, prepared.address, prepared.person.until().toEpochMilli(),
                prepared.person.pid().bytes());
    }

    public void unreachable(Tx tx, Pseudonym pid) {
        tx.run(UNREACHABLE, pid.bytes());
    }

    /// Forgets the addresses whose time is over, but those of residents who wait for the answer to a question
    /// or to a request, may open one again, wish to hear of answers or to get announcements, or for whom a
    /// letter waits; gives back how many (contracts.md P14).
    public int forgetAddresses(Tx tx, Instant now) {
        return tx.run(FORGET_ADDRESSES, now.toEpochMilli(), now.getEpochSecond() / 86_400);
    }

    /// Forgets residents of whom nothing is kept: no address, no session, no opinion, no question, no request,
    /// no wish to get announcements, no letter; gives back how many.
    public int forgetEmpty(Tx tx) {
        return tx.run(FORGET_EMPTY);
    }

    /// Forgets the address of somebody to whom nothing is to be sent any more; [#forgetEmpty] takes the rest.
    public void forgetAddress(Tx tx, Pseudonym pid) {
        tx.run(FORGET_ADDRESS, pid.bytes());
    }

    /// Deletes the key and the address: what was sealed for this resident is unreadable from now on
    /// (contracts.md P6). Gives back how many rows went.
    public int erase(Tx tx, Pseudonym pid, Instant now) {
        int rows = tx.run(ERASE, pid.bytes());
        tx.run(BURY, vault.mark("erased", pid.hex()), now.toEpochMilli());
        return rows;
    }

    /// A row ready to be written.
    public static final class Prepared {
        private final Person person;
        private final byte[] wrapped;
        private final byte[] address;

        private Prepared(Person person, byte[] wrapped, byte[] address) {
            this.person = person;
            this.wrapped = wrapped;
            this.address = address;
        }
    }
}
