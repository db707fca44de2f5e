package vn.gopy.reading;

import java.util.Arrays;
import vn.gopy.reading.Tokens.Sort;
import vn.gopy.text.Syllable;
import vn.gopy.text.Typing;

/// What the classifiers see of a message: the plain syllables, alone and in pairs; the words with their
/// marks, when the writer uses marks; emoji, numbers by their length, question and exclamation marks.
///
/// After these come features that are heard apart: the syllables of the last clause, where a writer says what
/// they make of it all, and the labels that known phrases speak for.
///
/// Only the first 300 tokens count, so that an endless message costs no more than a long one.
final class Features {
    static final int MOST_TOKENS = 300;
    private static final long NUMBER = 1L << 61;
    private static final long EDGE = 1L << 60;
    private static final long MARKED = 1L << 62;
    private static final long LAST = 0x1A57;
    private static final long KNOWN = 1L << 59;

    private long[] keys = new long[128];
    private int size;
    private int plain;
    private final boolean accented;

    private Features(boolean accented) {
        this.accented = accented;
    }

    static Features of(Tokens tokens, Lexicon lexicon) {
        var features = new Features(tokens.areAccented());
        features.read(tokens);
        features.plain = features.size;
        features.readLastClause(tokens);
        lexicon.find(tokens, Math.min(tokens.size(), MOST_TOKENS), column -> features.add(KNOWN + column));
        return features;
    }

    /// How many features are plain; the others come after them.
    int plain() {
        return plain;
    }

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    private void read(Tokens tokens) {
        long last = EDGE;
        int end = Math.min(tokens.size(), MOST_TOKENS);
        for (int i = 0; i < end; i++) {
            if (!speaks(tokens, i)) {
                continue;
            }
            for (long key : meant(tokens, i)) {
                add(key);
                pair(last, key);
                last = key;
            }
            if (accented && tokens.isWord(i)) {
                add(Syllable.mixed(tokens.key(i) * 31 + tokens.marks(i) + MARKED));
            }
        }
        pair(last, EDGE);
    }

    /// The syllables after the last comma or full stop that has words on both sides.
    private void readLastClause(Tokens tokens) {
        int end = Math.min(tokens.size(), MOST_TOKENS);
        int start = end - 1;
        boolean words = false;
        while (start >= 0 && !(words && isBreak(tokens, start))) {
            words |= !isBreak(tokens, start) && speaks(tokens, start);
            start--;
        }
        for (int i = start < 0 ? end : start; i < end; i++) {
            if (speaks(tokens, i)) {
                for (long key : meant(tokens, i)) {
                    pair(key, LAST);
                }
            }
        }
    }

    private static boolean isBreak(Tokens tokens, int index) {
        return tokens.is(index, ',') || tokens.is(index, '.') || tokens.is(index, ';')
                || tokens.is(index, ':');
    }

    private static boolean speaks(Tokens tokens, int index) {
        return tokens.sort(index) != Sort.PUNCTUATION || tokens.is(index, '?') || tokens.is(index, '!');
    }

    private static long[] meant(Tokens tokens, int index) {
        return switch (tokens.sort(index)) {
            case NUMBER -> new long[]{NUMBER + Math.min(tokens.to(index) - tokens.from(index), 6)};
            case WORD -> Syllable.fits(tokens.key(index)) && tokens.to(index) - tokens.from(index) > 2
                    ? new long[]{tokens.key(index)}
                    : Typing.meant(tokens.text, tokens.from(index), tokens.to(index));
            case MIXED, EMOJI, PUNCTUATION -> Typing.meant(tokens.text, tokens.from(index), tokens.to(index));
        };
    }

    private void pair(long first, long second) {
        add(Syllable.mixed(first * 0x9E3779B97F4A7C15L + second * 3));
    }

    private void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
    }
}
