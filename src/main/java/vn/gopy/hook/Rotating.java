package vn.gopy.hook;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.config.Secret;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;

/// A secret, and the one before it while both are good, so that its owner can change it at leisure
/// (contracts.md W4).
public record Rotating(Secret secret, Optional<Old> old) {
    /// A secret that is good beside the new one until a moment.
    public record Old(Secret secret, Instant until) {}

    static Rotating fresh(Secret secret) {
        return new Rotating(secret, Optional.empty());
    }

    /// Until when the old one is good; empty when it is over.
    Optional<Instant> bothUntil(Instant now) {
        return old.map(Old::until).filter(now::isBefore);
    }

    /// Signs and verifies with what is good at a moment.
    ///
    /// @param name whose secrets they are, for complaints
    Signer signer(String name, Instant now) {
        var both = secret.value()
                + old.filter(one -> now.isBefore(one.until())).map(one -> "," + one.secret().value())
                        .orElse("");
        return new Signer(SigningKey.of(name, new Secret(both)));
    }
}
