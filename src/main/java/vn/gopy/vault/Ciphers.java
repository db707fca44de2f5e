package vn.gopy.vault;

import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// AES-GCM ciphers for use again: finding one costs as much as sealing a short text. One that threw is not
/// given back.
final class Ciphers {
    private static final int TAG_BITS = 128;

    /// The last one given back goes first: a turn seals twice under one key, and who has that key at hand need not
    /// work its schedule out anew.
    private final ArrayDeque<Cipher> idle = new ArrayDeque<>();

    /// A cipher ready for one text, bound to associated data.
    Cipher take(int mode, SecretKeySpec key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        var known = idle();
        var cipher = known == null ? Cipher.getInstance("AES/GCM/NoPadding") : known;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private synchronized @Nullable Cipher idle() {
        return idle.poll();
    }

    synchronized void giveBack(Cipher cipher) {
        idle.push(cipher);
    }
}
