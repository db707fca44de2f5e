package vn.gopy.hook;

import java.time.Instant;
import java.util.List;
import vn.gopy.db.Tx;

/// The rows of what is to go out again.
final class SqlResends {
    private static final String ASK = """
            INSERT INTO hook_again (endpoint, since, until)
            VALUES (?, ?, ?)
                ON CONFLICT (endpoint) DO UPDATE
               SET since = CASE WHEN excluded.since < hook_again.since
                                THEN excluded.since ELSE hook_again.since END,
                   until = CASE WHEN excluded.until > hook_again.until
                                THEN excluded.until ELSE hook_again.until END
            """;
    private static final String ALL = """
            SELECT endpoint, since, until
              FROM hook_again
             ORDER BY endpoint
            """;
    private static final String DONE = """
            DELETE FROM hook_again
             WHERE endpoint = ?
            """;

    /// What an endpoint was to be told and was given up from one moment, included, to another, excluded.
    record Span(String endpoint, Instant since, Instant until) {}

    /// One that is under way already grows by this one.
    void ask(Tx tx, Span span) {
        tx.run(ASK, span.endpoint(), span.since().toEpochMilli(), span.until().toEpochMilli());
    }

    List<Span> all(Tx tx) {
        return tx.all(ALL, row -> new Span(row.text(1), Instant.ofEpochMilli(row.number(2)),
                Instant.ofEpochMilli(row.number(3))));
    }

    void done(Tx tx, String endpoint) {
        tx.run(DONE, endpoint);
    }
}
