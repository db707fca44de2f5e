package vn.gopy.request;

import java.time.LocalDate;
import java.util.Optional;
import vn.gopy.place.UnitId;

/// A request as its sender may see it.
///
/// @param text   what they sent
/// @param office what the office said last; empty for nothing
/// @param asked  the day on which the office asked back
/// @param solved whether it is solved, when they said so
/// @param rating from 1 to 5; 0 for none
/// @param endsOn the last day to open it again, once it is answered
public record Own(long id, UnitId unit, LocalDate sentOn, String text, State state, LocalDate due,
        String office,
        Optional<LocalDate> asked, Optional<Boolean> solved, int rating, Optional<LocalDate> endsOn) {
    /// Without what was said.
    @Override
    public String toString() {
        return "own request";
    }
}
