package vn.gopy.hook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.gopy.config.Secret;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;

/// An endpoint that operators manage while the service runs.
///
/// @param old      the secret before this one, while both sign
/// @param pausedAt since when it is told nothing
record Managed(String name, String url, Secret secret, Optional<Old> old, Set<String> events,
        Optional<Instant> pausedAt) {
    Managed {
        events = Set.copyOf(events);
    }

    /// A secret that signs beside the new one for a while, so that its owner can change it at leisure.
    record Old(Secret secret, Instant until) {}

    /// As events are sent to it at a moment.
    Endpoint at(Instant now) {
        var both = secret.value()
                + old.filter(one -> now.isBefore(one.until())).map(one -> "," + one.secret().value())
                        .orElse("");
        return new Endpoint(name, url, new Signer(SigningKey.of(name, new Secret(both))), events,
                pausedAt.isPresent());
    }

    /// Without the URL, which may hold a token.
    @Override
    public String toString() {
        return name;
    }
}
