package vn.gopy.wire;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Which IP addresses belong to the open internet. A table of our own: Java's `isSiteLocalAddress` and its
/// like miss shared (CGNAT), benchmarking, unique local, translated and tunnelled ranges (contracts.md W10).
///
/// The ranges are those of IANA's two special-purpose registries (RFC 6890). For IPv6 the sense is turned
/// round: only 2000::/3 is handed out at all, so mapped, translated (64:ff9b::/96), local and multicast
/// addresses fall outside.
public final class AddressTable {
    private static final AddressBlock GLOBAL_IPV6 = AddressBlock.of("2000::/3");

    private static final List<Special> SPECIAL = List.of(
            special("0.0.0.0/8", "this network"),
            special("10.0.0.0/8", "private"),
            special("100.64.0.0/10", "shared by a carrier"),
            special("127.0.0.0/8", "loopback"),
            special("169.254.0.0/16", "link-local"),
            special("172.16.0.0/12", "private"),
            special("192.0.0.0/24", "protocol assignments"),
            special("192.0.2.0/24", "documentation"),
            special("192.88.99.0/24", "6to4 relay"),
            special("192.168.0.0/16", "private"),
            special("198.18.0.0/15", "benchmarking"),
            special("198.51.100.0/24", "documentation"),
            special("203.0.113.0/24", "documentation"),
            special("224.0.0.0/4", "multicast"),
            special("240.0.0.0/4", "reserved"),
            special("2001::/23", "protocol assignments, Teredo"),
            special("2001:db8::/32", "documentation"),
            special("2002::/16", "6to4"),
            special("3ffe::/16", "6bone"),
            special("3fff::/20", "documentation"));

    private AddressTable() {}

    /// Why nothing is sent to this address; empty when it is one of the open internet.
    public static Optional<String> objection(InetAddress address) {
        if (address.getAddress().length == 16 && !GLOBAL_IPV6.holds(address)) {
            return Optional.of("not a global IPv6 address");
        }
        return SPECIAL.stream().filter(special -> special.block().holds(address)).map(Special::what)
                .findFirst();
    }

    private static Special special(String notation, String what) {
        return new Special(AddressBlock.of(notation), what);
    }

    private record Special(AddressBlock block, String what) {}
}
