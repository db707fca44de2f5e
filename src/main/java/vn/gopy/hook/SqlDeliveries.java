package vn.gopy.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The rows of attempts, kept for a stated time.
final class SqlDeliveries {
    private static final String ADD = """
            INSERT INTO hook_delivery (endpoint, event, type, attempt, at, millis, status, result, answer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF = """
            SELECT event, type, attempt, at, millis, status, result, answer, id
              FROM hook_delivery
             WHERE endpoint = ? AND id < ?
             ORDER BY id DESC
             LIMIT ?
            """;
    private static final String DROP = """
            DELETE FROM hook_delivery
             WHERE endpoint = ?
            """;
    private static final String OLDER = """
            SELECT count(*)
              FROM hook_delivery
             WHERE at < ?
            """;
    private static final String FORGET = """
            DELETE FROM hook_delivery
             WHERE at < ?
            """;

    void add(Tx tx, String endpoint, Attempt attempt) {
        tx.run(ADD, endpoint, attempt.eventId(), attempt.type(), attempt.number(),
                attempt.at().toEpochMilli(), attempt.took().toMillis(), attempt.status(),
                attempt.result().word(), attempt.answer());
    }

    /// The newest first, under a number of the log.
    List<Hooks.Logged> newest(Tx tx, String endpoint, long before, int most) {
        return tx.all(OF, row -> new Hooks.Logged(row.number(9), read(row)), endpoint, before, most);
    }

    void drop(Tx tx, String endpoint) {
        tx.run(DROP, endpoint);
    }

    int older(Tx tx, Instant before) {
        return (int) tx.number(OLDER, before.toEpochMilli());
    }

    int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }

    private static Attempt read(Row row) {
        return new Attempt(row.text(1), row.text(2), row.integer(3), Instant.ofEpochMilli(row.number(4)),
                Duration.ofMillis(row.number(5)), row.integer(6), Attempt.Result.of(row.text(7)),
                row.text(8));
    }
}
