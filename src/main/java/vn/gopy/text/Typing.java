package vn.gopy.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What people mean by what they type: teen-code, letters drawn out, Telex and VNI left-overs become plain
/// syllables.
///
/// It guesses, so it serves what learns from words (classifiers, retrieval), never what is shown.
/// `teencode.txt` beside this class lists the short forms.
public final class Typing {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Map<Long, long[]> SHORT_FORMS = shortForms();

    private Typing() {}

    /// Plain syllables for a folded text; words that no rule knows stay as they are.
    public static String plain(String folded) {
        var plain = new StringBuilder(folded.length() + 16);
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i < folded.length() && Character.isLetterOrDigit(folded.charAt(i))) {
                continue;
            }
            if (i > from) {
                append(plain, folded.substring(from, i));
            }
            if (i < folded.length()) {
                plain.append(folded.charAt(i));
            }
            from = i + 1;
        }
        return plain.toString();
    }

    private static void append(StringBuilder plain, String word) {
        var keys = meant(word, 0, word.length());
        if (keys.length == 1 && keys[0] < 0) {
            plain.append(word);
            return;
        }
        for (int i = 0; i < keys.length; i++) {
            plain.append(i == 0 ? "" : " ").append(Syllable.letters(keys[i]));
        }
    }

    /// The keys of the syllables that a folded word stands for: usually one, its own.
    public static long[] meant(CharSequence folded, int from, int to) {
        long key = Syllable.key(folded, from, to);
        var form = SHORT_FORMS.get(key);
        if (form != null) {
            return form;
        }
        if (Syllable.fits(key) || to - from > 14) {
            return new long[]{key};
        }
        return repaired(folded.subSequence(from, to).toString());
    }

    private static long[] repaired(String word) {
        var once = undoubled(word);
        long onceKey = Syllable.key(once);
        var form = SHORT_FORMS.get(onceKey);
        if (form != null) {
            return form;
        }
        if (Syllable.fits(onceKey)) {
            return new long[]{onceKey};
        }
        for (var guess : new String[]{once.replaceAll("[0-9]", ""), keysOut(once), once.replace("w", "u"),
                once.endsWith("g") ? once.substring(0, once.length() - 1) + "ng" : once,
                once.startsWith("f") ? "ph" + once.substring(1) : once,
                once.startsWith("w") ? "qu" + once.substring(1) : once,
                once.startsWith("z") ? "d" + once.substring(1) : once,
                once.startsWith("j") ? "gi" + once.substring(1) : once}) {
            long guessed = Syllable.key(guess);
            if (guess.length() > 1 && Syllable.fits(guessed)) {
                return new long[]{guessed};
            }
        }
        return new long[]{onceKey};
    }

    /// Every letter that is doubled or drawn out, once: `quaaaa`, `ddoong`.
    private static String undoubled(String word) {
        var once = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                once.append(word.charAt(i));
            }
        }
        return once.toString();
    }

    /// A Telex word without the keys that were meant as marks: `trieuf`, `duwowcj`, `vieejt`.
    private static String keysOut(String word) {
        var letters = new StringBuilder(word.length());
        boolean vowelSeen = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean mark = vowelSeen && (c == 'w' || "sfrxj".indexOf(c) >= 0);
            if (!mark) {
                letters.append(c);
            }
            vowelSeen |= "aeiouy".indexOf(c) >= 0;
        }
        return undoubled(letters.toString());
    }

    private static Map<Long, long[]> shortForms() {
        var forms = new HashMap<Long, long[]>();
        var file = Objects.requireNonNull(Typing.class.getResourceAsStream("teencode.txt"), "teencode.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(line -> {
                int equals = line.indexOf('=');
                var meant = SPACE.splitAsStream(line.substring(equals + 1).strip()).mapToLong(Syllable::key)
                        .toArray();
                SPACE.splitAsStream(line.substring(0, equals))
                        .forEach(form -> forms.put(Syllable.key(form), meant));
            });
        } catch (IOException broken) {
            throw new IllegalStateException("could not read teencode.txt", broken);
        }
        return Map.copyOf(forms);
    }
}
