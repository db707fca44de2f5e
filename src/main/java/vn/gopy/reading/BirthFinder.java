package vn.gopy.reading;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Syllable;

/// Dates and years of birth: a date right after "sinh", "sinh ngày", "ngày sinh", "sn", "DOB", "born".
final class BirthFinder {
    private static final int NOW = 2035;
    private static final long SINH = Syllable.key("sinh");
    /// What follows a house number, which "sn" announces as well.
    private static final Words NOT_YEAR = Words.of("đường phố ngõ ngách hẻm tổ khu xóm thôn");
    private static final Set<Long> MONTHS = keys(
            "jan feb mar apr may jun jul aug sep oct nov dec january february"
                    + " march april june july august september october november december");
    private static final long TRO = Syllable.key("tro");
    private static final long DE = Syllable.key("de");
    private static final long NGAY = Syllable.key("ngay");
    private static final long THANG = Syllable.key("thang");
    private static final long NAM = Syllable.key("nam");
    private static final Set<Long> SHORT = keys("sn ns dob born nsinh");
    /// Words that make another word of "sinh".
    private static final Set<Long> NOT_BIRTH = keys("khai hoc ve phat thi nu y ho tai hi dan so quan truong");
    private static final Set<Long> BETWEEN = keys(
            "ngay nam thang vao la hom on date in nhat em e cua be chau con toi"
                    + " minh of birth is hoi khoang trong giap at binh dinh mau ky canh tan nham quy ty suu dan mao thin"
                    + " ngo mui than dau tuat");
    /// Words before the first ten days of a month.
    private static final Set<Long> EARLY = keys("mung mong");

    private BirthFinder() {}

    private static Set<Long> keys(String words) {
        return Stream.of(words.split(" ")).map(Syllable::key).collect(Collectors.toUnmodifiableSet());
    }

    static void find(Tokens tokens, Finds finds) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isCue(tokens, i)) {
                afterCue(tokens, i + 1, finds);
            }
        }
    }

    /// A date or a year right behind a name: "Hồ Thị Vui (1958)", "Phạm Thị Tẹo - 1939".
    static void afterName(Tokens tokens, int next, Finds finds) {
        int at = next;
        while (at < next + 2 && (tokens.is(at, ',') || tokens.is(at, '-') || tokens.is(at, '('))) {
            at++;
        }
        if (at >= tokens.size() || tokens.sort(at) != Tokens.Sort.NUMBER) {
            return;
        }
        int year = number(tokens, at);
        boolean apart = at + 2 >= tokens.size() || tokens.sort(at + 2) != Tokens.Sort.NUMBER
                || tokens.from(at + 1) > tokens.to(at);
        if (year > 1910 && year < NOW && apart) {
            finds.add(tokens.from(at), tokens.to(at), Kind.DOB);
        }
    }

    private static boolean isCue(Tokens tokens, int index) {
        long key = tokens.key(index);
        boolean date = tokens.key(index + 1) == NAM || tokens.key(index + 1) == NGAY;
        if (SHORT.contains(key) || (key == DE && date)) {
            return true;
        }
        if (key != SINH) {
            return false;
        }
        return date || !NOT_BIRTH.contains(tokens.key(index - 1));
    }

    private static void afterCue(Tokens tokens, int start, Finds finds) {
        int at = start;
        while (at < Math.min(tokens.size(), start + 4)
                && (BETWEEN.contains(tokens.key(at)) || tokens.is(at, ':'))) {
            at++;
        }
        int first = at;
        at += at < tokens.size() && (EARLY.contains(tokens.key(at)) || MONTHS.contains(tokens.key(at)))
                ? 1
                : 0;
        if (at >= tokens.size() || tokens.sort(at) != Tokens.Sort.NUMBER) {
            spoken(tokens, at, finds);
            return;
        }
        int end = tokens.key(tokens.size() > at + 1 ? at + 1 : at) == TRO ? -1 : date(tokens, at);
        if (end < 0 && isYear(tokens, start - 1, at)) {
            end = at;
        }
        if (end > 0) {
            finds.add(tokens.from(first), tokens.to(end), Kind.DOB);
        }
    }

    /// "sn 88", "sinh năm 72": a year of two digits.
    private static boolean isYear(Tokens tokens, int cue, int at) {
        boolean house = tokens.isWord(at + 1) || (tokens.is(at + 1, ',') && NOT_YEAR.have(tokens, at + 2))
                || tokens.is(at + 1, '/') || tokens.is(at + 1, '-');
        boolean said = (SHORT.contains(tokens.key(cue)) && !house) || tokens.key(at - 1) == NAM;
        return said && tokens.to(at) - tokens.from(at) == 2 && number(tokens, at) >= 20;
    }

    /// "sinh năm một chín sáu lăm"
    private static void spoken(Tokens tokens, int at, Finds finds) {
        var year = NumberRun.from(tokens, at);
        if (tokens.key(at - 1) == NAM && year.size() == 4 && year.getFirst().digits().equals("1")) {
            finds.add(year.getFirst().from(), year.getLast().to(), Kind.DOB);
        }
    }

    /// The last token of a date or a year that begins here, or -1.
    private static int date(Tokens tokens, int at) {
        if (number(tokens, at) > 1900 && number(tokens, at) < NOW) {
            return at;
        }
        int end = at;
        int parts = MONTHS.contains(tokens.key(at - 1)) ? 2 : 1;
        while (parts < 3) {
            int next = end + 1;
            if (parts > 1 && next < tokens.size() && tokens.sort(next) == Tokens.Sort.NUMBER
                    && number(tokens, next) > 1900 && number(tokens, next) < NOW) {
                return next;
            }
            boolean joined = next < tokens.size() && (tokens.is(next, '/') || tokens.is(next, '-')
                    || tokens.is(next, '.') || tokens.is(next, ',') || tokens.key(next) == THANG
                    || tokens.key(next) == NAM
                    || MONTHS.contains(tokens.key(next)));
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
