package vn.gopy.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host name.
@FunctionalInterface
public interface Resolver {
    /// All addresses, at least one. Throws [UnknownHostException] when there is none.
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /// The machine's own resolver.
    static Resolver ofMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
