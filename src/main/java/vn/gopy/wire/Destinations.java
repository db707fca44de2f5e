package vn.gopy.wire;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which URLs we send to (contracts.md W10, W12). It reads a URL more strictly than any client does, so that
/// no client can understand it in another way: plain ASCII, a name of at least two labels whose last one is
/// no number.
public final class Destinations {
    private static final Pattern GLOBAL = Pattern.compile(
            "https://(?<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9]))"
                    + "(?::(?<port>[1-9][0-9]{0,4}))?(?:/[!-\\[\\]-~]*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOPBACK = Pattern.compile(
            "https?://(?<host>localhost|127\\.0\\.0\\.1|\\[::1])"
                    + "(?::(?<port>[1-9][0-9]{0,4}))?(?:/[!-\\[\\]-~]*)?");
    private static final List<String> NOT_PUBLIC = List.of("localhost", "local", "internal", "intranet",
            "lan",
            "home", "corp", "arpa", "onion", "test", "invalid", "example", "alt");
    private static final int LONGEST = 2_000;
    private static final int LONGEST_HOST = 253;

    private final WireSettings settings;

    public Destinations(WireSettings settings) {
        this.settings = settings;
    }

    /// Why nothing may be sent to this URL, whatever its name resolves to; empty when it may. The reason does
    /// not quote the URL, which may hold a token.
    public Optional<String> objection(String url) {
        if (url.length() > LONGEST || url.indexOf('#') >= 0) {
            return Optional.of("the URL is too long or has a fragment");
        }
        var loopback = LOOPBACK.matcher(url);
        if (settings.allowLoopbackHttp() && loopback.matches()) {
            return ownPort(loopback) ? Optional.of("this is our own address") : Optional.empty();
        }
        var global = GLOBAL.matcher(url);
        if (!global.matches()) {
            return Optional.of("the URL must be https:// and a host name, without user or IP address");
        }
        return objection(host(global), port(global));
    }

    /// Whether a developer's setting lets this URL name this machine.
    boolean isThisMachine(String url) {
        return settings.allowLoopbackHttp() && LOOPBACK.matcher(url).matches();
    }

    private Optional<String> objection(String host, int port) {
        if (host.length() > LONGEST_HOST || NOT_PUBLIC.contains(host.substring(host.lastIndexOf('.') + 1))) {
            return Optional.of("the host name is not one of the open internet");
        }
        if (!settings.ports().contains(port)) {
            return Optional.of("port " + port + " is not among outgoing-ports");
        }
        if (settings.isOwn(host, port)) {
            return Optional.of("this is our own address");
        }
        if (!settings.allowsDomain(host)) {
            return Optional.of("the host is not among outgoing-domains");
        }
        return Optional.empty();
    }

    /// Why nothing may be sent to a host that resolved to these addresses: one bad address spoils all.
    Optional<String> objection(String host, List<InetAddress> addresses) {
        if (host.equals("localhost")) {
            boolean here = settings.allowLoopbackHttp()
                    && addresses.stream().allMatch(InetAddress::isLoopbackAddress);
            return here ? Optional.empty() : Optional.of("localhost is not this machine");
        }
        return addresses.stream().map(AddressTable::objection).flatMap(Optional::stream).findFirst()
                .map(what -> "the host resolves to an address that is not public: " + what);
    }

    private boolean ownPort(Matcher matcher) {
        return port(matcher) == settings.ownPort();
    }

    private static String host(Matcher matcher) {
        return matcher.group("host").toLowerCase(Locale.ROOT);
    }

    private static int port(Matcher matcher) {
        var port = Optional.ofNullable(matcher.group("port"));
        return port.map(Integer::parseInt).orElse(matcher.group().startsWith("http:") ? 80 : 443);
    }
}
