package vn.gopy.hook;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.config.Secret;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;

/// A bridge to another messenger that operators manage while the service runs.
///
/// @param callback where replies go
/// @param old      the secret before this one, while both are good
public record ManagedBridge(String name, String callback, Secret secret, Optional<Old> old) {
    /// A secret that is good beside the new one for a while.
    public record Old(Secret secret, Instant until) {}

    /// Signs and verifies with what is good at a moment.
    public Signer signer(Instant now) {
        var both = secret.value()
                + old.filter(one -> now.isBefore(one.until())).map(one -> "," + one.secret().value())
                        .orElse("");
        return new Signer(SigningKey.of(name, new Secret(both)));
    }

    /// Without the callback, which may hold a token.
    @Override
    public String toString() {
        return name;
    }
}
