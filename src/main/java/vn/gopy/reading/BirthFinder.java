package vn.gopy.reading;

import java.util.Set;
import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Syllable;

/// Dates and years of birth: a date right after "sinh", "sinh ngày", "ngày sinh", "sn", "DOB", "born".
final class BirthFinder {
    private static final long SINH = Syllable.key("sinh");
    private static final long NGAY = Syllable.key("ngay");
    private static final long THANG = Syllable.key("thang");
    private static final long NAM = Syllable.key("nam");
    private static final Set<Long> SHORT = Set.of(Syllable.key("sn"), Syllable.key("ns"), Syllable.key("dob"),
            Syllable.key("born"), Syllable.key("nsinh"));
    /// Words that make another word of "sinh".
    private static final Set<Long> NOT_BIRTH = Set.of(Syllable.key("khai"), Syllable.key("hoc"),
            Syllable.key("ve"),
            Syllable.key("phat"), Syllable.key("thi"), Syllable.key("nu"), Syllable.key("y"),
            Syllable.key("ho"),
            Syllable.key("tai"), Syllable.key("hi"), Syllable.key("dan"), Syllable.key("moi"),
            Syllable.key("so"));
    private static final Set<Long> BETWEEN = Set.of(NGAY, NAM, THANG, Syllable.key("vao"), Syllable.key("la"),
            Syllable.key("hom"), Syllable.key("on"), Syllable.key("date"), Syllable.key("in"));

    private BirthFinder() {}

    static void find(Tokens tokens, Finds finds) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isCue(tokens, i)) {
                afterCue(tokens, i + 1, finds);
            }
        }
    }

    private static boolean isCue(Tokens tokens, int index) {
        long key = tokens.key(index);
        if (SHORT.contains(key)) {
            return true;
        }
        if (key != SINH) {
            return false;
        }
        long next = tokens.key(index + 1);
        return !NOT_BIRTH.contains(tokens.key(index - 1)) || next == NGAY || next == NAM;
    }

    private static void afterCue(Tokens tokens, int start, Finds finds) {
        int at = start;
        while (at < Math.min(tokens.size(), start + 4)
                && (BETWEEN.contains(tokens.key(at)) || tokens.is(at, ':'))) {
            at++;
        }
        if (at >= tokens.size() || tokens.sort(at) != Tokens.Sort.NUMBER) {
            return;
        }
        int end = date(tokens, at);
        if (end > 0) {
            finds.add(tokens.from(at), tokens.to(end), Kind.DOB);
        }
    }

    /// The last token of a date or a year that begins here, or -1.
    private static int date(Tokens tokens, int at) {
        if (number(tokens, at) > 1900 && number(tokens, at) < 2035) {
            return at;
        }
        int end = at;
        int parts = 1;
        while (parts < 3) {
            int next = end + 1;
            boolean joined = next < tokens.size() && (tokens.is(next, '/') || tokens.is(next, '-')
                    || tokens.is(next, '.') || tokens.key(next) == THANG || tokens.key(next) == NAM);
            if (!joined || next + 1 >= tokens.size() || tokens.sort(next + 1) != Tokens.Sort.NUMBER) {
                break;
            }
            end = next + 1;
            parts++;
        }
        int digits = tokens.to(at) - tokens.from(at);
        return parts > 1 || digits == 8 ? end : -1;
    }

    private static int number(Tokens tokens, int index) {
        int number = 0;
        for (int i = tokens.from(index); i < tokens.to(index) && number < 100_000; i++) {
            number = number * 10 + tokens.text.charAt(i) - '0';
        }
        return number;
    }
}
