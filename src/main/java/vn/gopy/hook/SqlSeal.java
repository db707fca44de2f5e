package vn.gopy.hook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import vn.gopy.config.Secret;
import vn.gopy.db.Row;
import vn.gopy.vault.Safe;

/// Seals what endpoints and bridges keep secret, each for its name.
///
/// @param kind what the names are of, as `endpoint`
record SqlSeal(Safe safe, String kind) {
    byte[] seal(String name, String what, String plain) {
        return safe.seal(label(name, what), plain.getBytes(StandardCharsets.UTF_8));
    }

    String open(String name, String what, byte[] sealed) {
        return new String(safe.open(label(name, what), sealed), StandardCharsets.UTF_8);
    }

    private String label(String name, String what) {
        return kind + ":" + name + ' ' + what;
    }

    /// Reads the secret, the one before it, and until when that is good, from three columns of a row.
    Rotating rotating(String name, Row row, int first) {
        return new Rotating(secret(name, row.bytes(first)), row.bytesOrNone(first + 1)
                .map(old -> new Rotating.Old(secret(name, old),
                        Instant.ofEpochMilli(row.number(first + 2)))));
    }

    private Secret secret(String name, byte[] sealed) {
        return new Secret(open(name, "secret", sealed));
    }
}
