package vn.gopy.dialogue;

import java.time.Instant;
import vn.gopy.text.Language;

/// A question without a source that the resident lets us keep.
///
/// @param text         masked, at most [#LONGEST] UTF-16 units
/// @param wishesToHear whether they wish to be told when there is a source
public record NotedQuestion(Instant askedAt, String text, Language language, boolean wishesToHear) {
    /// So much of a question is kept.
    public static final int LONGEST = 300;

    /// Without what was asked.
    @Override
    public String toString() {
        return "question";
    }
}
