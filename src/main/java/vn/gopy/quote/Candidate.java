package vn.gopy.quote;

import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.release.Period;

/// All that an editor sees of a sentence: the masked words, the commune and the month (contracts.md P11, row
/// 33).
///
/// @param id       drawn by lot
/// @param unit     empty where it is not known
/// @param proposal how another editor or oneself would show it
/// @param own      whether the proposal is the reader's own
/// @param released whether it is shown now
/// @param revision counted at each change, so that nobody decides on what they have not seen
public record Candidate(long id, Optional<UnitId> unit, Period month, String text, Optional<String> proposal,
        boolean own, boolean released, int revision) {
    /// Without what was said.
    @Override
    public String toString() {
        return "candidate " + id;
    }
}
