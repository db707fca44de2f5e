package vn.gopy.chat;

import java.nio.charset.StandardCharsets;

/// A button: what it says, and what comes back when it is pressed (at most 64 bytes, Telegram's limit;
/// contracts.md 3.2). A payload that begins with `https://` opens that page instead.
public record Choice(String label, String payload) {
    public Choice {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a choice needs a label");
        }
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || (bytes > 64 && !payload.startsWith("https://"))) {
            throw new IllegalArgumentException("a choice's payload has 1 to 64 bytes");
        }
    }

    public boolean opensPage() {
        return payload.startsWith("https://");
    }
}
