package vn.gopy.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A claim as an editor keeps it: with the ways people ask for it, and the days between which it is true.
///
/// @param file       where it stands, for messages to the editor
/// @param asked      how residents ask for it, as they type; each is searched on its own
/// @param from       the first day on which it is true
/// @param until      the last day on which it is true, if that is known
/// @param replacedBy the claim that says what holds since then
/// @param checkedOn  the day somebody last looked whether it still holds
public record Entry(String file, Claim claim, List<String> asked, LocalDate from, Optional<LocalDate> until,
        Optional<String> replacedBy, LocalDate checkedOn) {
    public Entry {
        asked = List.copyOf(asked);
    }

    /// Whether it is no longer true on a day.
    public boolean over(LocalDate day) {
        return until.filter(last -> last.isBefore(day)).isPresent();
    }

    /// Whether it is true on days on which another one is over.
    boolean outlasts(Entry other) {
        return until.isEmpty() || other.over(until.get());
    }
}
