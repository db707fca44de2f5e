package vn.gopy.official;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The rows of programs' keys.
final class SqlTokens {
    private static final String ADD = """
            INSERT INTO api_token (id, hash, name, purpose, scope, a_minute, made_at, ends_at, used_on, revoked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)
            """;
    private static final String NEXT = """
            SELECT coalesce(max(id), 0) + 1
              FROM api_token
            """;
    private static final String ALL = """
            SELECT id, name, purpose, scope, a_minute, made_at, ends_at, used_on, revoked_at
              FROM api_token
             ORDER BY id DESC
            """;
    private static final String FIND = """
            SELECT id, name, purpose, scope, a_minute, made_at, ends_at, used_on, revoked_at
              FROM api_token
             WHERE id = ?
            """;
    private static final String BY_HASH = """
            SELECT id, name, purpose, scope, a_minute, made_at, ends_at, used_on, revoked_at
              FROM api_token
             WHERE hash = ?
            """;
    private static final String USE = """
            UPDATE api_token
               SET used_on = ?
             WHERE id = ?
            """;
    private static final String REVOKE = """
            UPDATE api_token
               SET revoked_at = ?
             WHERE id = ? AND revoked_at IS NULL
            """;
    private static final String OVER = """
            SELECT count(*)
              FROM api_token
             WHERE ends_at < ? OR revoked_at < ?
            """;
    private static final String FORGET = """
            DELETE FROM api_token
             WHERE ends_at < ? OR revoked_at < ?
            """;

    /// Gives back the key's number.
    long add(Tx tx, byte[] hash, Tokens.Wish wish, Instant now) {
        long id = tx.number(NEXT);
        tx.run(ADD, id, hash, wish.name().strip(), wish.purpose().word(), wish.scope().toString(),
                wish.aMinute(), now.toEpochMilli(), now.plus(wish.life()).toEpochMilli());
        return id;
    }

    List<Token> all(Tx tx) {
        return tx.all(ALL, SqlTokens::read);
    }

    Optional<Token> find(Tx tx, long id) {
        return tx.first(FIND, SqlTokens::read, id);
    }

    Optional<Token> find(Tx tx, byte[] hash) {
        return tx.first(BY_HASH, SqlTokens::read, hash);
    }

    void use(Tx tx, long id, LocalDate day) {
        tx.run(USE, day.toEpochDay(), id);
    }

    boolean revoke(Tx tx, long id, Instant now) {
        return tx.run(REVOKE, now.toEpochMilli(), id) > 0;
    }

    int over(Tx tx, Instant before) {
        return (int) tx.number(OVER, before.toEpochMilli(), before.toEpochMilli());
    }

    int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli(), before.toEpochMilli());
    }

    private static Token read(Row row) {
        return new Token(row.number(1), row.text(2), Token.Purpose.of(row.text(3)).orElseThrow(),
                Scope.parse(row.text(4)).orElseThrow(), row.integer(5), Instant.ofEpochMilli(row.number(6)),
                Instant.ofEpochMilli(row.number(7)),
                row.isNull(8) ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(row.number(8))),
                row.isNull(9) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(9))));
    }
}
