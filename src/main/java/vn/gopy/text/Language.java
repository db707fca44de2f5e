package vn.gopy.text;

import java.util.Locale;

/// A language the bot can speak, by its IETF tag; it is the name of its file under `messages/`.
public record Language(String tag) {
    public static final Language VIETNAMESE = new Language("vi");
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!tag.matches("[a-z]{2,3}(-[A-Za-z]{4})?")) {
            throw new IllegalArgumentException("not a language tag: " + tag);
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
