package vn.gopy.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Many tell a story before they ask: what they want to know stands at its end.
final class Story {
    /// In words; whoever says less tells no story.
    private static final int LONG = 20;
    /// What has fewer words is no sentence ("Vâng.").
    private static final int SHORT = 4;
    /// In UTF-16 units, from the end.
    private static final int READ = 1200;
    /// A new line, or a mark, but not the dot of "TP.", "P.", "KP." and the like.
    private static final Pattern BETWEEN = Pattern
            .compile("\\n|(?<=[.?!…;])(?<!\\b(?i:tp|tx|tt|kp|p|q|x|h|k)\\.)\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Story() {}

    /// The last sentence, and the last two together where there are more; nothing of what is short or one sentence.
    static List<String> ends(String typed) {
        var text = typed.strip();
        var read = text.substring(Math.max(0, text.length() - READ));
        if (words(read) <= LONG) {
            return List.of();
        }
        var sentences = sentences(read);
        int last = sentences.size() - 1;
        return switch (last) {
            case 0 -> List.of();
            case 1 -> List.of(sentences.get(1));
            default -> List.of(sentences.get(last), sentences.get(last - 1) + " " + sentences.get(last));
        };
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var begun = "";
        for (var part : BETWEEN.splitAsStream(text).map(String::strip).toList()) {
            begun = begun.isEmpty() ? part : begun + " " + part;
            if (words(begun) >= SHORT) {
                sentences.add(begun);
                begun = "";
            }
        }
        if (!begun.isEmpty()) {
            sentences.add(sentences.isEmpty() ? begun : sentences.removeLast() + " " + begun);
        }
        return sentences;
    }

    private static int words(String text) {
        return (int) SPACE.splitAsStream(text).limit(LONG + 1).count();
    }
}
