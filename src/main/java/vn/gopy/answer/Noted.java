package vn.gopy.answer;

import java.time.Instant;
import vn.gopy.text.Language;

/// A question without a source that a resident let us keep.
///
/// @param text        masked, at most 300 UTF-16 units
/// @param language    in which it was asked, and is answered
/// @param wishesToHear whether they wish to be told when there is a source
/// @param library     the version of the library that had none
public record Noted(Instant askedAt, String text, Language language, boolean wishesToHear,
        String library) {
    /// Without what was asked.
    @Override
    public String toString() {
        return "question";
    }
}
