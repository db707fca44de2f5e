package vn.gopy.request;

import java.time.LocalDate;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// A request as its sender sends it.
///
/// @param text    masked
/// @param due     the last day to answer, as the sender was told
/// @param receipt the three words that they were given
public record Sent(UnitId unit, Topic topic, String text, Language language, LocalDate sentOn, LocalDate due,
        String receipt) {
    /// Without what was said.
    @Override
    public String toString() {
        return "request";
    }
}
