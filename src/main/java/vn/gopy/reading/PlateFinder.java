package vn.gopy.reading;

import java.util.Set;
import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Folded;

/// Licence plates: two digits, a letter or a known pair, perhaps a digit, then four or five digits:
/// `14A-123.45`.
final class PlateFinder {
    private static final Set<String> PAIRS = Set.of("ld", "da", "kt", "nn", "ng", "qt", "cd", "hc", "mk",
            "md", "aa", "ab",
            "ac", "ad", "ae", "af", "ah", "ak", "am", "an", "ap", "as", "at", "au", "av", "ax", "ay", "az");

    private PlateFinder() {}

    static void find(Tokens tokens, Finds finds) {
        var text = tokens.text;
        for (int i = 0; i < tokens.size(); i++) {
            int at = tokens.from(i);
            if (Tokens.isDigit(text.charAt(at)) && startsAlone(text, at)) {
                int end = end(text, at);
                if (end > 0) {
                    finds.add(at, end, Kind.PLATE);
                }
            }
        }
    }

    private static boolean startsAlone(Folded text, int at) {
        return at == 0 || ".,-/".indexOf(text.charAt(at - 1)) < 0 || (at > 1 && !isWordly(text, at - 2));
    }

    private static int end(Folded text, int at) {
        int i = digits(text, at, 2);
        if (i != at + 2) {
            return -1;
        }
        boolean apart = i < text.length() && isSpacer(text.charAt(i));
        i += apart ? 1 : 0;
        int letters = i;
        while (letters < text.length() && letters - i < 3 && isLetter(text.charAt(letters))) {
            letters++;
        }
        int count = letters - i;
        if (count == 0 || count > 2
                || (count == 2 && !PAIRS.contains(text.subSequence(i, letters).toString()))) {
            return -1;
        }
        return number(text, letters, count == 2 || apart);
    }

    /// The end of the number part after the letters, or -1. `strict`: the letters alone may be part of
    /// another thing.
    private static int number(Folded text, int letters, boolean strict) {
        int run = digits(text, letters, 9);
        int from = letters;
        if (run - letters == 1 || run - letters == 2) {
            from = run;
        }
        int spacers = from;
        while (spacers < text.length() && spacers - from < 3 && isSpacer(text.charAt(spacers))) {
            spacers++;
        }
        if (from != letters && spacers == from) {
            return -1;
        }
        int end = digits(text, spacers, 9);
        int count = end - spacers;
        if (count == 3 && end < text.length() && isSpacer(text.charAt(end)) && text.charAt(end) != '-'
                && digits(text, end + 1, 9) == end + 3) {
            end += 3;
            count = 5;
        }
        boolean whole = count == 5 || (count == 4 && (!strict || from != letters))
                || (count == 6 && from == letters);
        return whole && !isWordly(text, end) ? end : -1;
    }

    private static int digits(Folded text, int at, int most) {
        int end = at;
        while (end < text.length() && end - at < most && Tokens.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isSpacer(char c) {
        return c == ' ' || c == '-' || c == '.';
    }

    private static boolean isWordly(Folded text, int at) {
        return at >= 0 && at < text.length()
                && (isLetter(text.charAt(at)) || Tokens.isDigit(text.charAt(at)));
    }
}
