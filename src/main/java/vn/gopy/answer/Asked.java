package vn.gopy.answer;

import java.util.regex.Pattern;
import vn.gopy.vault.Pseudonym;

/// Who asked what.
///
/// @param text masked
public record Asked(Pseudonym person, String text) {
    private static final Pattern MASKED = Pattern.compile("«[^»]*»?");

    /// What they asked, without the placeholders of what was masked.
    String bare() {
        return MASKED.matcher(text).replaceAll(" ");
    }

    /// Without what was asked.
    @Override
    public String toString() {
        return "question";
    }
}
