package vn.gopy.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.config.Secret;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.vault.Safe;

/// The rows of bridges that operators manage. Callback and secrets are sealed for the name.
final class SqlManagedBridges {
    private static final String ADD = """
            INSERT INTO bridge_managed (name, callback, secret, old_secret, old_until, made_at)
            VALUES (?, ?, ?, NULL, NULL, ?)
            """;
    private static final String ALL = """
            SELECT name, callback, secret, old_secret, old_until
              FROM bridge_managed
             ORDER BY name
            """;
    private static final String FIND = """
            SELECT name, callback, secret, old_secret, old_until
              FROM bridge_managed
             WHERE name = ?
            """;
    private static final String ROTATE = """
            UPDATE bridge_managed
               SET old_secret = secret, old_until = ?, secret = ?
             WHERE name = ?
            """;
    private static final String FORGET_OLD = """
            UPDATE bridge_managed
               SET old_secret = NULL, old_until = NULL
             WHERE name = ?
            """;
    private static final String FORGET_OVER = """
            UPDATE bridge_managed
               SET old_secret = NULL, old_until = NULL
             WHERE old_until <= ?
            """;
    private static final String REMOVE = """
            DELETE FROM bridge_managed
             WHERE name = ?
            """;

    private final SqlSeal seal;

    SqlManagedBridges(Safe safe) {
        seal = new SqlSeal(safe, "bridge");
    }

    void add(Tx tx, ManagedBridge bridge, Instant now) {
        tx.run(ADD, bridge.name(), seal.seal(bridge.name(), "callback", bridge.callback()),
                seal.seal(bridge.name(), "secret", bridge.secrets().secret().value()), now.toEpochMilli());
    }

    List<ManagedBridge> all(Tx tx) {
        return tx.all(ALL, this::read);
    }

    Optional<ManagedBridge> find(Tx tx, String name) {
        return tx.first(FIND, this::read, name);
    }

    void rotate(Tx tx, String name, Secret secret, Instant oldUntil) {
        tx.run(ROTATE, oldUntil.toEpochMilli(), seal.seal(name, "secret", secret.value()), name);
    }

    void forgetOld(Tx tx, String name) {
        tx.run(FORGET_OLD, name);
    }

    int forgetOver(Tx tx, Instant now) {
        return tx.run(FORGET_OVER, now.toEpochMilli());
    }

    void remove(Tx tx, String name) {
        tx.run(REMOVE, name);
    }

    private ManagedBridge read(Row row) {
        var name = row.text(1);
        return new ManagedBridge(name, seal.open(name, "callback", row.bytes(2)),
                seal.rotating(name, row, 3));
    }
}
