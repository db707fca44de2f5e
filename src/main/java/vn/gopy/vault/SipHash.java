package vn.gopy.vault;

/// SipHash-2-4 of single blocks of eight bytes, low byte first: a short keyed hash that nobody can compute or
/// turn round without its key, a hundred times cheaper than an HMAC (Aumasson and Bernstein 2012).
public final class SipHash {
    private static final long LENGTH_BLOCK = 8L << 56;

    private final long v0;
    private final long v1;
    private final long v2;
    private final long v3;

    SipHash(long k0, long k1) {
        v0 = k0 ^ 0x736f6d6570736575L;
        v1 = k1 ^ 0x646f72616e646f6dL;
        v2 = k0 ^ 0x6c7967656e657261L;
        v3 = k1 ^ 0x7465646279746573L;
    }

    public long of(long block) {
        var state = new State(v0, v1, v2, v3 ^ block);
        state = state.round().round();
        state = new State(state.a ^ block, state.b, state.c, state.d ^ LENGTH_BLOCK).round().round();
        state = new State(state.a ^ LENGTH_BLOCK, state.b, state.c ^ 0xFF, state.d);
        state = state.round().round().round().round();
        return state.a ^ state.b ^ state.c ^ state.d;
    }

    /// The four words; the compiler keeps them in registers, none is ever made.
    private record State(long a, long b, long c, long d) {
        State round() {
            long a1 = a + b;
            long b1 = Long.rotateLeft(b, 13) ^ a1;
            long c1 = c + d;
            long d1 = Long.rotateLeft(d, 16) ^ c1;
            long a2 = Long.rotateLeft(a1, 32) + d1;
            long d2 = Long.rotateLeft(d1, 21) ^ a2;
            long c2 = c1 + b1;
            return new State(a2, Long.rotateLeft(b1, 17) ^ c2, Long.rotateLeft(c2, 32), d2);
        }
    }

    /// Without the key.
    @Override
    public String toString() {
        return "***";
    }
}
