package vn.gopy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import vn.gopy.text.Syllable;

/// Recognises by rule what must leave the opinion lane: `sensitive.txt` beside this class lists the phrases,
/// and what only sounds like them. Emergencies come before accusations.
final class SensitiveRules {
    private static final String NOT = "NOT";
    private static final List<Sensitive> KINDS = List.of(Sensitive.values());
    /// The bit of the phrases that only sound like danger.
    private static final int FIGURATIVE = 1 << KINDS.size();
    private static final Phrases PHRASES = phrases();
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

    private static Phrases phrases() {
        var lines = new ArrayList<Phrases.Line>();
        var known = new HashMap<String, List<Phrase.Sound>>();
        int bit = FIGURATIVE;
        for (var line : WordLists.lines("sensitive.txt")) {
            if (line.startsWith("[")) {
                var kind = line.substring(1, line.length() - 1);
                bit = kind.equals(NOT) ? FIGURATIVE : 1 << KINDS.indexOf(Sensitive.valueOf(kind));
            } else {
                lines.add(new Phrases.Line(Phrase.of(line, known), bit));
            }
        }
        return Phrases.of(lines);
    }

    private SensitiveRules() {}

    /// What the known phrases say of a message.
    ///
    /// @param kind       the most pressing kind whose phrase stands in it and is not meant figuratively
    /// @param figurative whether it says such a thing of papers, of last year, of a drill, or as a fear
    record Found(Sensitive kind, boolean figurative) {}

    static Found find(Tokens tokens) {
        int bits = PHRASES.standing(tokens);
        boolean figurative = (bits & FIGURATIVE) != 0;
        int kinds = bits & ~FIGURATIVE;
        if (kinds != 0) {
            return new Found(figurative ? Sensitive.NONE : KINDS.get(Integer.numberOfTrailingZeros(kinds)),
                    figurative);
        }
        return new Found(isYoung(tokens) ? Sensitive.YOUNG : Sensitive.NONE, figurative);
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
