package vn.gopy.dialogue;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.text.Language;

/// Where a resident stands in the dialogue, with the little that is remembered between two messages. It is sealed under
/// the resident's key and ends 24 hours after their last message, but for language and home unit.
///
/// @param step     the question that is open
/// @param number   counts steps; a button carries it, so that a press for a step already left is stale, not an error
/// @param chosen   the language the resident picked, if they did
/// @param home     the unit they agreed to keep for the current period
/// @param context  the topic of the last answered question, for a follow-up
/// @param since    when this step began
public record Standing(Step step, int number, Optional<Language> chosen, Optional<Place> home,
        Optional<String> context, Instant since) {

    public static Standing start(Instant now) {
        return new Standing(new Step.Idle(), 0, Optional.empty(), Optional.empty(), Optional.empty(), now);
    }

    /// The same resident one step on.
    public Standing at(Step next, Instant now) {
        return new Standing(next, number + 1, chosen, home, context, now);
    }
}
