package vn.gopy.dialogue;

import java.time.LocalDate;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// A request as it is sent.
///
/// @param text masked, at most [#LONGEST] UTF-16 units
/// @param due  the last day to answer, as the resident was told
public record SentRequest(UnitId unit, Topic topic, String text, Language language, LocalDate sentOn,
        LocalDate due) {
    /// So much of a message is sent.
    public static final int LONGEST = 800;
    /// So many requests of one resident may wait for an answer.
    static final int MOST = 5;

    /// Without what was said.
    @Override
    public String toString() {
        return "request";
    }
}
