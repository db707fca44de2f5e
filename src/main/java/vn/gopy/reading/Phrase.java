package vn.gopy.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.gopy.text.Folded;
import vn.gopy.text.Syllable;

/// A pattern of words: alternatives in braces, `*` for up to three words between, `=` before a word that must
/// carry its marks. A word typed without marks fits the marked one; a word typed with other marks does not.
final class Phrase {
    private static final int GAP = 3;
    private static final Pattern ELEMENT = Pattern.compile("\\{[^}]*}|[^{}\\s]+");
    private static final Pattern BAR = Pattern.compile("\\|");

    /// One word as it may be typed; `strict` ones need their marks. A word of several syllables has several
    /// of these.
    record Sound(long key, int marks, boolean strict) {}

    /// A place in the phrase: any of these words, each a row of syllables, after a gap or at once.
    private static final class Place {
        private final Sound[][] words;
        private final boolean afterGap;
        private final long firsts;
        private final long lasts;
        private final int[] lastMarks;

        Place(List<List<Sound>> words, boolean afterGap) {
            this.words = words.stream().map(word -> word.toArray(Sound[]::new)).toArray(Sound[][]::new);
            this.afterGap = afterGap;
            firsts = bits(words, List::getFirst);
            lasts = bits(words, List::getLast);
            lastMarks = words.stream().mapToInt(word -> mark(word.getLast().key())).toArray();
        }

        private static long bits(List<List<Sound>> words, Function<List<Sound>, Sound> syllable) {
            long bits = 0;
            for (var word : words) {
                bits |= bit(syllable.apply(word).key());
            }
            return bits;
        }
    }

    private final Place[] places;

    private Phrase(List<Place> places) {
        this.places = places.toArray(Place[]::new);
    }

    /// One of 64 bits for a syllable: what has not this bit is not this syllable.
    static long bit(long key) {
        return 1L << (Syllable.mixed(key) & 63);
    }

    /// One of 1,024 marks for a syllable, by which it is more seldom mistaken for another.
    static int mark(long key) {
        return (int) (Syllable.mixed(key) >>> 32 & 1023);
    }

    /// Whether for each place one of its words may be in a message.
    ///
    /// @param marks those of the message's syllables, as the bits of 16 numbers
    boolean mayStand(long[] marks) {
        for (var place : places) {
            if (!holds(marks, place.lastMarks)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(long[] marks, int[] some) {
        for (int mark : some) {
            if ((marks[mark >> 6] >>> (mark & 63) & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /// The bits of which one must be among those of a message, for the second place and for the last one.
    long needs(boolean last) {
        return places[last ? places.length - 1 : Math.min(1, places.length - 1)].lasts;
    }

    /// @param known the words of phrases read before; most come again
    static Phrase of(String pattern, Map<String, List<Sound>> known) {
        var places = new ArrayList<Place>();
        boolean gap = false;
        for (var element : ELEMENT.matcher(pattern).results().map(result -> result.group()).toList()) {
            if (element.equals("*")) {
                gap = true;
                continue;
            }
            var inner = element.startsWith("{") ? element.substring(1, element.length() - 1) : element;
            var words = new ArrayList<List<Sound>>();
            for (var word : BAR.split(inner, -1)) {
                words.add(known.computeIfAbsent(word, Phrase::sounds));
            }
            places.add(new Place(words, gap));
            gap = false;
        }
        return new Phrase(places);
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
        return Arrays.stream(places[0].words).map(word -> word[0].key()).distinct().toList();
    }

    /// Whether the phrase begins at this token; gives the token after its end, or -1.
    int endFrom(Tokens tokens, int at) {
        return endFrom(tokens, at, 0);
    }

    private int endFrom(Tokens tokens, int at, int place) {
        if (place == places.length) {
            return at;
        }
        var here = places[place];
        int last = Math.min(here.afterGap ? at + GAP : at, tokens.size() - 1);
        for (int start = at; start <= last; start++) {
            if ((here.firsts & bit(tokens.meant(start))) == 0) {
                continue;
            }
            for (var word : here.words) {
                int end = fits(word, tokens, start) ? endFrom(tokens, start + word.length, place + 1) : -1;
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static boolean fits(Sound[] word, Tokens tokens, int at) {
        for (int i = 0; i < word.length; i++) {
            if (at + i >= tokens.size() || !fits(word[i], tokens, at + i)) {
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
