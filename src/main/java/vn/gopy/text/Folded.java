package vn.gopy.text;

import java.util.Arrays;

/// A folded text that remembers where each of its characters stood in the original, and which marks it
/// carried.
public final class Folded implements CharSequence {
    private char[] chars;
    private int[] starts;
    private byte[] marks;
    private int length;
    private final int originalLength;

    private Folded(int originalLength) {
        this.chars = new char[originalLength + 8];
        this.starts = new int[originalLength + 8];
        this.marks = new byte[originalLength + 8];
        this.originalLength = originalLength;
    }

    /// Folds as [Folding#fold(String)] does.
    public static Folded of(String text) {
        var folded = new Folded(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = Folding.quick(c);
            if (plain == Folding.DROPPED) {
                folded.mark(Folding.marks(c));
            } else if (plain != Folding.SEVERAL) {
                folded.put(plain, i, Folding.marks(c));
            } else {
                i += folded.putSeveral(text, i) - 1;
            }
        }
        return folded;
    }

    private int putSeveral(String text, int at) {
        int codePoint = text.codePointAt(at);
        var plain = Folding.theLongWay(codePoint);
        for (int i = 0; i < plain.length(); i++) {
            put(plain.charAt(i), at, 0);
        }
        return Character.charCount(codePoint);
    }

    private void put(char plain, int start, int mark) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            marks = Arrays.copyOf(marks, length * 2);
        }
        chars[length] = plain;
        starts[length] = start;
        marks[length] = (byte) mark;
        length++;
    }

    private void mark(int mark) {
        if (mark != 0 && length > 0) {
            marks[length - 1] |= (byte) mark;
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /// The marks of a character: tone in the three low bits (1–5), circumflex, breve, horn or stroke above
    /// (1–4).
    public int marks(int index) {
        return marks[index];
    }

    /// Where in the original text the folded character begins.
    public int originalStart(int index) {
        return starts[index];
    }

    /// Where in the original text a piece ends whose last folded character is before `end`: its marks belong
    /// to it.
    public int originalEnd(int end) {
        int after = end;
        while (after < length && starts[after] == starts[end - 1]) {
            after++;
        }
        return after < length ? starts[after] : originalLength;
    }
}
