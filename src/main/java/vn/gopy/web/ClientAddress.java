package vn.gopy.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import vn.gopy.config.Settings;

/// Where a request comes from, for limits alone: the peer's address, or, when the peer is a proxy that the
/// setting `proxies` names, the last one in its `X-Forwarded-For` (contracts.md section 5, row 20).
public final class ClientAddress {
    private static final int NETWORK = 8;

    private final Set<String> proxies;

    public ClientAddress(Set<String> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    public static ClientAddress from(Settings settings) {
        return new ClientAddress(Set.copyOf(settings.list("proxies")));
    }

    /// The address as text; of IPv6 the network's half, for one household has it whole.
    public String of(Context request) {
        var peer = request.ip();
        var forwarded = request.header("X-Forwarded-For");
        if (forwarded == null || !proxies.contains(peer)) {
            return network(peer);
        }
        return network(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    }

    private static String network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }
}
