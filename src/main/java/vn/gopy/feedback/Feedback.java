package vn.gopy.feedback;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// One opinion, as a resident reviewed and sent it.
///
/// @param filedAt      when it was sent
/// @param mood         the resident's own rating, or none
/// @param topic        what it is about, as confirmed
/// @param second       a second topic, if the resident kept it
/// @param place        where
/// @param text         one redacted sentence of at most 500 UTF-16 units, or none
/// @param guessedMood  the mood the program had guessed, for the confusion matrix only
/// @param guessedTopic the topic the program had guessed
/// @param facesUp      whether the faces ran from satisfied to dissatisfied, so that position bias can be
///          measured
/// @param onBehalf     filed by somebody for others ("ghi hộ"), counted apart
public record Feedback(Instant filedAt, Optional<Mood> mood, Topic topic, Optional<Topic> second, Place place,
        Optional<String> text, Optional<Mood> guessedMood, Optional<Topic> guessedTopic, boolean facesUp,
        boolean onBehalf) {

    /// Without what was said.
    @Override
    public String toString() {
        return "feedback";
    }

    /// Where an opinion belongs.
    public sealed interface Place {
        /// A new unit, or an old one when the resident told only that (`part unclear` when it was split).
        record In(UnitId unit) implements Place {}

        /// Not told or not understood: counted in the province only.
        record Unclear() implements Place {}

        /// Outside Quảng Ninh.
        record Outside() implements Place {}
    }
}
