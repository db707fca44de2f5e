package vn.gopy.reading;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import vn.gopy.text.Folding;

/// Copies of a sentence as hasty fingers would type it: without marks, in teen-code, with slips. Always the
/// same copy for the same sentence.
final class Noise {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Map<String, List<String>> SHORT = Map.ofEntries(
            Map.entry("khong", List.of("k", "ko", "hok", "kg", "kh")), Map.entry("duoc", List.of("dc", "đc")),
            Map.entry("gi", List.of("j", "gi")), Map.entry("vay", List.of("v", "z", "vậy")),
            Map.entry("roi", List.of("r", "rui", "rồi")), Map.entry("nguoi", List.of("ng", "người")),
            Map.entry("voi", List.of("vs", "với")), Map.entry("cung", List.of("cx", "cũng")),
            Map.entry("truoc", List.of("trc", "truoc")), Map.entry("gio", List.of("h", "giờ")),
            Map.entry("lam", List.of("lm", "làm")), Map.entry("minh", List.of("mk", "mình", "mik")),
            Map.entry("biet", List.of("bít", "bit", "biết")), Map.entry("toi", List.of("t", "tôi", "tui")),
            Map.entry("nhieu", List.of("nhìu", "nhieu")), Map.entry("qua", List.of("wa", "quá", "quaa")),
            Map.entry("em", List.of("e")), Map.entry("anh", List.of("a")));

    private Noise() {}

    /// The copies to learn from beside the sentence itself.
    static List<String> copies(String text) {
        var random = new Random(text.hashCode());
        return List.of(Folding.fold(text), hasty(text, random));
    }

    private static String hasty(String text, Random random) {
        boolean bare = random.nextInt(10) < 7;
        var typed = new StringBuilder(text.length());
        SPACE.splitAsStream(text)
                .forEach(word -> typed.append(typed.isEmpty() ? "" : " ").append(typed(word, bare, random)));
        return typed.toString();
    }

    private static String typed(String word, boolean bare, Random random) {
        var folded = Folding.fold(word);
        var shorter = SHORT.get(folded);
        if (shorter != null && random.nextInt(10) < 6) {
            return shorter.get(random.nextInt(shorter.size()));
        }
        var said = bare || random.nextInt(10) < 4 ? folded : word;
        return said.length() > 4 && random.nextInt(10) == 0 ? slip(said, random) : said;
    }

    private static String slip(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
        };
    }
}
