package vn.gopy.official;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/// Random ids and codes. They are long enough that nobody guesses one, so a plain SHA-256 is kept of them.
final class Codes {
    private static final int SESSION_BYTES = 32;
    private static final int CODE_BYTES = 15;
    private static final int RECOVERY_BYTES = 10;
    private static final int SECRET_BYTES = 20;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    /// The id of a session: 256 bits.
    String session() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SESSION_BYTES));
    }

    /// A one-time code that a person types: 120 bits, in groups of four letters.
    String once() {
        return grouped(Base32.of(bytes(CODE_BYTES)));
    }

    /// A recovery code: 80 bits.
    String recovery() {
        return grouped(Base32.of(bytes(RECOVERY_BYTES)));
    }

    /// A second factor's secret: 160 bits, as RFC 4226 advises.
    byte[] secret() {
        return bytes(SECRET_BYTES);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String grouped(String letters) {
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /// The letters and digits of what a person typed, in capitals.
    static String typed(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    }

    /// What is kept of a code or id.
    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("this Java has no SHA-256", fault);
        }
    }
}
