package vn.gopy.reading;

import vn.gopy.text.Syllable;

/// The tokens of a text together with the text as it was typed, whose capitals tell names from words.
final class Typed {
    private static final int TITLE = 6;
    private static final int LOOKED_AT = 80;

    final Tokens tokens;
    private final String original;
    private final boolean shouted;

    Typed(Tokens tokens, String original) {
        this.tokens = tokens;
        this.original = original;
        int words = 0;
        int loud = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, tokens.size()); i++) {
            words += tokens.isWord(i) ? 1 : 0;
            loud += isShouted(i) ? 1 : 0;
        }
        this.shouted = loud * 3 > words * 2;
    }

    boolean isCapital(int index) {
        return tokens.isWord(index) && Character.isUpperCase(letter(tokens.from(index)));
    }

    /// Whether the word has capitals only, as abbreviations have. A single letter has not.
    boolean isShouted(int index) {
        int last = tokens.to(index) - 1;
        return isCapital(index) && last > tokens.from(index) && Character.isUpperCase(letter(last));
    }

    private char letter(int folded) {
        return original.charAt(tokens.text.originalStart(folded));
    }

    /// Whether one sign, a space as a rule, parts the word from the one before.
    boolean adjoins(int index) {
        return index > 0 && index < tokens.size() && tokens.from(index) - tokens.to(index - 1) == 1;
    }

    /// Whether the word is written large for its own sake: not one of a long row, as in a headline.
    boolean stands(int index) {
        if (shouted || !isCapital(index)) {
            return false;
        }
        int first = index;
        while (index - first <= TITLE && isCapital(first - 1) && adjoins(first)) {
            first--;
        }
        int last = index;
        while (last - first <= TITLE && isCapital(last + 1) && adjoins(last + 1)) {
            last++;
        }
        return last - first < TITLE;
    }

    boolean isSyllable(int index) {
        return tokens.isWord(index) && Syllable.fits(tokens.key(index));
    }
}
