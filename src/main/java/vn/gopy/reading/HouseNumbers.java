package vn.gopy.reading;

import vn.gopy.reading.Tokens.Sort;

/// The numbers of houses, lanes, groups and flats: `12`, `12A`, `12/5`, `S2.05`, "mười hai".
final class HouseNumbers {
    private static final Words SPOKEN = Words.of("một hai ba bốn năm sáu bảy tám chín mười");
    private static final int LONGEST = 5;
    private static final int MOST_PARTS = 8;

    private final Tokens tokens;

    HouseNumbers(Tokens tokens) {
        this.tokens = tokens;
    }

    /// Whether a token is a number as doors have it: short, at most with a letter.
    boolean isNumber(int i) {
        if (i >= tokens.size() || tokens.to(i) - tokens.from(i) > LONGEST) {
            return false;
        }
        return tokens.sort(i) == Sort.NUMBER || (tokens.sort(i) == Sort.MIXED && isCode(i));
    }

    /// `B12`, `12A`: letters on one side of the digits.
    private boolean isCode(int i) {
        int changes = 0;
        for (int at = tokens.from(i) + 1; at < tokens.to(i); at++) {
            boolean digit = Tokens.isDigit(tokens.text.charAt(at));
            changes += digit == Tokens.isDigit(tokens.text.charAt(at - 1)) ? 0 : 1;
        }
        return changes == 1 || (changes < 4 && tokens.to(i) - tokens.from(i) == LONGEST
                && Tokens.isDigit(tokens.text.charAt(tokens.to(i) - 1)));
    }

    boolean isLetter(int i) {
        return tokens.isWord(i) && tokens.to(i) - tokens.from(i) == 1;
    }

    boolean isSpoken(int i) {
        return tokens.areAccented() ? SPOKEN.haveExactly(tokens, i) : SPOKEN.have(tokens, i);
    }

    /// The token after a number in words.
    int spokenEnd(int i) {
        return isSpoken(i + 1) ? i + 2 : i + 1;
    }

    /// Whether the number is one of a law or the day of a date.
    boolean isLaw(int i) {
        int year = i + 2 < tokens.size() ? tokens.to(i + 2) - tokens.from(i + 2) : 0;
        return tokens.is(i + 1, '/') && (tokens.isWord(i + 2) || year == 4);
    }

    /// After `12`, `12a`, `12/5`, `12-14`, `B12`, `S2.05`.
    int end(int i) {
        int after = i + 1;
        while (after + 1 < tokens.size() && after < i + MOST_PARTS
                && (tokens.is(after, '/') || tokens.is(after, '-') || tokens.is(after, '.'))
                && isNumber(after + 1) && tokens.from(after) == tokens.to(after - 1)
                && tokens.from(after + 1) == tokens.to(after)) {
            after += 2;
        }
        boolean letter = isLetter(after) && tokens.text.charAt(tokens.from(after)) <= 'e'
                && !tokens.isWord(after + 1);
        return letter ? after + 1 : after;
    }
}
