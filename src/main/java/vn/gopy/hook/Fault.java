package vn.gopy.hook;

import java.time.Duration;
import java.util.Set;
import vn.gopy.wire.Outcome;

/// Why an attempt to tell an endpoint failed.
///
/// @param status     of its answer; 0 when it gave none
/// @param why        for the owner to read: what happened, and how the answer began
/// @param answer     how the answer began, or why there was none
/// @param retryAfter how long it asks us to wait; zero when it does not
record Fault(int status, String why, String answer, Duration retryAfter) {
    private static final int GONE = 410;
    private static final Set<Integer> LATER = Set.of(408, 409, 425, 429);
    private static final Set<Integer> MAY_ASK_TO_WAIT = Set.of(429, 503);

    static Fault of(Outcome.Answered answer) {
        var why = "answered " + answer.status()
                + (answer.beginning().isEmpty() ? "" : ": " + answer.beginning());
        var wait = MAY_ASK_TO_WAIT.contains(answer.status())
                ? answer.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return new Fault(answer.status(), why, answer.beginning(), wait);
    }

    static Fault silent(String why) {
        return new Fault(0, why, why, Duration.ZERO);
    }

    /// The endpoint wants no events any more.
    boolean gone() {
        return status == GONE;
    }

    /// It says no in a way that trying again seldom changes.
    boolean refused() {
        return status >= 400 && status < 500 && !LATER.contains(status);
    }
}
