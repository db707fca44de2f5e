package vn.gopy.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// Events that were given up, for whoever looks after an endpoint: to read, and to have them sent again.
public final class SqlDeadNotices {
    private static final String ALL = """
            SELECT id, body, why, attempts, died_at
              FROM dead_letter
             WHERE kind = 'notice' AND line = ?
             ORDER BY id
            """;
    private static final String COUNT = """
            SELECT count(*)
              FROM dead_letter
             WHERE kind = 'notice' AND line = ?
            """;
    private static final String BETWEEN = """
            SELECT id, body, why, attempts, died_at
              FROM dead_letter
             WHERE kind = 'notice' AND line = ? AND died_at >= ? AND died_at < ?
             ORDER BY id
             LIMIT ?
            """;
    private static final String COUNT_BETWEEN = """
            SELECT count(*)
              FROM dead_letter
             WHERE kind = 'notice' AND line = ? AND died_at >= ? AND died_at < ?
            """;
    private static final String WAITING = """
            SELECT count(*)
              FROM parcel
             WHERE kind = 'notice' AND line = ?
            """;
    private static final String DROP = """
            DELETE FROM dead_letter
             WHERE kind = 'notice' AND line = ?
            """;
    private static final String DROP_WAITING = """
            DELETE FROM parcel
             WHERE kind = 'notice' AND line = ?
            """;
    private static final String PUT_AGAIN = """
            INSERT INTO parcel (id, kind, line, body, due, attempts, put_at)
            SELECT id, kind, line, body, ?, 0, ?
              FROM dead_letter
             WHERE id = ?
            """;
    private static final String LEAVE = """
            DELETE FROM dead_letter
             WHERE id = ?
            """;

    /// An event that was given up.
    ///
    /// @param why with the first kilobyte of the last answer, if there was one
    public record DeadNotice(long id, String eventId, String why, int attempts, Instant diedAt) {}

    /// All of an endpoint, oldest first.
    public List<DeadNotice> all(Tx tx, String endpoint) {
        return tx.all(ALL, SqlDeadNotices::read, bytes(endpoint));
    }

    public long count(Tx tx, String endpoint) {
        return tx.number(COUNT, bytes(endpoint));
    }

    /// Those given up from one moment, included, to another, excluded: the oldest so many.
    public List<DeadNotice> between(Tx tx, String endpoint, Instant since, Instant until, int most) {
        return tx.all(BETWEEN, SqlDeadNotices::read, bytes(endpoint), since.toEpochMilli(),
                until.toEpochMilli(), most);
    }

    public int count(Tx tx, String endpoint, Instant since, Instant until) {
        return (int) tx.number(COUNT_BETWEEN, bytes(endpoint), since.toEpochMilli(), until.toEpochMilli());
    }

    /// How many events wait for an endpoint in the outbox.
    public long waiting(Tx tx, String endpoint) {
        return tx.number(WAITING, bytes(endpoint));
    }

    /// Drops all that waits for an endpoint or was given up.
    public void drop(Tx tx, String endpoint) {
        tx.run(DROP, bytes(endpoint));
        tx.run(DROP_WAITING, bytes(endpoint));
    }

    /// Puts one back among what must leave the house, under its own number and event id, as if it had never
    /// been tried. After the commit the postman must look again.
    public void again(Tx tx, DeadNotice notice, Instant now) {
        tx.run(PUT_AGAIN, now.toEpochMilli(), now.toEpochMilli(), notice.id());
        tx.run(LEAVE, notice.id());
    }

    private static DeadNotice read(Row row) {
        var text = new String(row.bytes(2), StandardCharsets.UTF_8);
        return new DeadNotice(row.number(1), text.substring(0, text.indexOf('\n')), row.text(3),
                row.integer(4),
                Instant.ofEpochMilli(row.number(5)));
    }

    private static byte[] bytes(String endpoint) {
        return endpoint.getBytes(StandardCharsets.UTF_8);
    }
}
