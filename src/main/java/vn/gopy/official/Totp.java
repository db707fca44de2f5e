package vn.gopy.official;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time passwords by the clock (RFC 6238): six digits, a step of 30 seconds, one step before and after.
///
/// HMAC-SHA1 is what the standard names first and the only one that all authenticator apps know; its known
/// weaknesses do not touch HMAC.
final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 1_000_000;
    private static final int AROUND = 1;

    private Totp() {}

    /// The step whose code this is, among those that may be used now and come after `used`.
    static OptionalLong step(byte[] secret, String code, Instant now, long used) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (long step = current - AROUND; step <= current + AROUND; step++) {
            boolean same = MessageDigest.isEqual(bytes(code(secret, step)), bytes(code));
            if (same && step > used) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The code of a step.
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int from = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(from) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % DIGITS);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("compute a one-time password", fault);
        }
    }

    /// What an authenticator app reads from the picture.
    static String uri(byte[] secret, String house, String name) {
        var issuer = encoded(house);
        return "otpauth://totp/" + issuer + (name.isEmpty() ? "" : ":" + encoded(name)) + "?secret="
                + Base32.of(secret) + "&issuer=" + issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
