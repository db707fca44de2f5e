package vn.gopy.hook;

import java.util.Set;
import vn.gopy.wire.Signer;

/// Another system that wants our events.
///
/// @param events the types it is told
public record Endpoint(String name, String url, Signer signer, Set<String> events) {
    public Endpoint {
        events = Set.copyOf(events);
    }

    /// Without the URL, which may hold a token.
    @Override
    public String toString() {
        return name;
    }
}
