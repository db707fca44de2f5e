package vn.gopy.official;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names under which officials sign in.
final class Names {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}0-9][\\p{L}\\p{M}0-9 ._-]{2,39}");
    private static final int LONGEST = 200;

    private Names() {}

    /// A name as it is shown: NFC, single spaces.
    static String shown(String typed) {
        var head = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return Normalizer.normalize(head, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /// A name as it is compared: without capitals.
    static String key(String typed) {
        return shown(typed).toLowerCase(Locale.ROOT);
    }

    static boolean good(String shown) {
        return FORM.matcher(shown).matches();
    }
}
