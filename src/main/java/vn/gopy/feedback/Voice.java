package vn.gopy.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// An opinion as figures need it: who by pseudonym, when, how they feel, about what, where. Never a text. What
/// the program had guessed stands apart from what the resident confirmed.
///
/// @param topics   one or two, without repetition
/// @param onBehalf filed by somebody for others, counted apart
public record Voice(Pseudonym person, Instant filedAt, Optional<Mood> mood, List<Topic> topics,
        Feedback.Place place, boolean onBehalf, Guess guess) {
    /// What the program had guessed before the resident confirmed or corrected it; empty where it guessed
    /// nothing, as when a resident only tapped.
    public record Guess(Optional<Mood> mood, Optional<Topic> topic) {}

    public Voice {
        topics = List.copyOf(topics);
    }

    /// Whether the same resident said both.
    public boolean isBySameAs(Voice other) {
        return person.equals(other.person);
    }
}
