package vn.gopy.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/// A button that means the same whenever it is pressed, unlike those of an open question: it stands under a
/// letter about a request that nobody waited for.
///
/// @param request the number of a request; whose it is, is looked up when it is pressed
public record Slip(long request, String verb) {
    private static final Pattern PAYLOAD = Pattern.compile("request:([0-9]{1,18}):([a-z]{1,10})");

    /// The button's payload.
    public String payload() {
        return "request:" + request + ":" + verb;
    }

    /// Reads a payload; empty for one of another kind.
    public static Optional<Slip> parse(String payload) {
        var read = PAYLOAD.matcher(payload);
        return read.matches()
                ? Optional.of(new Slip(Long.parseLong(read.group(1)), read.group(2)))
                : Optional.empty();
    }
}
