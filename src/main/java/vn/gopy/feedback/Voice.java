package vn.gopy.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// An opinion as figures need it: who by pseudonym, when, how they feel, about what, where. Never a text,
/// never a guess.
///
/// @param topics   one or two, without repetition
/// @param onBehalf filed by somebody for others, counted apart
public record Voice(Pseudonym person, Instant filedAt, Optional<Mood> mood, List<Topic> topics,
        Feedback.Place place, boolean onBehalf) {
    public Voice {
        topics = List.copyOf(topics);
    }

    /// Whether the same resident said both.
    public boolean isBySameAs(Voice other) {
        return person.equals(other.person);
    }
}
