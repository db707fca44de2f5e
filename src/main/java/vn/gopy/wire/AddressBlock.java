package vn.gopy.wire;

import java.net.InetAddress;
import java.util.Arrays;

/// A range of IP addresses that begin with the same bits.
final class AddressBlock {
    private final byte[] prefix;
    private final int bits;

    private AddressBlock(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /// Reads the usual notation, such as `10.0.0.0/8` or `fc00::/7`.
    static AddressBlock of(String notation) {
        int slash = notation.indexOf('/');
        var prefix = InetAddress.ofLiteral(notation.substring(0, slash));
        return new AddressBlock(prefix.getAddress(), Integer.parseInt(notation.substring(slash + 1)));
    }

    boolean holds(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(bytes, 0, whole, prefix, 0, whole)) {
            return false;
        }
        int rest = 8 - bits % 8;
        return rest == 8 || (bytes[whole] & 0xff) >> rest == (prefix[whole] & 0xff) >> rest;
    }
}
