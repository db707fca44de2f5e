package vn.gopy.vault;

import javax.crypto.spec.SecretKeySpec;

/// The data key of one resident. What it sealed is unreadable once its wrapped copy is deleted (contracts.md
/// P2, P6).
public final class PersonKey {
    private final SecretKeySpec key;

    PersonKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
    }

    SecretKeySpec key() {
        return key;
    }

    @Override
    public String toString() {
        return "***";
    }
}
