package vn.gopy.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a request stands. It is closed by an answer and by nothing else.
public enum State {
    /// The office owes an answer.
    OPEN,
    /// The office asked back; the days do not count meanwhile.
    ASKED,
    /// The office answered; the sender can open it again for some days.
    ANSWERED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The state's word in tables, phrases and addresses.
    public String word() {
        return word;
    }

    public static Optional<State> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
