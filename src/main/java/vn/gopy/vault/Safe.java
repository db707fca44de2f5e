package vn.gopy.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keeps what belongs to officials and to the audit trail, under keys of their own purpose, drawn from the
/// house's wrapping key: nothing of an official leads to a resident (contracts.md P1).
public final class Safe {
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec sealKey;
    private final SecretKeySpec linkKey;
    private final SecretKeySpec chatKey;
    private final SecretKeySpec identityKey;
    private final SecureRandom random = new SecureRandom();
    private final Ciphers ciphers = new Ciphers();

    public Safe(Keys keys) {
        sealKey = new SecretKeySpec(hmac(keys.wrap(), "official: seal"), "AES");
        linkKey = new SecretKeySpec(hmac(keys.wrap(), "official: audit trail"), HMAC);
        chatKey = new SecretKeySpec(hmac(keys.wrap(), "official: chat"), HMAC);
        identityKey = new SecretKeySpec(hmac(keys.wrap(), "official: identity"), HMAC);
    }

    /// Seals something of an owner, such as `official:7`; the owner must be named again to open it.
    public byte[] seal(String owner, byte[] plain) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = ciphers.take(Cipher.ENCRYPT_MODE, sealKey, nonce, bytes(owner));
            var sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            ciphers.giveBack(cipher);
            return sealed;
        } catch (GeneralSecurityException fault) {
            throw new VaultException("seal for " + owner, fault);
        }
    }

    /// Opens what [#seal] sealed. Throws [VaultException] when the key or the owner differs or a byte was
    /// changed.
    public byte[] open(String owner, byte[] sealed) {
        try {
            var cipher = ciphers.take(Cipher.DECRYPT_MODE, sealKey, Arrays.copyOf(sealed, NONCE),
                    bytes(owner));
            var plain = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            ciphers.giveBack(cipher);
            return plain;
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new VaultException("open for " + owner, fault);
        }
    }

    /// A keyed SHA-256 of a text and of the link before it: whoever has the database alone cannot make one.
    public byte[] link(byte[] before, String text) {
        return hmac(linkKey, Arrays.toString(before) + text);
    }

    /// What is kept of an official's chat: not what is kept of the same chat as a resident's.
    public byte[] chat(String line) {
        return hmac(chatKey, line);
    }

    /// What is kept of an official's identity at a provider: it tells the same one again, and not which it is.
    public byte[] identity(String issuer, String subject) {
        return hmac(identityKey, issuer + '\n' + subject);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException fault) {
            throw new VaultException("compute HMAC-SHA256", fault);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
