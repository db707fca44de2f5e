package vn.gopy.hook;

import java.util.Set;
import vn.gopy.wire.Signer;

/// Another system that wants our events.
///
/// @param events the types it is told
/// @param paused whether it is told nothing for now
public record Endpoint(String name, String url, Signer signer, Set<String> events, boolean paused) {
    public Endpoint {
        events = Set.copyOf(events);
    }

    Endpoint(String name, String url, Signer signer, Set<String> events) {
        this(name, url, signer, events, false);
    }

    /// What may be seen of the URL, whose path may hold a token.
    public String host() {
        return host(url);
    }

    static String host(String url) {
        return url.replaceFirst("^(https?://[^/]*).*$", "$1");
    }

    /// Without the URL, which may hold a token.
    @Override
    public String toString() {
        return name;
    }
}
