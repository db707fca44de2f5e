package vn.gopy.official;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The rows of one-time codes.
final class SqlCodes {
    private static final String ADD = """
            INSERT INTO official_code (hash, kind, official, role, scope, made_by, ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            SELECT id, kind, official, role, scope, totp
              FROM official_code
             WHERE hash = ? AND ends_at > ?
            """;
    private static final String SET_SECRET = """
            UPDATE official_code
               SET totp = ?
             WHERE id = ?
            """;
    private static final String USE = """
            DELETE FROM official_code
             WHERE id = ?
            """;
    private static final String FORGET_OF = """
            DELETE FROM official_code
             WHERE official = ? OR made_by = ?
            """;
    private static final String FORGET = """
            DELETE FROM official_code
             WHERE ends_at <= ?
            """;

    /// A code that somebody may use; a class, for the sealed bytes.
    static final class Given {
        private final long id;
        private final Welcome welcome;
        private final Optional<byte[]> totp;

        private Given(Row row) {
            id = row.number(1);
            welcome = new Welcome(Welcome.Kind.of(row.text(2)), row.number(3),
                    Role.of(row.text(4)).orElseThrow(), Scope.parse(row.text(5)).orElseThrow());
            totp = row.bytesOrNone(6);
        }

        long id() {
            return id;
        }

        Welcome welcome() {
            return welcome;
        }

        Optional<byte[]> totp() {
            return totp;
        }
    }

    void add(Tx tx, byte[] hash, Welcome welcome, Welcome.By by) {
        tx.run(ADD, hash, welcome.kind().word(), welcome.official(), welcome.role().word(),
                welcome.scope().toString(), by.official(), by.until().toEpochMilli());
    }

    Optional<Given> find(Tx tx, byte[] hash, Instant now) {
        return tx.first(FIND, Given::new, hash, now.toEpochMilli());
    }

    void setSecret(Tx tx, long id, byte[] sealed) {
        tx.run(SET_SECRET, sealed, id);
    }

    /// Uses a code up; false when it was used meanwhile.
    boolean use(Tx tx, long id) {
        return tx.run(USE, id) == 1;
    }

    /// Drops the codes for an official and those that they gave out.
    void forgetOf(Tx tx, long official) {
        tx.run(FORGET_OF, official, official);
    }

    int forget(Tx tx, Instant now) {
        return tx.run(FORGET, now.toEpochMilli());
    }
}
