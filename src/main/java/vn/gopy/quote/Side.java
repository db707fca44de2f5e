package vn.gopy.quote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gopy.text.Folding;
import vn.gopy.topic.Mood;

/// What a sentence does: it praises, it criticises, it asks or suggests.
public enum Side {
    PRAISE, CRITICISM, QUESTION;

    /// Words by which Vietnamese and English sentences ask or suggest, folded.
    private static final List<String> ASKING = List.of("bao gio", "khi nao", "o dau", "lam sao", "the nao",
            "tai sao", "vi sao", "co the", "nen", "de nghi", "kien nghi", "de xuat", "mong", "xin", "gop y",
            "when", "where", "how", "why", "should", "could", "please", "suggest", "hope");
    private static final Pattern ASKS = Pattern.compile("\\?|\\b(" + String.join("|", ASKING) + ")\\b");

    private final String word = name().toLowerCase(Locale.ROOT);

    /// Its word in tables and phrases.
    public String word() {
        return word;
    }

    static Side of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The resident's own tap decides: who tapped satisfied praises, who tapped dissatisfied criticises. A
    /// sentence of anybody else is one that asks or suggests, or none of the three.
    static Optional<Side> of(Optional<Mood> mood, String text) {
        return switch (mood.map(Mood::group).orElse(Mood.Group.NEUTRAL)) {
            case SATISFIED -> Optional.of(PRAISE);
            case DISSATISFIED -> Optional.of(CRITICISM);
            case NEUTRAL -> ASKS.matcher(Folding.fold(text)).find()
                    ? Optional.of(QUESTION)
                    : Optional.empty();
        };
    }
}
