package vn.gopy.wire;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// Where outgoing calls may go.
///
/// @param ports             on these ports alone
/// @param domains           to these domains and what lies below them; empty for all
/// @param allowLoopbackHttp also to this machine, over plain http; for development
/// @param publicUrl         our own address, which is never called (contracts.md W12); may be empty
/// @param ownPort           our own port on this machine, which is not called either
public record WireSettings(Set<Integer> ports, List<String> domains, boolean allowLoopbackHttp,
        String publicUrl,
        int ownPort) {
    public WireSettings {
        ports = Set.copyOf(ports);
        domains = domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
        for (int port : ports) {
            if (port < 1 || port > 65535) {
                throw new SettingsException("outgoing-ports",
                        "holds a number that is no port: give 1 to 65535");
            }
        }
    }

    public static WireSettings from(Settings settings) {
        return new WireSettings(ports(settings), settings.list("outgoing-domains"),
                settings.yes("allow-loopback-http"), settings.text("public-url"),
                settings.number("port", 0, 65535));
    }

    private static Set<Integer> ports(Settings settings) {
        try {
            return settings.list("outgoing-ports").stream().map(Integer::valueOf).collect(Collectors.toSet());
        } catch (NumberFormatException _) {
            throw new SettingsException("outgoing-ports", "must be a list of numbers such as [443, 8443]");
        }
    }

    boolean allowsDomain(String host) {
        return domains.isEmpty()
                || domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    boolean isOwn(String host, int port) {
        if (publicUrl.isEmpty()) {
            return false;
        }
        var own = URI.create(publicUrl);
        return host.equalsIgnoreCase(own.getHost()) && port == (own.getPort() < 0 ? 443 : own.getPort());
    }
}
