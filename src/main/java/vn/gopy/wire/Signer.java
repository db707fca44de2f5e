package vn.gopy.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Signs and verifies by Standard Webhooks with the keys shared with one peer (contracts.md W1, W3, W4).
///
/// The library of that name reads the system's clock, so it serves our tests as the other side; the scheme
/// itself is the few lines below.
public final class Signer {
    /// How far the peer's clock may be from ours.
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";

    private final List<SigningKey> keys;

    /// Signs with every key, so that a peer with the old or the new one accepts; a message is accepted under
    /// any.
    public Signer(List<SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a signer needs a key");
        }
        this.keys = List.copyOf(keys);
    }

    public Signature sign(String id, Instant now, byte[] body) {
        var timestamp = Long.toString(now.getEpochSecond());
        var values = keys.stream().map(key -> VERSION + key.sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
        return new Signature(id, timestamp, values);
    }

    /// Whether this message comes from the peer, unchanged, and not longer ago than [#SKEW]. Takes the same
    /// time for every wrong signature. An id with a full stop is refused: the signed text would have two
    /// readings.
    public boolean accepts(Signature given, Instant now, byte[] body) {
        if (!given.id().matches("[A-Za-z0-9_-]{1,200}") || !given.timestamp().matches("[0-9]{1,12}")) {
            return false;
        }
        long away = Math.abs(now.getEpochSecond() - Long.parseLong(given.timestamp()));
        if (away > SKEW.toSeconds()) {
            return false;
        }
        boolean genuine = false;
        for (var key : keys) {
            var expected = bytes(VERSION + key.sign(given.id(), given.timestamp(), body));
            genuine |= Arrays.stream(given.values().split(" ", -1))
                    .map(value -> MessageDigest.isEqual(expected, bytes(value)))
                    .reduce(false, Boolean::logicalOr);
        }
        return genuine;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
