package vn.gopy.reception;

import java.util.Optional;
import vn.gopy.db.Tx;

/// The duty to scrub the data file after an erasure. It is written with the erasure, so that neither a fault
/// nor a stop forgets it (contracts.md P6).
final class SqlScrub {
    private static final String ASK = """
            INSERT INTO fact (name, value)
            VALUES ('scrub-due', '1')
            ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(fact.value AS INTEGER) + 1 AS TEXT)
            """;
    private static final String DUE = """
            SELECT value
              FROM fact
             WHERE name = 'scrub-due'
            """;
    private static final String DONE = """
            DELETE FROM fact
             WHERE name = 'scrub-due'
               AND value = ?
            """;

    void ask(Tx tx) {
        tx.run(ASK);
    }

    /// How many erasures wait; empty for none.
    Optional<String> due(Tx tx) {
        return tx.first(DUE, row -> row.text(1));
    }

    /// The duty is done, unless more was erased meanwhile.
    int done(Tx tx, String due) {
        return tx.run(DONE, due);
    }
}
