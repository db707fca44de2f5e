package vn.gopy.release;

import java.util.Optional;
import vn.gopy.topic.Topic;

/// A published group of questions that have no source yet: nobody's own words, only those that enough persons
/// of the group typed.
///
/// @param words   at most six words, each typed by at least k persons of the group
/// @param topic   what they are about, where that was guessed for at least k persons
/// @param persons how many asked, rounded; never under k
public record OpenQuestion(Period period, String words, Optional<Topic> topic, int persons) {
    /// How many words a group shows at most.
    public static final int MOST_WORDS = 6;
    /// The name of these lists in addresses and files.
    public static final String TABLE = "unanswered";

    public OpenQuestion {
        if (words.isBlank() || words.split(" ", -1).length > MOST_WORDS) {
            throw new IllegalArgumentException("a group shows one to " + MOST_WORDS + " words");
        }
    }
}
