package vn.gopy.official;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.gopy.db.Tx;

/// The rows of officials' chats and of the codes that link them.
final class SqlChats {
    private static final String SET_CODE = """
            INSERT INTO official_chat_code (official, hash, ends_at)
            VALUES (?, ?, ?)
            ON CONFLICT (official) DO UPDATE
               SET hash = excluded.hash, ends_at = excluded.ends_at
            """;
    private static final String OF_CODE = """
            SELECT c.official
              FROM official_chat_code AS c
              JOIN official AS o ON o.id = c.official
             WHERE c.hash = ? AND c.ends_at > ? AND o.enabled = 1
            """;
    private static final String USE_CODE = """
            DELETE FROM official_chat_code
             WHERE official = ? OR ends_at <= ?
            """;
    private static final String LINK = """
            INSERT INTO official_chat (mark, official, linked_on)
            VALUES (?, ?, ?)
            """;
    private static final String OWNER = """
            SELECT official
              FROM official_chat
             WHERE mark = ?
            """;
    private static final String READER = """
            SELECT o.id, o.name, o.role, o.scope, o.enabled, o.signed_in_at
              FROM official_chat AS c
              JOIN official AS o ON o.id = c.official
             WHERE c.mark = ? AND o.enabled = 1
            """;
    private static final String SINCE = """
            SELECT linked_on
              FROM official_chat
             WHERE official = ?
            """;
    private static final String UNLINK = """
            DELETE FROM official_chat
             WHERE official = ?
            """;
    private static final String FORGET_CODE = """
            DELETE FROM official_chat_code
             WHERE official = ?
            """;

    /// An official's code; it takes the place of an earlier one.
    void setCode(Tx tx, long official, byte[] hash, Instant until) {
        tx.run(SET_CODE, official, hash, until.toEpochMilli());
    }

    /// Whose a code is that still holds.
    Optional<Long> ofCode(Tx tx, byte[] hash, Instant now) {
        return tx.first(OF_CODE, row -> row.number(1), hash, now.toEpochMilli());
    }

    /// Uses an official's code up, and drops those that are over.
    void useCode(Tx tx, long official, Instant now) {
        tx.run(USE_CODE, official, now.toEpochMilli());
    }

    /// Links a chat that is nobody's to an official who has none.
    void link(Tx tx, byte[] mark, long official, Instant now) {
        tx.run(LINK, mark, official, LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay());
    }

    Optional<Long> owner(Tx tx, byte[] mark) {
        return tx.first(OWNER, row -> row.number(1), mark);
    }

    /// The open account that a chat is linked to, as it is now.
    Optional<Account> reader(Tx tx, byte[] mark) {
        return tx.first(READER, row -> SqlOfficials.account(row, 1), mark);
    }

    Optional<LocalDate> since(Tx tx, long official) {
        return tx.first(SINCE, row -> LocalDate.ofEpochDay(row.number(1)), official);
    }

    /// False when there was none.
    boolean unlink(Tx tx, long official) {
        return tx.run(UNLINK, official) == 1;
    }

    void forgetCode(Tx tx, long official) {
        tx.run(FORGET_CODE, official);
    }
}
