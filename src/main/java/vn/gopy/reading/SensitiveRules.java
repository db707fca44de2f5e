package vn.gopy.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.text.Syllable;

/// Recognises by rule what must leave the opinion lane: `sensitive.txt` beside this class lists the phrases,
/// and what only sounds like them. Emergencies come before accusations.
final class SensitiveRules {
    private static final String NOT = "NOT";
    private static final Map<Sensitive, Map<Long, List<Phrase>>> PHRASES = new EnumMap<>(Sensitive.class);
    private static final Map<Long, List<Phrase>> FIGURATIVE = new HashMap<>();
    private static final long[] SPEAKERS = {Syllable.key("em"), Syllable.key("chau"), Syllable.key("con"),
            Syllable.key("to"), Syllable.key("minh"), Syllable.key("toi")};
    private static final long AGE = Syllable.key("tuoi");
    private static final long FORM = Syllable.key("lop");
    private static final long LEARNS = Syllable.key("hoc");
    private static final long GIRL = Syllable.key("gai");
    private static final long BOY = Syllable.key("trai");
    private static final long AM = Syllable.key("am");
    private static final long IM = Syllable.key("im");
    private static final long I_M = Syllable.key("m");
    private static final long ONLY = Syllable.key("only");
    private static final long JUST = Syllable.key("just");
    private static final long YEARS = Syllable.key("years");
    private static final long OLD = Syllable.key("old");
    private static final long YO = Syllable.key("yo");
    private static final int ADULT = 16;
    private static final int YOUNGEST = 5;
    private static final int UPPER_SCHOOL = 10;

    static {
        Map<Long, List<Phrase>> current = FIGURATIVE;
        for (var line : WordLists.lines("sensitive.txt")) {
            if (line.startsWith("[")) {
                var kind = line.substring(1, line.length() - 1);
                current = kind.equals(NOT)
                        ? FIGURATIVE
                        : PHRASES.computeIfAbsent(Sensitive.valueOf(kind), _ -> new HashMap<>());
                continue;
            }
            var phrase = Phrase.of(line);
            for (long key : phrase.firstKeys()) {
                current.computeIfAbsent(key, _ -> new ArrayList<>()).add(phrase);
            }
        }
    }

    private SensitiveRules() {}

    /// The most pressing kind whose phrase stands in the message and is not meant figuratively.
    static Sensitive find(Tokens tokens) {
        for (var kind : PHRASES.entrySet()) {
            if (stands(kind.getValue(), tokens)) {
                return isFigurative(tokens) ? Sensitive.NONE : kind.getKey();
            }
        }
        return isYoung(tokens) ? Sensitive.YOUNG : Sensitive.NONE;
    }

    /// Whether the message says such a thing of papers, of last year, of a drill, or as a fear.
    static boolean isFigurative(Tokens tokens) {
        return stands(FIGURATIVE, tokens);
    }

    private static boolean stands(Map<Long, List<Phrase>> phrases, Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            var here = phrases.get(tokens.meant(i));
            if (here == null) {
                continue;
            }
            for (var phrase : here) {
                if (phrase.endFrom(tokens, i) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the writer says to be under 16: "em 14 tuổi", "e 14t", "cháu học lớp 3"; not "con em 14 tuổi" or
    /// "con gái 14 tuổi".
    private static boolean isYoung(Tokens tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            int number = number(tokens, i);
            boolean age = number >= YOUNGEST && number < ADULT
                    && (tokens.key(i + 1) == AGE || tokens.sort(i) == Tokens.Sort.MIXED);
            boolean form = number > 0 && number < UPPER_SCHOOL && tokens.key(i - 1) == FORM
                    && tokens.meant(i - 2) == LEARNS;
            if ((age && speaksBefore(tokens, i)) || (form && speaksBefore(tokens, i - 2))
                    || (number > 0 && number < ADULT && isAgeInEnglish(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    /// "I am 14 years old", "im only 14 yo"; not "I have a son who is 14 years old".
    private static boolean isAgeInEnglish(Tokens tokens, int number) {
        boolean old = tokens.key(number + 1) == YO
                || (tokens.key(number + 1) == YEARS && tokens.key(number + 2) == OLD);
        long before = tokens.key(number - 1);
        long am = before == ONLY || before == JUST ? tokens.key(number - 2) : before;
        return old && (am == AM || am == I_M || am == IM);
    }

    /// A number, or one with `t` after it; -1 for anything else.
    private static int number(Tokens tokens, int index) {
        int number = 0;
        int end = Math.min(tokens.to(index), tokens.from(index) + 4);
        for (int i = tokens.from(index); i < end; i++) {
            char c = tokens.text.charAt(i);
            if (c == 't' && i > tokens.from(index) && i + 1 == tokens.to(index)) {
                return number;
            }
            if (!Tokens.isDigit(c)) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return tokens.sort(index) == Tokens.Sort.NUMBER ? number : -1;
    }

    private static boolean speaksBefore(Tokens tokens, int number) {
        for (int i = number - 1; i >= Math.max(0, number - 4); i--) {
            for (long speaker : SPEAKERS) {
                if (tokens.meant(i) == speaker) {
                    boolean ofAnother = tokens.key(i + 1) == GIRL || tokens.key(i + 1) == BOY;
                    return !ofAnother && !tokens.isWord(i - 1);
                }
            }
        }
        return false;
    }
}
