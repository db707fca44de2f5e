package vn.gopy.reading;

import java.util.Arrays;
import java.util.List;
import vn.gopy.text.Folded;
import vn.gopy.text.LongTable;

/// A set of words that knows their marks: a word typed without marks is in it, one with other marks is not.
final class Words {
    private final long[] keys;
    private final LongTable firsts;
    private final int[] marks;

    private Words(List<String> words) {
        var tokens = words.stream().map(word -> new Tokens(Folded.of(word))).filter(word -> word.size() == 1)
                .sorted((one, other) -> Long.compare(one.key(0), other.key(0))).toList();
        keys = tokens.stream().mapToLong(word -> word.key(0)).toArray();
        firsts = LongTable.of(keys);
        marks = tokens.stream().mapToInt(word -> word.marks(0)).toArray();
    }

    static Words of(String words) {
        return new Words(Arrays.asList(words.split("\\s+")));
    }

    static Words list(String file) {
        return new Words(WordLists.words(file));
    }

    /// Whether the token is one of the words, as typed or with its marks left out.
    boolean have(Tokens tokens, int index) {
        return index >= 0 && index < tokens.size() && have(tokens, index, tokens.marks(index) == 0);
    }

    /// Whether the token is one of the words, marks and all.
    boolean haveExactly(Tokens tokens, int index) {
        return index >= 0 && index < tokens.size() && have(tokens, index, false);
    }

    private boolean have(Tokens tokens, int index, boolean bare) {
        long key = tokens.key(index);
        int first = firsts.get(key);
        for (int at = first; at >= 0 && at < keys.length && keys[at] == key; at++) {
            if (bare || marks[at] == tokens.marks(index)) {
                return true;
            }
        }
        return false;
    }
}
