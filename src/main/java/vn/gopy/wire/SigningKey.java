package vn.gopy.wire;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.gopy.config.Secret;
import vn.gopy.config.SettingsException;

/// A secret that signs webhooks, shared with one peer.
public final class SigningKey {
    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;

    private final SecretKeySpec key;

    private SigningKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, HMAC);
    }

    /// The keys of a setting: one, or two with a comma between while a secret is being changed; the newer
    /// first. `whsec_…` is base64, as the specification writes it; anything else is taken as its UTF-8 bytes.
    /// Throws [SettingsException] with the setting's key when one is not base64 or is shorter than 24 bytes.
    public static List<SigningKey> of(String setting, Secret secret) {
        return Arrays.stream(secret.value().split(",", -1)).map(part -> of(setting, part.strip())).toList();
    }

    private static SigningKey of(String setting, String text) {
        var bytes = bytes(setting, text);
        if (bytes.length < LEAST_BYTES) {
            throw new SettingsException(setting, "is too short to be safe: give whsec_ and the base64 of "
                    + "24 to 64 random bytes");
        }
        return new SigningKey(bytes);
    }

    private static byte[] bytes(String setting, String text) {
        if (!text.startsWith(PREFIX)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            throw new SettingsException(setting, "is not base64 after whsec_: make it anew");
        }
    }

    /// HMAC-SHA256 over `id.timestamp.body`, as base64.
    String sign(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException fault) {
            throw new IllegalStateException("could not sign with HMAC-SHA256", fault);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
