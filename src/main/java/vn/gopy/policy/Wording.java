package vn.gopy.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.text.Folding;

/// The plain words of a question: folded, chat shorthand written out, expressions of the same meaning made
/// one word, politeness left out.
///
/// People write "sổ đỏ", "so hong" and "giấy chứng nhận quyền sử dụng đất" for one thing. Every such group
/// becomes a single word (`sodo`), longest expression first, on both sides: in what editors wrote and in what
/// residents type.
public final class Wording {
    /// What is read of a question; nobody asks longer, and a flood must not cost time.
    private static final int READ = 600;
    /// What parts syllables: anything but letters, marks and digits, and the change from letters to a number
    /// (`nq1679`).
    private static final Pattern BETWEEN = Pattern
            .compile("[^\\p{L}\\p{N}\\p{M}]+|(?<=[\\p{L}\\p{M}])(?=\\p{N}{2})");

    private final Map<String, String> shorthand;
    private final Map<String, String> same = new HashMap<>();
    /// How many syllables the longest expression has that begins with a syllable.
    private final Map<String, Integer> longest = new HashMap<>();
    private final Set<String> filler;

    /// @param same the one word for a group → the expressions of the group
    public Wording(Map<String, String> shorthand, Map<String, List<String>> same, List<String> filler) {
        this.shorthand = Map.copyOf(shorthand);
        this.filler = Set.copyOf(filler);
        same.forEach((one, group) -> group.forEach(expression -> add(one, tokens(expression))));
    }

    private void add(String one, List<String> expression) {
        same.put(String.join(" ", expression), one);
        longest.merge(expression.getFirst(), expression.size(), Math::max);
    }

    /// The words of a text in order. Never throws; at most the first 600 characters count.
    public List<String> words(String text) {
        return words(tokens(text));
    }

    /// The same for syllables that are cut already, as [#tokens] gives them.
    List<String> words(List<String> tokens) {
        var words = new ArrayList<String>(tokens.size());
        for (int i = 0; i < tokens.size();) {
            int taken = taken(tokens, i);
            var word = taken == 0 ? tokens.get(i) : same.getOrDefault(joined(tokens, i, taken), "");
            if (!filler.contains(word)) {
                Arrays.stream(word.split(" ", -1)).filter(part -> !part.isEmpty()).forEach(words::add);
            }
            i += Math.max(1, taken);
        }
        return words;
    }

    /// How many syllables from here are an expression that has one word; 0 for none.
    private int taken(List<String> tokens, int from) {
        int most = longest.getOrDefault(tokens.get(from), 0);
        for (int n = Math.min(most, tokens.size() - from); n > 0; n--) {
            if (same.containsKey(joined(tokens, from, n))) {
                return n;
            }
        }
        return 0;
    }

    private static String joined(List<String> tokens, int from, int n) {
        return n == 1 ? tokens.get(from) : String.join(" ", tokens.subList(from, from + n));
    }

    /// The folded syllables of a text with chat shorthand written out, fillers kept.
    List<String> tokens(String text) {
        return cut(text).stream().map(Token::folded).toList();
    }

    /// The same, each with what was typed.
    List<Token> cut(String text) {
        var read = Normalizer.normalize(text.length() > READ ? text.substring(0, READ) : text,
                Normalizer.Form.NFC);
        var tokens = new ArrayList<Token>();
        for (var raw : BETWEEN.splitAsStream(read).toList()) {
            var folded = Folding.fold(raw);
            var whole = shorthand.get(folded);
            if (whole != null) {
                Arrays.stream(whole.split(" ", -1)).forEach(one -> tokens.add(new Token(one, one)));
            } else if (!folded.isEmpty()) {
                tokens.add(new Token(raw, folded));
            }
        }
        return tokens;
    }
}
