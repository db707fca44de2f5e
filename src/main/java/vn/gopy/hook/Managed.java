package vn.gopy.hook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An endpoint that operators manage while the service runs.
///
/// @param pausedAt since when it is told nothing
record Managed(String name, String url, Rotating secrets, Set<String> events,
        Optional<Instant> pausedAt) {
    Managed {
        events = Set.copyOf(events);
    }

    /// As events are sent to it at a moment.
    Endpoint at(Instant now) {
        return new Endpoint(name, url, secrets.signer(name, now), events,
                pausedAt.isPresent());
    }

    /// Without the URL, which may hold a token.
    @Override
    public String toString() {
        return name;
    }
}
