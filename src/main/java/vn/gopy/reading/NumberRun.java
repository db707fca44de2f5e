package vn.gopy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.reading.Tokens.Sort;
import vn.gopy.text.Syllable;

/// Digit groups that stand close together, however the digits are written: figures, letters o and l, number
/// words.
final class NumberRun {
    private static final int MOST_GROUPS = 40;
    private static final Map<Long, String> WORDS = words();

    private NumberRun() {}

    /// One group: its digits, the token that ends it, and its place in the folded text.
    ///
    /// @param spelled written as a word
    /// @param plus    a plus sign stands before it
    record Group(String digits, int token, int from, int to, boolean spelled, boolean plus) {}

    /// The groups of a run that begins at this token; none when no digit is here.
    static List<Group> from(Tokens tokens, int at) {
        if (at >= tokens.size()) {
            return List.of();
        }
        boolean plus = tokens.is(at, '+') || tokens.is(at, '(');
        int token = plus ? at + 1 : at;
        if (tokens.is(at, '(') && tokens.is(token, '+')) {
            token++;
        }
        var first = digits(tokens, token);
        if (first.isEmpty()) {
            return List.of();
        }
        var groups = new ArrayList<Group>();
        groups.add(new Group(first, token, plus ? tokens.from(at) : tokens.from(token), tokens.to(token),
                tokens.isWord(token), tokens.is(token - 1, '+')));
        for (int next = next(tokens, token); next > 0
                && groups.size() < MOST_GROUPS; next = next(tokens, next)) {
            groups.add(new Group(digits(tokens, next), next, tokens.from(next), tokens.to(next),
                    tokens.isWord(next),
                    false));
        }
        return groups;
    }

    /// The token of the next group: right behind, or after a few of the signs that people put between.
    private static int next(Tokens tokens, int token) {
        int next = token + 1;
        while (next < tokens.size() && next - token <= 3 && isBetween(tokens, next)) {
            next++;
        }
        boolean near = next < tokens.size() && tokens.from(next) - tokens.to(token) <= 4;
        return near && !digits(tokens, next).isEmpty() ? next : -1;
    }

    private static boolean isBetween(Tokens tokens, int index) {
        return tokens.is(index, '.') || tokens.is(index, '-') || tokens.is(index, '(')
                || tokens.is(index, ')')
                || tokens.is(index, '–') || tokens.is(index, '_') || tokens.is(index, '*')
                || tokens.is(index, ',');
    }

    /// The digits of a token, or nothing when it is no number.
    private static String digits(Tokens tokens, int index) {
        if (index >= tokens.size()) {
            return "";
        }
        var sort = tokens.sort(index);
        if (sort == Sort.WORD) {
            var word = WORDS.getOrDefault(tokens.meant(index), "");
            return word.isEmpty() ? WORDS.getOrDefault(tokens.key(index), "") : word;
        }
        if (sort != Sort.NUMBER && sort != Sort.MIXED) {
            return "";
        }
        var digits = new StringBuilder(16);
        int letters = 0;
        for (int i = tokens.from(index); i < tokens.to(index); i++) {
            char c = tokens.text.charAt(i);
            boolean letter = !Tokens.isDigit(c);
            letters += letter ? 1 : 0;
            if (letter && c != 'o' && c != 'l' && c != 'i') {
                return "";
            }
            digits.append(c == 'o' ? '0' : letter ? '1' : c);
        }
        return letters * 2 <= digits.length() ? digits.toString() : "";
    }

    private static Map<Long, String> words() {
        var words = new HashMap<Long, String>();
        var spoken = "khong:0 mot:1 hai:2 ba:3 bon:4 tu:4 nam:5 lam:5 sau:6 bay:7 tam:8 chin:9 o:0 zero:0"
                + " one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 oh:0";
        for (var word : List.of(spoken.split(" "))) {
            int colon = word.indexOf(':');
            words.put(Syllable.key(word.substring(0, colon)), word.substring(colon + 1));
        }
        return Map.copyOf(words);
    }
}
