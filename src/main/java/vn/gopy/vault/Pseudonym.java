package vn.gopy.vault;

import java.util.Arrays;
import java.util.HexFormat;

/// The only name under which the house knows a resident: a keyed hash of their address (contracts.md P1),
/// preceded by the version of the key. Whoever has the database alone cannot go back from it to a chat.
public final class Pseudonym {
    /// Length in bytes: one of version, sixteen of hash.
    public static final int LENGTH = 17;

    private final byte[] bytes;

    private Pseudonym(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Throws [IllegalArgumentException] when these are not [#LENGTH] bytes.
    public static Pseudonym of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a pseudonym has " + LENGTH + " bytes");
        }
        return new Pseudonym(bytes.clone());
    }

    /// A copy, as stored.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// As hexadecimal digits, for the operator's commands; never for a log.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pseudonym that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "pseudonym";
    }
}
