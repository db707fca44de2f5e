package vn.gopy.official;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The rows of open sessions.
final class SqlSessions {
    private static final String OPEN = """
            INSERT INTO official_session (hash, official, whole, began_at, seen_at)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            SELECT s.id, s.whole, s.began_at, s.seen_at, o.id, o.name, o.role, o.scope, o.enabled, o.signed_in_at
              FROM official_session AS s
              JOIN official AS o ON o.id = s.official
             WHERE s.hash = ? AND o.enabled = 1
            """;
    private static final String OF = """
            SELECT id, whole, began_at, seen_at
              FROM official_session
             WHERE official = ? AND whole = 1
             ORDER BY seen_at DESC, id DESC
            """;
    private static final String SEEN = """
            UPDATE official_session
               SET seen_at = ?
             WHERE id = ? AND seen_at < ?
            """;
    private static final String END = """
            DELETE FROM official_session
             WHERE official = ? AND id = ?
            """;
    private static final String END_ALL = """
            DELETE FROM official_session
             WHERE official = ?
            """;
    private static final String END_OTHERS = """
            DELETE FROM official_session
             WHERE official = ? AND id <> ?
            """;
    private static final String FORGET = """
            DELETE FROM official_session
             WHERE began_at < ? OR seen_at < ?
            """;
    private static final String OLD = """
            SELECT count(*)
              FROM official_session
             WHERE began_at < ? OR seen_at < ?
            """;

    void open(Tx tx, byte[] hash, long official, Sessions.Opening opening) {
        long now = opening.at().toEpochMilli();
        tx.run(OPEN, hash, official, opening.whole() ? 1 : 0, now, now);
    }

    /// The session with this hash, of an account that is not disabled; however old it is.
    Optional<Session> find(Tx tx, byte[] hash) {
        return tx.first(FIND, row -> new Session(row.number(1), SqlOfficials.account(row, 5),
                row.number(2) == 1, Instant.ofEpochMilli(row.number(3)),
                Instant.ofEpochMilli(row.number(4))), hash);
    }

    List<Session> of(Tx tx, Account account) {
        return tx.all(OF, row -> session(row, account), account.id());
    }

    private static Session session(Row row, Account account) {
        return new Session(row.number(1), account, row.number(2) == 1, Instant.ofEpochMilli(row.number(3)),
                Instant.ofEpochMilli(row.number(4)));
    }

    void seen(Tx tx, long session, Instant now) {
        tx.run(SEEN, now.toEpochMilli(), session, now.toEpochMilli());
    }

    boolean end(Tx tx, long official, long session) {
        return tx.run(END, official, session) == 1;
    }

    int endAll(Tx tx, long official) {
        return tx.run(END_ALL, official);
    }

    int endOthers(Tx tx, long official, long session) {
        return tx.run(END_OTHERS, official, session);
    }

    int forget(Tx tx, Instant began, Instant seen) {
        return tx.run(FORGET, began.toEpochMilli(), seen.toEpochMilli());
    }

    int old(Tx tx, Instant began, Instant seen) {
        return (int) tx.number(OLD, began.toEpochMilli(), seen.toEpochMilli());
    }
}
