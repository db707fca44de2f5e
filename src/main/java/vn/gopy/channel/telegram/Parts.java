package vn.gopy.channel.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import vn.gopy.chat.Reply;

/// Cuts a text into parts that Telegram takes, where a reader would pause: between paragraphs, else between
/// sentences, else between words, and never inside a character. A bold part that is cut goes on in bold.
final class Parts {
    /// Telegram counts UTF-16 units after the tags are gone.
    static final int LONGEST = 4096;
    private static final String SENTENCE_ENDS = ".!?…";

    private final String words;
    private final int limit;

    private Parts(String words, int limit) {
        this.words = words;
        this.limit = limit;
    }

    /// The text itself when it is short enough, else its parts in order, none of them blank.
    static List<String> of(String text, int limit) {
        if (text.length() <= limit) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        var words = Html.bare(text);
        var cutter = new Parts(words, limit);
        var bold = new BoldParts(text);
        for (int from = 0; from < words.length();) {
            int to = cutter.end(from);
            if (!words.substring(from, to).isBlank()) {
                parts.add(bold.marked(words, from, to));
            }
            from = to;
        }
        return parts;
    }

    private int end(int from) {
        int most = from + limit;
        if (most >= words.length()) {
            return words.length();
        }
        int least = from + limit / 4;
        int paragraph = words.lastIndexOf("\n\n", most - 2);
        if (paragraph >= least) {
            return paragraph + 2;
        }
        int sentence = lastSentence(least, most);
        if (sentence > 0) {
            return sentence;
        }
        int word = lastSpace(from + 1, most);
        return word > 0 ? word : lastCharacter(from, most);
    }

    /// Behind the last space or line break that ends a sentence; 0 when there is none.
    private int lastSentence(int least, int most) {
        for (int i = most - 1; i > least; i--) {
            char c = words.charAt(i);
            if (c == '\n' || (c == ' ' && SENTENCE_ENDS.indexOf(words.charAt(i - 1)) >= 0)) {
                return i + 1;
            }
        }
        return 0;
    }

    private int lastSpace(int least, int most) {
        for (int i = most - 1; i > least; i--) {
            if (Character.isWhitespace(words.charAt(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Before the character, with all its marks and joiners, that would not fit; inside it only if it alone
    /// is too long.
    private int lastCharacter(int from, int most) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        var window = words.substring(from, Math.min(words.length(), most + 64));
        characters.setText(window);
        int at = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        if (at > 0) {
            return from + at;
        }
        return Character.isLowSurrogate(words.charAt(most)) && limit > 1 ? most - 1 : most;
    }

    /// Which of a text's words are bold.
    private static final class BoldParts {
        private final BitSet bold = new BitSet();

        BoldParts(String text) {
            boolean on = false;
            int at = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == Reply.BOLD || c == Reply.PLAIN) {
                    on = c == Reply.BOLD;
                } else {
                    bold.set(at++, on);
                }
            }
        }

        String marked(String words, int from, int to) {
            var part = new StringBuilder(to - from + 8);
            boolean on = false;
            for (int i = from; i < to; i++) {
                if (bold.get(i) != on) {
                    on = !on;
                    part.append(on ? Reply.BOLD : Reply.PLAIN);
                }
                part.append(words.charAt(i));
            }
            return (on ? part.append(Reply.PLAIN) : part).toString();
        }
    }
}
