package vn.gopy.vault;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Makes pseudonyms, seals and opens. No other room touches keys.
///
/// Hashes are HMAC-SHA256, cut to 128 bits; seals are AES-256-GCM with a fresh nonce of 96 bits and the
/// pseudonym and purpose as associated data, so that a sealed value cannot be moved to another row
/// (contracts.md P1, P2).
public final class Vault {
    private static final byte KEY_VERSION = 1;
    private static final int TAG_BITS = 128;
    private static final int HASH = 16;

    private final SecretKeySpec wrapKey;
    private final SecureRandom random = new SecureRandom();
    private final Nonces nonces = new Nonces(random);
    private final Macs macs;
    private final Ciphers ciphers = new Ciphers();

    public Vault(Keys keys) {
        wrapKey = keys.wrap();
        macs = new Macs(keys.pseudonym());
    }

    /// The pseudonym of a resident: of the channel and the channel's id of them, for ever the same under one
    /// key.
    public Pseudonym pseudonym(String channel, String id) {
        var hash = hash("resident", channel + '|' + id);
        var bytes = new byte[Pseudonym.LENGTH];
        bytes[0] = KEY_VERSION;
        System.arraycopy(hash, 0, bytes, 1, HASH);
        return Pseudonym.of(bytes);
    }

    /// A keyed mark of 16 bytes that tells whether something was seen before and nothing else.
    public byte[] mark(String purpose, String of) {
        return hash("mark:" + purpose, of);
    }

    /// A short keyed hash under a key of its own purpose (contracts.md P1).
    public SipHash hashing(String purpose) {
        var key = ByteBuffer.wrap(hash("hashing:" + purpose, "")).order(ByteOrder.LITTLE_ENDIAN);
        return new SipHash(key.getLong(), key.getLong());
    }

    public PersonKey newKey() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new PersonKey(bytes);
    }

    /// A person's key as it may be stored.
    public byte[] wrapped(PersonKey key, Pseudonym person) {
        return sealed(wrapKey, person, "key", key.key().getEncoded());
    }

    /// A stored key, ready for use. Throws [VaultException] when it was sealed under another key or for
    /// another person.
    public PersonKey unwrapped(byte[] wrapped, Pseudonym person) {
        return new PersonKey(opened(wrapKey, person, "key", wrapped));
    }

    /// Seals under a person's key. `purpose` must be named again to open it.
    public byte[] seal(PersonKey key, Pseudonym person, String purpose, byte[] plain) {
        return sealed(key.key(), person, purpose, plain);
    }

    /// Opens what [#seal] sealed. Throws [VaultException] when key, person or purpose differ or a byte was
    /// changed.
    public byte[] open(PersonKey key, Pseudonym person, String purpose, byte[] sealed) {
        return opened(key.key(), person, purpose, sealed);
    }

    private byte[] hash(String purpose, String of) {
        var mac = macs.take();
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        var hash = Arrays.copyOf(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)), HASH);
        macs.giveBack(mac);
        return hash;
    }

    private byte[] sealed(SecretKeySpec key, Pseudonym person, String purpose, byte[] plain) {
        try {
            var nonce = nonces.next();
            var cipher = ciphers.take(Cipher.ENCRYPT_MODE, key, nonce, bound(person, purpose));
            var sealed = Arrays.copyOf(nonce, Nonces.LENGTH + plain.length + TAG_BITS / Byte.SIZE);
            cipher.doFinal(plain, 0, plain.length, sealed, Nonces.LENGTH);
            ciphers.giveBack(cipher);
            return sealed;
        } catch (GeneralSecurityException fault) {
            throw new VaultException("seal " + purpose, fault);
        }
    }

    private byte[] opened(SecretKeySpec key, Pseudonym person, String purpose, byte[] sealed) {
        try {
            var nonce = Arrays.copyOf(sealed, Nonces.LENGTH);
            var cipher = ciphers.take(Cipher.DECRYPT_MODE, key, nonce, bound(person, purpose));
            var plain = cipher.doFinal(sealed, Nonces.LENGTH, sealed.length - Nonces.LENGTH);
            ciphers.giveBack(cipher);
            return plain;
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new VaultException("open " + purpose, fault);
        }
    }

    /// What a seal is bound to: the person, then the purpose.
    private static byte[] bound(Pseudonym person, String purpose) {
        var words = purpose.getBytes(StandardCharsets.UTF_8);
        var bound = Arrays.copyOf(person.bytes(), Pseudonym.LENGTH + words.length);
        System.arraycopy(words, 0, bound, Pseudonym.LENGTH, words.length);
        return bound;
    }
}
