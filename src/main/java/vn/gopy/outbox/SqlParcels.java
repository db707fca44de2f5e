package vn.gopy.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.vault.Pseudonym;

/// The table of what must leave the house, and of what was given up.
final class SqlParcels {
    private static final long FOR_ONE_RUN = 1L << 32;

    private static final String PUT = """
            INSERT INTO parcel (id, kind, line, body, due, attempts, put_at)
            VALUES (?, ?, ?, ?, ?, 0, ?)
            """;
    private static final String REMOVE = """
            DELETE FROM parcel
             WHERE id BETWEEN ? AND ?
            """;
    private static final String NUMBERS = """
            SELECT id
              FROM parcel
             WHERE id > ? AND id <= ?
            """;
    private static final String TRIED = """
            UPDATE parcel
               SET attempts = ?, due = ?
             WHERE id = ?
            """;
    private static final String BURY = """
            INSERT INTO dead_letter (id, kind, line, body, why, attempts, died_at)
            SELECT id, kind, line, body, ?, attempts, ?
              FROM parcel
             WHERE id = ?
            """;
    private static final String ABOVE = """
            SELECT id, kind, line, body, attempts, put_at, due
              FROM parcel
             WHERE id > ?
             ORDER BY id
             LIMIT ?
            """;
    private static final String HIGHEST = """
            SELECT max(id)
              FROM (SELECT coalesce(max(id), 0) AS id FROM parcel
                    UNION ALL
                    SELECT coalesce(max(id), 0) AS id FROM dead_letter)
            """;
    private static final String RESERVED = """
            SELECT value
              FROM fact
             WHERE name = 'parcel-numbers'
            """;
    private static final String RESERVE = """
            INSERT INTO fact (name, value)
            VALUES ('parcel-numbers', ?)
            ON CONFLICT (name) DO UPDATE
               SET value = excluded.value
            """;
    private static final String WAITING = """
            SELECT count(*)
              FROM parcel
            """;
    private static final String DROP_LINE = """
            DELETE FROM parcel
             WHERE line = ?
            """;
    private static final String KEEP_ANCHOR = """
            INSERT INTO anchor (pid, name, message, kept_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (pid, name) DO UPDATE
               SET message = excluded.message, kept_at = excluded.kept_at
            """;
    private static final String ANCHOR = """
            SELECT message
              FROM anchor
             WHERE pid = ? AND name = ?
            """;
    private static final String DROP_ANCHORS = """
            DELETE FROM anchor
             WHERE pid = ?
            """;
    private static final String FORGET_ANCHORS = """
            DELETE FROM anchor
             WHERE kept_at < ?
                OR NOT EXISTS (SELECT 1 FROM person WHERE person.pid = anchor.pid)
            """;
    private static final String DROP_DEAD = """
            DELETE FROM dead_letter
             WHERE line = ?
            """;
    private static final String FORGET_DEAD = """
            DELETE FROM dead_letter
             WHERE died_at < ? AND kind = 'letter'
            """;

    void putLetter(Tx tx, long id, byte[] line, byte[] body, Instant now) {
        tx.run(PUT, id, "letter", line, body, now.toEpochMilli(), now.toEpochMilli());
    }

    void putNotice(Tx tx, long id, byte[] line, byte[] body, Instant now) {
        tx.run(PUT, id, "notice", line, body, now.toEpochMilli(), now.toEpochMilli());
    }

    /// Gives back whether it was there.
    boolean remove(Tx tx, long id) {
        return remove(tx, id, id) > 0;
    }

    /// Removes all from a number to another.
    int remove(Tx tx, long first, long last) {
        return tx.run(REMOVE, first, last);
    }

    List<Long> numbers(Tx tx, long after, long last) {
        return tx.all(NUMBERS, row -> row.number(1), after, last);
    }

    void tried(Tx tx, long id, int attempts, Instant due) {
        tx.run(TRIED, attempts, due.toEpochMilli(), id);
    }

    void bury(Tx tx, long id, String why, Instant now) {
        tx.run(BURY, why, now.toEpochMilli(), id);
        remove(tx, id);
    }

    /// Rows of id, kind, line, body, attempts, put_at, due: at most so many, in the order of their numbers.
    <T> List<T> above(Tx tx, long after, int most, Function<Row, T> reader) {
        return tx.all(ABOVE, reader, after, most);
    }

    /// Reserves numbers for one run of the program and gives back the last one below them. A number is never
    /// given twice, also when its parcel is long gone: receivers know our messages by it and drop repeats.
    long reserve(Tx tx) {
        long reserved = tx.first(RESERVED, row -> Long.parseLong(row.text(1))).orElse(0L);
        long last = Math.max(reserved, tx.number(HIGHEST));
        tx.run(RESERVE, Long.toString(last + FOR_ONE_RUN));
        return last;
    }

    long waiting(Tx tx) {
        return tx.number(WAITING);
    }

    void dropLine(Tx tx, byte[] line) {
        tx.run(DROP_LINE, line);
    }

    void erase(Tx tx, Pseudonym person) {
        tx.run(DROP_LINE, person.bytes());
        tx.run(DROP_ANCHORS, person.bytes());
        tx.run(DROP_DEAD, person.bytes());
    }

    int forgetDead(Tx tx, Instant before) {
        return tx.run(FORGET_DEAD, before.toEpochMilli());
    }

    void keepAnchor(Tx tx, Anchor anchor, byte[] message) {
        tx.run(KEEP_ANCHOR, anchor.person().bytes(), anchor.name(), message, anchor.at().toEpochMilli());
    }

    int forgetAnchors(Tx tx, Instant before) {
        return tx.run(FORGET_ANCHORS, before.toEpochMilli());
    }

    Optional<byte[]> anchor(Tx tx, Pseudonym person, String name) {
        return tx.first(ANCHOR, row -> row.bytes(1), person.bytes(), name);
    }

    /// Whose message it is, how the dialogue calls it, and when it arrived.
    record Anchor(Pseudonym person, String name, Instant at) {}
}
