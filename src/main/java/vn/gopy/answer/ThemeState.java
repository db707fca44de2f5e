package vn.gopy.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a theme stands. That it is answered does not say that anything is solved.
public enum ThemeState {
    /// It is published, and nobody answered yet.
    HEARD,
    /// The office answered.
    ANSWERED,
    /// Something was changed, and the answer names the proof.
    CHANGED,
    /// It cannot be done, and the answer says why.
    CANNOT;

    /// Its word in tables, phrases and events.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether an answer can bring a theme there.
    public boolean isAnAnswer() {
        return this != HEARD;
    }

    public static Optional<ThemeState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
