package vn.gopy.reading;

import java.util.Arrays;
import vn.gopy.text.Folded;
import vn.gopy.text.Syllable;
import vn.gopy.text.Typing;

/// A text cut into words, numbers, emoji and the marks that matter, each with its place in the folded text.
///
/// The cut is made once a message; the classifiers, the language guess, the redactor and the rules all look
/// at it.
final class Tokens {
    /// What a token is. A `MIXED` one has letters and digits.
    enum Sort {
        WORD, NUMBER, MIXED, EMOJI, PUNCTUATION
    }

    final Folded text;
    private int size;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private long[] keys = new long[64];
    private long[] meant = new long[64];
    private int[] marks = new int[64];
    private Sort[] sorts = new Sort[64];
    private int marked;
    private int words;

    Tokens(Folded text) {
        this.text = text;
        int i = 0;
        while (i < text.length()) {
            i = next(i);
        }
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (isWordly(c)) {
            return word(at);
        }
        if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
            add(at, at + 2, Sort.EMOJI);
            return at + 2;
        }
        if (c > 0x2000 && Character.getType(c) == Character.OTHER_SYMBOL) {
            add(at, at + 1, Sort.EMOJI);
        } else if (!Character.isWhitespace(c)) {
            add(at, at + 1, Sort.PUNCTUATION);
        }
        return at + 1;
    }

    private int word(int start) {
        boolean letters = false;
        boolean digits = false;
        int end = start;
        while (end < text.length() && isWordly(text.charAt(end))) {
            boolean digit = isDigit(text.charAt(end));
            digits |= digit;
            letters |= !digit;
            end++;
        }
        add(start, end, letters ? digits ? Sort.MIXED : Sort.WORD : Sort.NUMBER);
        return end;
    }

    private void add(int start, int end, Sort sort) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
            meant = Arrays.copyOf(meant, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
            sorts = Arrays.copyOf(sorts, size * 2);
        }
        from[size] = start;
        to[size] = end;
        keys[size] = Syllable.key(text, start, end);
        marks[size] = sort == Sort.WORD ? marksOf(start, end) : 0;
        sorts[size] = sort;
        meant[size] = meantBy(start, end, sort);
        words += sort == Sort.WORD ? 1 : 0;
        marked += marks[size] == 0 ? 0 : 1;
        size++;
    }

    /// The tone, wherever in the word it was put, and the letter marks with their places.
    private int marksOf(int start, int end) {
        int all = 0;
        for (int i = start; i < end && i < start + 8; i++) {
            int mark = text.marks(i);
            all |= (mark & 7) | ((mark >> 3) << (3 + 3 * (i - start)));
        }
        return all;
    }

    private long meantBy(int start, int end, Sort sort) {
        if (sort != Sort.WORD || (end - start > 2 && Syllable.fits(keys[size]))) {
            return keys[size];
        }
        return Typing.meant(text, start, end)[0];
    }

    private static boolean isWordly(char c) {
        return c < 0x80 ? (c >= 'a' && c <= 'z') || isDigit(c) : Character.isLetter(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int size() {
        return size;
    }

    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    /// The key of [Syllable] for the folded word.
    long key(int index) {
        return index >= 0 && index < size ? keys[index] : 0;
    }

    /// The key of the syllable that the word stands for, the first one when it stands for several.
    long meant(int index) {
        return index >= 0 && index < size ? meant[index] : 0;
    }

    /// The marks of a word, 0 when it has none.
    int marks(int index) {
        return marks[index];
    }

    Sort sort(int index) {
        return sorts[index];
    }

    boolean isWord(int index) {
        return index >= 0 && index < size && sorts[index] == Sort.WORD;
    }

    int words() {
        return words;
    }

    /// How many words carry a mark.
    int marked() {
        return marked;
    }

    /// Whether the writer uses marks, so that a word without one is meant so.
    boolean areAccented() {
        return marked * 10 >= words * 3 && marked > 1;
    }

    boolean is(int index, char punctuation) {
        return index >= 0 && index < size && sorts[index] == Sort.PUNCTUATION
                && text.charAt(from[index]) == punctuation;
    }

    /// The folded word itself: for tests of lists, not for the fast path.
    String word(int index, int length) {
        return text.subSequence(from[index], to[index + length - 1]).toString();
    }
}
