package vn.gopy.quote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an editor may decline a sentence; there is no other reason.
public enum Reason {
    /// Somebody could be recognised.
    PERSON,
    /// It accuses somebody of something that an office must look into.
    ACCUSES,
    /// It insults.
    INSULTS,
    /// Nobody understands it.
    UNCLEAR,
    /// It is no opinion: advertising, a test, something about nothing.
    NO_OPINION;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// Its word in forms, tables and phrases.
    public String word() {
        return word;
    }

    static Optional<Reason> of(String word) {
        return Arrays.stream(values()).filter(reason -> reason.word.equals(word)).findFirst();
    }
}
