package vn.gopy.app;

import java.time.InstantSource;
import java.util.Optional;
import vn.gopy.channel.webhook.Bridge;
import vn.gopy.channel.webhook.BridgeSettings;
import vn.gopy.channel.webhook.Bridges;
import vn.gopy.hook.BridgeDesk;

/// Every bridge there is: those that the settings name, and those that operators manage while the service runs.
///
/// @param settings counts where both have a name
record EveryBridge(BridgeSettings settings, BridgeDesk desk, InstantSource clock) implements Bridges {
    @Override
    public Optional<Bridge> find(String name) {
        return settings.find(name).or(() -> desk.find(name).map(
                managed -> new Bridge(name, managed.callback(), managed.signer(clock.instant()))));
    }
}
