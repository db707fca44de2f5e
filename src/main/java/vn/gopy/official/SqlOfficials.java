package vn.gopy.official;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The rows of accounts and of their recovery codes.
final class SqlOfficials {
    private static final String ALL = """
            SELECT id, name, role, scope, enabled, signed_in_at
              FROM official
             ORDER BY name_key
            """;
    private static final String FIND = """
            SELECT id, name, role, scope, enabled, signed_in_at, password, totp, totp_step, name_key
              FROM official
             WHERE id = ?
            """;
    private static final String BY_NAME = """
            SELECT id, name, role, scope, enabled, signed_in_at, password, totp, totp_step, name_key
              FROM official
             WHERE name_key = ?
            """;
    private static final String NEXT = """
            SELECT coalesce(max(id), 0) + 1
              FROM official
            """;
    private static final String ADD = """
            INSERT INTO official (id, name, name_key, role, scope, password, totp, totp_step, enabled, made_at,
                                  signed_in_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 0)
            """;
    private static final String SET_PASSWORD = """
            UPDATE official
               SET password = ?
             WHERE id = ?
            """;
    private static final String SET_FACTOR = """
            UPDATE official
               SET totp = ?, totp_step = ?
             WHERE id = ?
            """;
    private static final String USE_STEP = """
            UPDATE official
               SET totp_step = ?
             WHERE id = ? AND totp_step < ?
            """;
    private static final String SIGNED_IN = """
            UPDATE official
               SET signed_in_at = ?
             WHERE id = ?
            """;
    private static final String SET_ROLE = """
            UPDATE official
               SET role = ?, scope = ?
             WHERE id = ?
            """;
    private static final String ENABLE = """
            UPDATE official
               SET enabled = ?
             WHERE id = ?
            """;
    private static final String OPERATORS = """
            SELECT count(*)
              FROM official
             WHERE role = 'operator' AND enabled = 1
            """;
    private static final String FORGET_RECOVERY = """
            DELETE FROM official_recovery
             WHERE official = ?
            """;
    private static final String ADD_RECOVERY = """
            INSERT INTO official_recovery (official, hash)
            VALUES (?, ?)
            """;
    private static final String USE_RECOVERY = """
            DELETE FROM official_recovery
             WHERE official = ? AND hash = ?
            """;
    private static final String COUNT_RECOVERY = """
            SELECT count(*)
              FROM official_recovery
             WHERE official = ?
            """;

    /// An account with its secrets; a class, for the sealed bytes.
    static final class Kept {
        private final Account account;
        private final String key;
        private final String password;
        private final byte[] totp;
        private final long step;

        private Kept(Row row) {
            account = SqlOfficials.account(row, 1);
            password = row.text(7);
            totp = row.bytes(8);
            step = row.number(9);
            key = row.text(10);
        }

        Account account() {
            return account;
        }

        /// The name as it is compared.
        String key() {
            return key;
        }

        String password() {
            return password;
        }

        byte[] totp() {
            return totp.clone();
        }

        long step() {
            return step;
        }
    }

    /// The account that stands in six columns from this one on.
    static Account account(Row row, int from) {
        long signedIn = row.number(from + 5);
        return new Account(row.number(from), row.text(from + 1), Role.of(row.text(from + 2)).orElseThrow(),
                Scope.parse(row.text(from + 3)).orElseThrow(), row.number(from + 4) == 1,
                signedIn == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(signedIn)));
    }

    List<Account> all(Tx tx) {
        return tx.all(ALL, row -> account(row, 1));
    }

    Optional<Kept> find(Tx tx, long id) {
        return tx.first(FIND, Kept::new, id);
    }

    Optional<Kept> byName(Tx tx, String key) {
        return tx.first(BY_NAME, Kept::new, key);
    }

    /// The id that the next account will have.
    long next(Tx tx) {
        return tx.number(NEXT);
    }

    /// Adds an account whose second factor is set afterwards.
    void add(Tx tx, Account account, String password, Instant now) {
        tx.run(ADD, account.id(), account.name(), Names.key(account.name()), account.role().word(),
                account.scope().toString(), password, new byte[0], 0L, now.toEpochMilli());
    }

    /// Whether the account is open and its password still the one that was looked at: what takes a while to
    /// check may be out of date when it is acted on.
    boolean stillHas(Tx tx, long id, String password) {
        return find(tx, id).filter(kept -> kept.account().enabled() && kept.password().equals(password))
                .isPresent();
    }

    void setPassword(Tx tx, long id, String password) {
        tx.run(SET_PASSWORD, password, id);
    }

    void setFactor(Tx tx, long id, byte[] sealed, long step) {
        tx.run(SET_FACTOR, sealed, step, id);
    }

    /// Marks a time step as used; false when it, or a later one, was used already.
    boolean useStep(Tx tx, long id, long step) {
        return tx.run(USE_STEP, step, id, step) == 1;
    }

    void signedIn(Tx tx, long id, Instant now) {
        tx.run(SIGNED_IN, now.toEpochMilli(), id);
    }

    void setRole(Tx tx, long id, Role role, Scope scope) {
        tx.run(SET_ROLE, role.word(), scope.toString(), id);
    }

    void enable(Tx tx, long id, boolean enabled) {
        tx.run(ENABLE, enabled ? 1 : 0, id);
    }

    long operators(Tx tx) {
        return tx.number(OPERATORS);
    }

    void setRecovery(Tx tx, long id, List<String> codes) {
        tx.run(FORGET_RECOVERY, id);
        codes.forEach(code -> tx.run(ADD_RECOVERY, id, Codes.hash(Codes.typed(code))));
    }

    /// Uses up a recovery code; false when the official has none such.
    boolean useRecovery(Tx tx, long id, String typed) {
        return tx.run(USE_RECOVERY, id, Codes.hash(Codes.typed(typed))) == 1;
    }

    long recoveryLeft(Tx tx, long id) {
        return tx.number(COUNT_RECOVERY, id);
    }
}
