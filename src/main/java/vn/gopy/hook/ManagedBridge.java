package vn.gopy.hook;

import java.time.Instant;
import vn.gopy.wire.Signer;

/// A bridge to another messenger that operators manage while the service runs.
///
/// @param callback where replies go
public record ManagedBridge(String name, String callback, Rotating secrets) {
    /// Signs and verifies with what is good at a moment.
    public Signer signer(Instant now) {
        return secrets.signer(name, now);
    }

    /// Without the callback, which may hold a token.
    @Override
    public String toString() {
        return name;
    }
}
