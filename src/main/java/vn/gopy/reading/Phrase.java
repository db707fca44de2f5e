package vn.gopy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.gopy.text.Folded;

/// A pattern of words: alternatives in braces, `*` for up to three words between, `=` before a word that must
/// carry its marks. A word typed without marks fits the marked one; a word typed with other marks does not.
final class Phrase {
    private static final int GAP = 3;
    private static final Pattern ELEMENT = Pattern.compile("\\{[^}]*}|[^{}\\s]+");
    private static final Pattern BAR = Pattern.compile("\\|");

    /// One word as it may be typed; `strict` ones need their marks. A word of several syllables has several
    /// of these.
    private record Sound(long key, int marks, boolean strict) {}

    /// A place in the phrase: any of these words, each a row of syllables, after a gap or at once.
    private record Place(List<List<Sound>> words, boolean afterGap) {}

    private final List<Place> places;

    private Phrase(List<Place> places) {
        this.places = places;
    }

    static Phrase of(String pattern) {
        var places = new ArrayList<Place>();
        boolean gap = false;
        for (var element : ELEMENT.matcher(pattern).results().map(result -> result.group()).toList()) {
            if (element.equals("*")) {
                gap = true;
                continue;
            }
            var inner = element.startsWith("{") ? element.substring(1, element.length() - 1) : element;
            places.add(new Place(BAR.splitAsStream(inner).map(Phrase::sounds).toList(), gap));
            gap = false;
        }
        return new Phrase(List.copyOf(places));
    }

    private static List<Sound> sounds(String word) {
        boolean strict = word.startsWith("=");
        var tokens = new Tokens(Folded.of(strict ? word.substring(1) : word));
        var sounds = new ArrayList<Sound>();
        for (int i = 0; i < tokens.size(); i++) {
            sounds.add(new Sound(tokens.meant(i), tokens.marks(i), strict));
        }
        return List.copyOf(sounds);
    }

    /// The keys of the syllables that may come first.
    List<Long> firstKeys() {
        return places.getFirst().words().stream().map(word -> word.getFirst().key()).distinct().toList();
    }

    /// Whether the phrase begins at this token; gives the token after its end, or -1.
    int endFrom(Tokens tokens, int at) {
        return endFrom(tokens, at, 0);
    }

    private int endFrom(Tokens tokens, int at, int place) {
        if (place == places.size()) {
            return at;
        }
        int last = places.get(place).afterGap() ? at + GAP : at;
        for (int start = at; start <= last && start < tokens.size(); start++) {
            for (var word : places.get(place).words()) {
                int end = fits(word, tokens, start) ? endFrom(tokens, start + word.size(), place + 1) : -1;
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static boolean fits(List<Sound> word, Tokens tokens, int at) {
        for (int i = 0; i < word.size(); i++) {
            if (at + i >= tokens.size() || !fits(word.get(i), tokens, at + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Sound sound, Tokens tokens, int at) {
        if (tokens.meant(at) != sound.key()) {
            return false;
        }
        int marks = tokens.marks(at);
        return marks == sound.marks() || (marks == 0 && !sound.strict());
    }
}
