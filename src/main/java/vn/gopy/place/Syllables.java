package vn.gopy.place;

import java.util.Arrays;
import java.util.Locale;
import vn.gopy.text.Folded;

/// A text cut into syllables: runs of letters or of digits, folded, each with the marks it was typed with.
final class Syllables {
    private final String text;
    private final Folded folded;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private long[] hashes = new long[16];
    private int[] marks = new int[16];
    private int count;

    private Syllables(String text) {
        this.text = text;
        this.folded = Folded.of(text);
    }

    static Syllables of(String text) {
        var syllables = new Syllables(text);
        syllables.cut();
        return syllables;
    }

    private void cut() {
        int length = folded.length();
        int at = 0;
        while (at < length) {
            char first = folded.charAt(at);
            if (!Character.isLetterOrDigit(first)) {
                at++;
                continue;
            }
            at = cutOne(at, Character.isDigit(first), length);
        }
    }

    private int cutOne(int start, boolean digits, int length) {
        long hash = 0xCBF29CE484222325L;
        int typed = 0;
        int at = start;
        while (at < length) {
            char c = folded.charAt(at);
            if (!Character.isLetterOrDigit(c) || Character.isDigit(c) != digits) {
                break;
            }
            hash = step(hash, c);
            typed |= placed(folded.marks(at), at - start);
            at++;
        }
        put(start, at, hash, typed);
        return at;
    }

    private void put(int start, int end, long hash, int typed) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
            marks = Arrays.copyOf(marks, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        hashes[count] = hash;
        marks[count++] = typed;
    }

    private static long step(long hash, char c) {
        return (hash ^ c) * 0x100000001B3L;
    }

    /// The tone counts for the whole syllable, so that hoà and hòa agree; a circumflex, breve, horn or stroke
    /// for its letter.
    private static int placed(int marks, int letter) {
        int shape = marks >> 3 & 7;
        return (marks & 7) | (shape == 0 || letter > 8 ? 0 : shape << (3 + 3 * letter));
    }

    /// Whether every mark that was typed is one of the written form's: nothing typed always fits.
    static boolean fits(int typed, int written) {
        if (typed == written || typed == 0) {
            return true;
        }
        int tone = typed & 7;
        if (tone != 0 && tone != (written & 7)) {
            return false;
        }
        for (int at = 3; at < 30; at += 3) {
            int shape = typed >> at & 7;
            if (shape != 0 && shape != (written >> at & 7)) {
                return false;
            }
        }
        return true;
    }

    /// The hash that [#hash(int)] gives for this folded word.
    static long hashOf(String folded) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = step(hash, folded.charAt(i));
        }
        return hash;
    }

    int count() {
        return count;
    }

    long hash(int index) {
        return hashes[index];
    }

    /// The marks of a syllable in one number; 0 when it was typed without any.
    int marks(int index) {
        return marks[index];
    }

    /// Whether any of these syllables was typed with a mark.
    boolean marked(int from, int to) {
        for (int i = from; i < to; i++) {
            if (marks[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /// The marks of a syllable wherever in it they stand: its tone, and how many of each shape. 0 for none.
    int essence(int index) {
        int sum = marks[index] & 7;
        for (int at = 3; at < 30; at += 3) {
            int shape = marks[index] >> at & 7;
            sum += shape == 0 ? 0 : 1 << (3 * shape);
        }
        return sum;
    }

    String word(int index) {
        return folded.subSequence(starts[index], ends[index]).toString();
    }

    /// The folded letters of syllables `from` to `to` without what stands between them.
    String squeezed(int from, int to) {
        var letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            letters.append(folded.subSequence(starts[i], ends[i]));
        }
        return letters.toString();
    }

    /// Where syllable `index` begins in the text as it was given.
    int start(int index) {
        return folded.originalStart(starts[index]);
    }

    int end(int index) {
        return folded.originalEnd(ends[index]);
    }

    /// Whether the syllable is written like a name: one capital, then small letters.
    boolean capitalised(int index) {
        var typed = text.substring(start(index), end(index));
        return Character.isUpperCase(typed.charAt(0)) && (typed.length() == 1 || !allUpper(typed));
    }

    private static boolean allUpper(String typed) {
        return typed.equals(typed.toUpperCase(Locale.ROOT));
    }
}
