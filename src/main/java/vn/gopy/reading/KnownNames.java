package vn.gopy.reading;

import java.util.Comparator;
import java.util.List;
import vn.gopy.text.Folded;

/// Names that are known to be no private person's: looked up by their first syllable, the longest first.
final class KnownNames {
    private final FirstWords<List<Tokens>> names;

    private KnownNames(List<String> lines) {
        var longestFirst = lines.stream().map(line -> new Tokens(Folded.of(line)))
                .sorted(Comparator.comparingInt(name -> -name.size())).toList();
        names = FirstWords.of(longestFirst, name -> List.of(name.key(0)), List::copyOf);
    }

    static KnownNames list(String file) {
        return new KnownNames(WordLists.lines(file));
    }

    /// The token after a known name that begins here, typed with its marks or with none, or the same token.
    int after(Tokens tokens, int index) {
        for (var name : names.get(tokens.key(index), List.of())) {
            if (isAt(tokens, index, name)) {
                return index + name.size();
            }
        }
        return index;
    }

    private static boolean isAt(Tokens tokens, int index, Tokens name) {
        if (index + name.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            int marks = tokens.marks(index + i);
            if (tokens.key(index + i) != name.key(i) || (marks != 0 && marks != name.marks(i))) {
                return false;
            }
        }
        return true;
    }
}
