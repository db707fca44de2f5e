package vn.gopy.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// A language the bot can speak, by its IETF tag; it is the name of its file under `messages/`.
public record Language(String tag) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{4})?");

    public static final Language VIETNAMESE = new Language("vi");
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("not a language tag: " + tag);
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
