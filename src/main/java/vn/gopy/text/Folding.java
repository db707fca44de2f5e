package vn.gopy.text;

import java.text.Normalizer;
import java.util.Locale;

/// The plainest form of Vietnamese text, in which people's many ways of typing meet: lower case, no marks, đ as d.
public final class Folding {
    private Folding() {}

    /// Folds text: NFC and NFD, both tone placements and upper case all give the same. Idempotent. Keeps everything
    /// that is not a mark, so punctuation and digits stay.
    public static String fold(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        var folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            folded.append(c == 'đ' || c == 'Đ' ? 'd' : c);
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
