package vn.gopy.official;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.text.Folding;

/// The passwords that people choose when they do not want to choose: our own words and the province's places,
/// alone, twice, or with a year or a row of digits behind them; and rows of keys.
///
/// Compared are letters and digits without marks and capitals, so that `Hạ Long@2025` is found too. The list
/// is made anew for each question: a password is set rarely, and nothing of it stays in memory.
final class CommonPasswords {
    private static final String WORDS = "/vn/gopy/official/common-words.txt";
    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2040;
    private static final List<String> TAILS = List.of("", "1", "12", "123", "1234", "12345", "123456",
            "1234567", "12345678", "123456789", "1234567890", "0123456789", "987654321", "111", "111111",
            "000", "000000", "666", "666666", "888", "888888", "999", "999999", "6868", "686868", "7979",
            "789", "456", "321", "654321", "abc", "abc123", "qwerty", "password", "matkhau", "admin", "vn",
            "vietnam", "vn123", "a1", "0", "00", "01", "02", "10", "11", "88", "99", "68", "79");
    private static final String KEYS = "1234567890 0987654321 qwertyuiop asdfghjkl zxcvbnm 1q2w3e4r5t6y7u8i9o0p "
            + "qazwsxedcrfvtgbyhnujm abcdefghijklmnopqrstuvwxyz 147258369 123321 112233445566";
    private static final int LONGEST = 26;

    private final Gazetteer gazetteer;

    CommonPasswords(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    private List<String> words() {
        var all = new ArrayList<String>(List.of(text().split("\\s+")));
        Stream.concat(gazetteer.newUnits().stream(), gazetteer.oldUnits().stream()).map(Unit::name)
                .map(CommonPasswords::bare).forEach(all::add);
        return all.stream().filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static String text() {
        try (InputStream stream = CommonPasswords.class.getResourceAsStream(WORDS)) {
            if (stream == null) {
                throw new IllegalStateException("the program was packed without " + WORDS);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("could not read " + WORDS, broken);
        }
    }

    /// Letters and digits without marks, capitals and what stands between them; a sign or digit that takes a
    /// letter's place before another letter is read as that letter.
    static String bare(String text) {
        return Folding.fold(text.toLowerCase(Locale.ROOT)).replaceAll("@(?=[a-z])", "a")
                .replaceAll("\\$(?=[a-z])", "s").replaceAll("(?<=[a-z])0(?=[a-z])", "o")
                .replaceAll("(?<=[a-z])1(?=[a-z])", "i").replaceAll("(?<=[a-z])3(?=[a-z])", "e")
                .replaceAll("[^a-z0-9]", "");
    }

    boolean has(String password) {
        var plain = bare(password);
        return plain.length() < 4 || repeats(plain) || all().anyMatch(plain::equals);
    }

    /// Whether a password is little more than a name.
    static boolean holds(String password, String name) {
        var inside = bare(name);
        var plain = bare(password);
        return inside.length() >= 4 && plain.contains(inside) && plain.length() - inside.length() < 6;
    }

    /// One to four letters again and again.
    private static boolean repeats(String plain) {
        return IntStream.rangeClosed(1, 4).anyMatch(length -> plain.length() > length
                && plain.equals(plain.substring(0, length).repeat(plain.length() / length + 1)
                        .substring(0, plain.length())));
    }

    /// All of them, each at least once.
    Stream<String> all() {
        var words = words();
        var years = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).mapToObj(Integer::toString).toList();
        var tails = Stream.concat(TAILS.stream(), years.stream()).toList();
        return Stream.of(words.stream().flatMap(word -> tails.stream().map(tail -> word + tail)),
                words.stream().flatMap(word -> years.stream().map(year -> year + word)),
                words.stream().flatMap(word -> Stream.of(word + word, word + word + word, "123" + word,
                        "123456" + word, "toi" + word, "yeu" + word, "toiyeu" + word)),
                words.stream().filter(word -> word.length() < 10)
                        .flatMap(word -> words.stream().filter(other -> other.length() < 10)
                                .map(other -> word + other)),
                rows()).flatMap(part -> part);
    }

    /// Keys as they lie side by side, from each of them on, and the same again.
    private static Stream<String> rows() {
        return Stream.of(KEYS.split(" ")).map(row -> row.repeat(3))
                .flatMap(row -> IntStream.range(0, row.length() / 3)
                        .mapToObj(from -> IntStream.rangeClosed(4, LONGEST)
                                .filter(length -> from + length <= row.length())
                                .mapToObj(length -> row.substring(from, from + length)))
                        .flatMap(part -> part));
    }
}
