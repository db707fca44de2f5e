package vn.gopy.chat;

import java.util.List;
import java.util.Optional;

/// A small chart of shares beside a message, as plain values: a channel that can show pictures draws it, and
/// the message's text says the same.
///
/// @param title whose shares they are
/// @param more  of what and when, under the title
/// @param notes what must be known to read it
public record Picture(String title, String more, List<Bar> bars, List<String> notes) {
    private static final int MOST_BARS = 6;
    private static final int MOST_NOTES = 4;

    public Picture {
        bars = List.copyOf(bars);
        notes = List.copyOf(notes);
        if (bars.isEmpty() || bars.size() > MOST_BARS || notes.size() > MOST_NOTES) {
            throw new IllegalArgumentException("a picture has 1 to 6 bars and at most 4 notes");
        }
    }

    /// How a bar is meant: colours run from clay over stone to bay.
    public enum Tone {
        LOW, MIDDLE, HIGH
    }

    /// A share with its interval, in percent.
    public record Span(int percent, int low, int high) {
        public Span {
            if (low < 0 || low > percent || percent > high || high > 100) {
                throw new IllegalArgumentException(
                        "a share lies within its interval, and both within 0 to 100");
            }
        }
    }

    /// One share.
    ///
    /// @param said what stands beside it, as in the text
    /// @param span empty when the share is not shown
    public record Bar(String label, String said, Optional<Span> span, Tone tone) {}
}
