package vn.gopy.vault;

import java.security.SecureRandom;
import java.util.Arrays;

/// Random nonces for AES-GCM, 96 bits each (NIST SP 800-38D, 8.2.2). They are drawn some hundred at a time: one
/// alone costs as much as the seal that it is for.
final class Nonces {
    static final int LENGTH = 12;
    private static final int AT_ONCE = 256;

    private final SecureRandom random;
    private final byte[] drawn = new byte[AT_ONCE * LENGTH];
    private int from = drawn.length;

    Nonces(SecureRandom random) {
        this.random = random;
    }

    /// One that was never given before.
    synchronized byte[] next() {
        if (from == drawn.length) {
            random.nextBytes(drawn);
            from = 0;
        }
        from += LENGTH;
        return Arrays.copyOfRange(drawn, from - LENGTH, from);
    }
}
