package vn.gopy.vault;

import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// HMAC-SHA256 under one key, for use again: a fresh one costs as much as hashing a short text. After its hash
/// each stands at the beginning again.
final class Macs {
    private final SecretKeySpec key;
    private final ArrayDeque<Mac> idle = new ArrayDeque<>();

    Macs(SecretKeySpec key) {
        this.key = key;
    }

    Mac take() {
        var known = idle();
        return known == null ? fresh() : known;
    }

    private synchronized @Nullable Mac idle() {
        return idle.poll();
    }

    synchronized void giveBack(Mac mac) {
        idle.push(mac);
    }

    private Mac fresh() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException fault) {
            throw new VaultException("prepare HMAC-SHA256", fault);
        }
    }
}
