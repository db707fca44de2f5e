package vn.gopy.dialogue;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// An opinion that is not sent yet: what the resident said so far, and what the program guessed. It ends after 24 hours
/// and is never sent by a timer.
///
/// @param moodAsked whether the resident has been asked for, or has given, their mood ("rather not say" is an answer)
/// @param text      the masked text, empty when there is none
/// @param begunAt   when it was begun
public record Draft(Optional<Mood> mood, boolean moodAsked, Optional<Topic> topic, Optional<Topic> second,
        Optional<Place> place, String text, Optional<Mood> guessedMood, Optional<Topic> guessedTopic,
        boolean onBehalf, Instant begunAt) {

    public static Draft empty(Instant now) {
        return new Draft(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), "",
                Optional.empty(), Optional.empty(), false, now);
    }
}
