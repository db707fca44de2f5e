package vn.gopy.quote;

import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// A masked sentence that its resident lets us show.
///
/// @param feedback the opinion it belongs to
record Sentence(long feedback, Pseudonym person, Topic topic, Optional<UnitId> unit, Side side, String text) {
    /// Without what was said.
    @Override
    public String toString() {
        return "sentence";
    }
}
