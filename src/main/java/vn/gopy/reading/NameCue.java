package vn.gopy.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.gopy.text.Folded;

/// What stands before a word and says whether it may be the name of a person.
enum NameCue {
    /// "tên là", "người viết": a name follows, whatever it is.
    TOLD,
    /// "anh", "bà": so are persons addressed.
    KIN,
    /// "a", "c.": the same, cut short.
    INITIAL,
    /// "em", "con", "thằng": often a name, as often another word.
    SELF,
    /// "cán bộ", "trưởng thôn".
    ROLE,
    /// "phường", "trường": the name of a place, or of somebody known to all.
    PLACE, NONE;

    private record Phrase(Tokens words, boolean strict, NameCue cue) {
        private boolean endsAt(Tokens tokens, int last) {
            int first = last - words.size() + 1;
            if (first < 0) {
                return false;
            }
            boolean bare = !strict && !tokens.areAccented();
            for (int i = 0; i < words.size(); i++) {
                boolean same = words.key(i) == tokens.key(first + i)
                        && (words.marks(i) == tokens.marks(first + i)
                                || (bare && tokens.marks(first + i) == 0));
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final FirstWords<List<Phrase>> ENDINGS = endings();

    /// The cue right before a word, a colon or the dot of an abbreviation between them or not.
    static NameCue before(Tokens tokens, int index) {
        int last = index - 1;
        boolean colon = tokens.is(last, ':');
        boolean dot = tokens.is(last, '.');
        if (colon || dot) {
            last--;
        }
        var cue = endingAt(tokens, last);
        if (cue == NONE && tokens.is(last - 1, '/') && isComrade(tokens, last)) {
            cue = KIN;
        }
        return switch (cue) {
            case TOLD, ROLE -> dot ? NONE : cue;
            case INITIAL -> colon ? NONE : cue;
            case KIN, SELF, PLACE -> colon || (dot && tokens.to(last) - tokens.from(last) > 3) ? NONE : cue;
            case NONE -> NONE;
        };
    }

    /// "đ/c".
    private static boolean isComrade(Tokens tokens, int last) {
        return tokens.isWord(last) && tokens.to(last) - tokens.from(last) == 1
                && tokens.text.charAt(tokens.from(last)) == 'c' && tokens.isWord(last - 2)
                && tokens.to(last - 2) - tokens.from(last - 2) == 1
                && tokens.text.charAt(tokens.from(last - 2)) == 'd';
    }

    private static NameCue endingAt(Tokens tokens, int last) {
        for (var phrase : ENDINGS.get(tokens.key(last), List.of())) {
            if (phrase.endsAt(tokens, last)) {
                return phrase.cue();
            }
        }
        return NONE;
    }

    private static FirstWords<List<Phrase>> endings() {
        var endings = new ArrayList<Phrase>();
        var cue = NONE;
        for (var line : WordLists.lines("name-cues.txt")) {
            if (line.charAt(0) == '[') {
                cue = valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                continue;
            }
            boolean strict = line.charAt(0) == '=';
            var words = new Tokens(Folded.of(strict ? line.substring(1) : line));
            endings.add(new Phrase(words, strict, cue));
        }
        endings.sort(Comparator.comparingInt(phrase -> -phrase.words().size()));
        return FirstWords.of(endings, phrase -> List.of(phrase.words().key(phrase.words().size() - 1)),
                List::copyOf);
    }
}
