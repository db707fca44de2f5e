package vn.gopy.official;

/// Writes bytes as RFC 4648 base32 without padding: letters that nobody confuses when typing.
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE) | (each & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((held >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((held << (BITS - bits)) & 31));
        }
        return text.toString();
    }
}
