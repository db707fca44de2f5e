package vn.gopy.hook;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// Where it is kept how endpoints fare. An endpoint that never failed has no row.
public final class SqlEndpointBook {
    private static final String FIND = """
            SELECT name, last_status, last_at, failing_since, refusals, disabled_at, why
              FROM hook_endpoint
             WHERE name = ?
            """;
    private static final String FAILED = """
            INSERT INTO hook_endpoint (name, last_status, last_at, failing_since, refusals, disabled_at, why)
            VALUES (?, ?, ?, ?, ?, NULL, ?)
            ON CONFLICT (name) DO UPDATE
               SET last_status = excluded.last_status,
                   last_at = excluded.last_at,
                   failing_since = coalesce(hook_endpoint.failing_since, excluded.failing_since),
                   refusals = CASE WHEN excluded.refusals = 0 THEN 0 ELSE hook_endpoint.refusals + 1 END,
                   why = excluded.why
            """;
    private static final String SUCCEEDED = """
            UPDATE hook_endpoint
               SET last_status = ?, last_at = ?, failing_since = NULL, refusals = 0, why = ''
             WHERE name = ?
            """;
    private static final String DISABLE = """
            UPDATE hook_endpoint
               SET disabled_at = ?, why = ?
             WHERE name = ? AND disabled_at IS NULL
            """;
    private static final String ENABLE = """
            UPDATE hook_endpoint
               SET disabled_at = NULL, failing_since = NULL, refusals = 0, why = ''
             WHERE name = ?
            """;

    private static final String FORGET = """
            DELETE FROM hook_endpoint
             WHERE name = ?
            """;

    public Optional<EndpointState> find(Tx tx, String name) {
        return tx.first(FIND, SqlEndpointBook::state, name);
    }

    /// `refused` tells whether the answer says no for good, as 404 does.
    EndpointState failed(Tx tx, String name, Fault fault, Instant at) {
        tx.run(FAILED, name, fault.status(), at.toEpochMilli(), at.toEpochMilli(), fault.refused() ? 1 : 0,
                fault.why());
        return find(tx, name).orElseThrow();
    }

    int succeeded(Tx tx, String name, int status, Instant at) {
        return tx.run(SUCCEEDED, status, at.toEpochMilli(), name);
    }

    /// Disabling again changes nothing.
    int disable(Tx tx, String name, String why, Instant at) {
        return tx.run(DISABLE, at.toEpochMilli(), why, name);
    }

    int enable(Tx tx, String name) {
        return tx.run(ENABLE, name);
    }

    int forget(Tx tx, String name) {
        return tx.run(FORGET, name);
    }

    private static EndpointState state(Row row) {
        return new EndpointState(row.text(1), row.integer(2), Instant.ofEpochMilli(row.number(3)),
                time(row, 4),
                row.integer(5), time(row, 6), row.text(7));
    }

    private static Optional<Instant> time(Row row, int column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(column)));
    }
}
