package vn.gopy.channel.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;

/// The body of a request, read under limits, because a signature covers it and so it must be read before its
/// sender is known (contracts.md W3).
sealed interface Body {
    /// More than so many bytes are refused.
    int MOST_BYTES = 1_000_000;
    /// Longer than so long is not waited for.
    Duration LONGEST = Duration.ofSeconds(10);

    record Whole(ByteArrayOutputStream stream) implements Body {
        byte[] bytes() {
            return stream.toByteArray();
        }
    }

    record TooLarge() implements Body {}

    record TooSlow() implements Body {}

    /// The peer broke off.
    record Broken() implements Body {}

    static Body read(InputStream body, InstantSource clock) {
        var end = clock.instant().plus(LONGEST);
        var whole = new ByteArrayOutputStream();
        var piece = new byte[8192];
        try {
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                whole.write(piece, 0, read);
                if (whole.size() > MOST_BYTES) {
                    return new TooLarge();
                }
                if (clock.instant().isAfter(end)) {
                    return new TooSlow();
                }
            }
            return new Whole(whole);
        } catch (IOException _) {
            return new Broken();
        }
    }
}
