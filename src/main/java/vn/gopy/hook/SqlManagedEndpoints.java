package vn.gopy.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.gopy.config.Secret;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.vault.Safe;

/// The rows of endpoints that operators manage. Address and secrets are sealed for the name.
final class SqlManagedEndpoints {
    private static final String ADD = """
            INSERT INTO hook_managed (name, url, secret, old_secret, old_until, events, paused_at, made_at)
            VALUES (?, ?, ?, NULL, NULL, ?, NULL, ?)
            """;
    private static final String ALL = """
            SELECT name, url, secret, old_secret, old_until, events, paused_at
              FROM hook_managed
             ORDER BY name
            """;
    private static final String FIND = """
            SELECT name, url, secret, old_secret, old_until, events, paused_at
              FROM hook_managed
             WHERE name = ?
            """;
    private static final String WANTING = """
            SELECT name, events
              FROM hook_managed
             ORDER BY name
            """;
    private static final String ROTATE = """
            UPDATE hook_managed
               SET old_secret = secret, old_until = ?, secret = ?
             WHERE name = ?
            """;
    private static final String FORGET_OLD = """
            UPDATE hook_managed
               SET old_secret = NULL, old_until = NULL
             WHERE name = ?
            """;
    private static final String FORGET_OVER = """
            UPDATE hook_managed
               SET old_secret = NULL, old_until = NULL
             WHERE old_until <= ?
            """;
    private static final String CHOOSE = """
            UPDATE hook_managed
               SET events = ?
             WHERE name = ?
            """;
    private static final String PAUSE = """
            UPDATE hook_managed
               SET paused_at = ?
             WHERE name = ?
            """;
    private static final String REMOVE = """
            DELETE FROM hook_managed
             WHERE name = ?
            """;

    private final SqlSeal seal;

    SqlManagedEndpoints(Safe safe) {
        seal = new SqlSeal(safe, "endpoint");
    }

    void add(Tx tx, Managed endpoint, Instant now) {
        tx.run(ADD, endpoint.name(), seal.seal(endpoint.name(), "url", endpoint.url()),
                seal.seal(endpoint.name(), "secret", endpoint.secrets().secret().value()),
                words(endpoint.events()),
                now.toEpochMilli());
    }

    List<Managed> all(Tx tx) {
        return tx.all(ALL, this::read);
    }

    Optional<Managed> find(Tx tx, String name) {
        return tx.first(FIND, this::read, name);
    }

    /// The names of those that want a type of event; nothing is opened.
    static List<String> wanting(Tx tx, String type) {
        return tx.all(WANTING, row -> types(row.text(2)).contains(type) ? row.text(1) : "").stream()
                .filter(name -> !name.isEmpty()).toList();
    }

    static List<String> names(Tx tx) {
        return tx.all(WANTING, row -> row.text(1));
    }

    void rotate(Tx tx, String name, Secret secret, Instant oldUntil) {
        tx.run(ROTATE, oldUntil.toEpochMilli(), seal.seal(name, "secret", secret.value()), name);
    }

    void forgetOld(Tx tx, String name) {
        tx.run(FORGET_OLD, name);
    }

    /// Drops secrets whose time beside a new one is over.
    static int forgetOver(Tx tx, Instant now) {
        return tx.run(FORGET_OVER, now.toEpochMilli());
    }

    void choose(Tx tx, String name, Set<String> events) {
        tx.run(CHOOSE, words(events), name);
    }

    void pause(Tx tx, String name, Optional<Instant> at) {
        tx.run(PAUSE, at.<Object>map(Instant::toEpochMilli).orElse(Tx.NULL), name);
    }

    void remove(Tx tx, String name) {
        tx.run(REMOVE, name);
    }

    private Managed read(Row row) {
        var name = row.text(1);
        return new Managed(name, seal.open(name, "url", row.bytes(2)), seal.rotating(name, row, 3),
                types(row.text(6)),
                row.isNull(7) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(7))));
    }

    private static String words(Set<String> events) {
        return String.join(" ", new TreeSet<>(events));
    }

    private static Set<String> types(String words) {
        return Set.of(words.split(" ", -1));
    }
}
