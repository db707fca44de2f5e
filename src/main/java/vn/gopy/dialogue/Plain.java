package vn.gopy.dialogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.gopy.text.Folding;

/// Short typed words, ready to be compared with labels: case, marks, spaces and signs do not count, but a
/// single marked syllable is taken at its marks, for `đúng`, `đừng` and `dừng` are not the same.
record Plain(String lower, String folded) {

    static Plain of(String typed) {
        var lower = letters(typed.toLowerCase(Locale.ROOT));
        return new Plain(lower, Folding.fold(lower));
    }

    /// The parts of a phrase that lists ways to type something, with bars between.
    static List<Plain> list(String phrase) {
        var parts = new ArrayList<Plain>();
        int from = 0;
        for (int bar = phrase.indexOf('|'); bar >= 0; bar = phrase.indexOf('|', from)) {
            parts.add(of(phrase.substring(from, bar)));
            from = bar + 1;
        }
        parts.add(of(phrase.substring(from)));
        return parts;
    }

    /// Whether these typed words are `other`.
    boolean means(Plain other) {
        if (folded.isEmpty() || !folded.equals(other.folded)) {
            return false;
        }
        return hasNoMarks() || folded.indexOf(' ') >= 0 || lower.equals(other.lower)
                || marks(lower).equals(marks(other.lower));
    }

    /// Whether the first letters agree: of most labels no more need be looked at. True for one without letters.
    boolean mayBe(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (Character.isLetterOrDigit(label.codePointAt(i))) {
                int end = label.offsetByCodePoints(i, 1);
                return folded.startsWith(Folding.fold(label.substring(i, end).toLowerCase(Locale.ROOT)));
            }
        }
        return true;
    }

    /// Whether these typed words are `other`, each syllable at its marks if it has any.
    boolean spells(Plain other) {
        return folded.length() == other.folded.length() && beginsWith(other);
    }

    /// Whether these typed words begin with those of `other`, each syllable at its marks if it has any.
    boolean beginsWith(Plain other) {
        if (!(folded + ' ').startsWith(other.folded + ' ')) {
            return false;
        }
        var typed = lower.split(" ", -1);
        var wanted = other.lower.split(" ", -1);
        return IntStream.range(0, wanted.length).allMatch(i -> of(typed[i]).means(of(wanted[i])));
    }

    /// The marks of a word without their places: `huỷ` and `hủy` are one spelling.
    private static String marks(String word) {
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        return apart.chars().filter(c -> c == 'đ' || Character.getType(c) == Character.NON_SPACING_MARK)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether it was typed without marks, as many people do.
    boolean hasNoMarks() {
        return lower.equals(folded);
    }

    /// The number it is, or -1.
    int number() {
        return folded.length() <= 2 && isDigits(folded) ? Integer.parseInt(folded) : -1;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Letters, digits and single spaces; when there are none, the signs themselves, such as a face.
    private static String letters(String typed) {
        var kept = new StringBuilder(typed.length());
        int c;
        for (int i = 0; i < typed.length(); i += Character.charCount(c)) {
            c = typed.codePointAt(i);
            if (Character.isLetterOrDigit(c) || isMark(c)) {
                kept.appendCodePoint(c);
            } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                kept.append(' ');
            }
        }
        var words = kept.toString().strip();
        return words.isEmpty() ? typed.replace("\uFE0F", "").strip() : words;
    }

    /// A mark that stands apart from its letter; not the sign that asks for a colourful face.
    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK && c < 0x3000;
    }
}
