package vn.gopy.official;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.db.Tx;

/// The rows that say which identity at the provider is which official's, and which trips are over.
final class SqlIdentities {
    private static final String OWNER = """
            SELECT official
              FROM official_identity
             WHERE mark = ?
            """;
    private static final String SINCE = """
            SELECT linked_at
              FROM official_identity
             WHERE official = ?
            """;
    private static final String LINK = """
            INSERT INTO official_identity (official, mark, linked_at)
            VALUES (?, ?, ?)
            ON CONFLICT (official) DO UPDATE
               SET mark = excluded.mark, linked_at = excluded.linked_at
            """;
    private static final String UNLINK = """
            DELETE FROM official_identity
             WHERE official = ?
            """;
    private static final String USE = """
            INSERT INTO official_trip (hash, ends_at)
            VALUES (?, ?)
            ON CONFLICT (hash) DO NOTHING
            """;
    private static final String FORGET = """
            DELETE FROM official_trip
             WHERE ends_at <= ?
            """;

    /// Whose an identity is.
    Optional<Long> owner(Tx tx, byte[] mark) {
        return tx.first(OWNER, row -> row.number(1), mark);
    }

    Optional<Instant> since(Tx tx, long official) {
        return tx.first(SINCE, row -> Instant.ofEpochMilli(row.number(1)), official);
    }

    /// Links an identity that is nobody's; it takes the place of an earlier one.
    void link(Tx tx, long official, byte[] mark, Instant now) {
        tx.run(LINK, official, mark, now.toEpochMilli());
    }

    /// False when there was none.
    boolean unlink(Tx tx, long official) {
        return tx.run(UNLINK, official) == 1;
    }

    /// Marks a trip as over; false when it was already.
    boolean use(Tx tx, byte[] trip, Instant until, Instant now) {
        tx.run(FORGET, now.toEpochMilli());
        return tx.run(USE, trip, until.toEpochMilli()) == 1;
    }
}
