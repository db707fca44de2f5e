package vn.gopy.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import vn.gopy.config.Settings;

/// Tells callers apart by the address they call from. `X-Forwarded-For` is believed of a configured proxy
/// alone, and only what that proxy itself added (contracts.md section 5, row 20).
public record Callers(Set<String> proxies) {
    public Callers {
        proxies = Set.copyOf(proxies);
    }

    public static Callers from(Settings settings) {
        return new Callers(Set.copyOf(settings.list("proxies")));
    }

    /// Where a request comes from: an IPv4 address, or the network of an IPv6 one, which is one household.
    public String of(Context request) {
        if (!proxies.contains(request.ip())) {
            return network(request.ip());
        }
        // a proxy may add its own line of this header behind the one that the caller sent
        var lines = Collections.list(request.req().getHeaders("X-Forwarded-For"));
        return network(last(Arrays.asList(String.join(",", lines).split(",", -1)), request.ip()));
    }

    /// The nearest address that is no proxy of ours; what stands before it may be made up.
    private String last(List<String> hops, String peer) {
        return hops.reversed().stream().map(String::strip)
                .filter(hop -> !hop.isEmpty() && !proxies.contains(hop))
                .findFirst()
                .orElse(peer);
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? InetAddress.getByAddress(firstHalf(six.getAddress())).getHostAddress()
                    : address;
        } catch (IllegalArgumentException | UnknownHostException _) {
            // no address at all: whoever sends it shares one name with its like
            return "?";
        }
    }

    private static byte[] firstHalf(byte[] address) {
        return Arrays.copyOf(Arrays.copyOf(address, 8), 16);
    }
}
