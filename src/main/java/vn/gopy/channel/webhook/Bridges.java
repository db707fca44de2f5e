package vn.gopy.channel.webhook;

import java.util.Optional;

/// Which bridges there are at this moment.
@FunctionalInterface
public interface Bridges {
    Optional<Bridge> find(String name);
}
