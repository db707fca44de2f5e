package vn.gopy.dialogue;

import java.time.LocalDate;
import java.util.Optional;
import vn.gopy.place.UnitId;

/// A request that the resident sent to an office.
///
/// @param text   what they sent, masked
/// @param office what the office said last; empty for nothing
/// @param asked  the day on which the office asked back
/// @param solved whether it is solved, when they said so
/// @param rating from 1 to 5; 0 for none
/// @param endsOn the last day to open it again, once it is answered
public record OwnRequest(long id, UnitId unit, LocalDate sentOn, String text, State state, LocalDate due,
        String office, Optional<LocalDate> asked, Optional<Boolean> solved, int rating,
        Optional<LocalDate> endsOn) {
    /// Where it stands.
    public enum State {
        OPEN, ASKED, ANSWERED
    }

    boolean is(State other) {
        return state == other;
    }

    /// Whether the office waits for a word of theirs: an answer, or whether it is solved.
    boolean waits() {
        return is(State.ASKED) || (is(State.ANSWERED) && solved.isEmpty());
    }

    boolean mayReopen(LocalDate today) {
        return is(State.ANSWERED) && solved.isPresent() && !solved.get()
                && endsOn.filter(last -> !last.isBefore(today)).isPresent();
    }

    boolean mayRate() {
        return is(State.ANSWERED) && solved.isPresent() && rating == 0;
    }

    OwnRequest judged(boolean right) {
        return new OwnRequest(id, unit, sentOn, text, state, due, office, asked, Optional.of(right), rating,
                endsOn);
    }

    /// Without what was said.
    @Override
    public String toString() {
        return "own request";
    }
}
