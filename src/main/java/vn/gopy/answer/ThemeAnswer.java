package vn.gopy.answer;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// What an office says to a theme: a draft, or sent.
///
/// @param told  how many were told, rounded; empty while it goes out, and under k
/// @param fits  how many said that it meets their point, rounded; empty where hidden
/// @param fails how many said that it does not, likewise
public record ThemeAnswer(long id, long theme, Words words, long draftedBy, Optional<Instant> sentAt,
        Optional<Instant> doneAt, OptionalInt told, OptionalInt fits, OptionalInt fails) {
    /// How long the answer itself may be, in UTF-16 units.
    public static final int LONGEST = 900;
    /// How long the proof may be, in UTF-16 units.
    public static final int LONGEST_PROOF = 300;

    /// What is said.
    ///
    /// @param state   where it brings the theme
    /// @param english empty when the office wrote Vietnamese alone
    /// @param proof   on what it rests: a document's number and date, a place to look at
    public record Words(ThemeState state, String vietnamese, Optional<String> english,
            Optional<String> proof) {}
}
