package vn.gopy.policy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A syllable of a question: as typed, and folded with chat shorthand written out.
record Token(String raw, String folded) {
    /// Whether the marks that were typed, if any, are those of a syllable; where the tone stands does not
    /// matter.
    boolean markedLike(String syllable) {
        return raw.chars().allMatch(c -> c < 128) || letters(raw).equals(letters(syllable));
    }

    private static String letters(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).toCharArray();
        Arrays.sort(apart);
        return new String(apart);
    }
}
