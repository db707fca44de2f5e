package vn.gopy.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// An opinion that is not sent yet: what the resident said so far, and what the program guessed. It ends
/// after 24 hours and is never sent by a timer.
///
/// @param mood       what will be filed: the resident's tap, or the guess that waits for their "send"
/// @param moodAsked  whether the resident gave their mood themselves ("rather not say" is an answer)
/// @param topicAsked whether the resident picked the topic themselves
/// @param text       the masked text, empty when there is none
/// @param begunAt    when it was begun
public record Draft(Optional<Mood> mood, boolean moodAsked, Optional<Topic> topic, boolean topicAsked,
        Optional<Topic> second, Optional<Place> place, String text, Optional<Mood> guessedMood,
        Optional<Topic> guessedTopic, boolean onBehalf, Instant begunAt) {

    /// What a feedback keeps of a text, in UTF-16 units.
    public static final int LONGEST = 500;

    private static final Duration LIFE = Duration.ofHours(24);

    public static Draft empty(Instant now) {
        return new Draft(Optional.empty(), false, Optional.empty(), false, Optional.empty(), Optional.empty(),
                "", Optional.empty(), Optional.empty(), false, now);
    }

    /// Whether nothing of it would be missed.
    public boolean isBlank() {
        return text.isEmpty() && mood.isEmpty() && !moodAsked && topic.isEmpty();
    }

    public boolean isOver(Instant now) {
        return endsAt().isBefore(now);
    }

    public Instant endsAt() {
        return begunAt.plus(LIFE);
    }

    public boolean lacksMood() {
        return mood.isEmpty() && !moodAsked;
    }

    public Draft with(Optional<Mood> given) {
        return new Draft(given, true, topic, topicAsked, second, place, text, guessedMood, guessedTopic,
                onBehalf,
                begunAt);
    }

    public Draft with(Topic picked) {
        return new Draft(mood, moodAsked, Optional.of(picked), true, Optional.empty(), place, text,
                guessedMood,
                guessedTopic, onBehalf, begunAt);
    }

    public Draft withSecond(Optional<Topic> picked) {
        return new Draft(mood, moodAsked, topic, topicAsked, picked.filter(other -> !topic.equals(picked)),
                place,
                text, guessedMood, guessedTopic, onBehalf, begunAt);
    }

    public Draft in(Optional<Place> where) {
        return new Draft(mood, moodAsked, topic, topicAsked, second, where, text, guessedMood, guessedTopic,
                onBehalf, begunAt);
    }

    public Draft forOthers(boolean behalf) {
        return new Draft(mood, moodAsked, topic, topicAsked, second, place, text, guessedMood, guessedTopic,
                behalf, begunAt);
    }

    public Draft withoutMood() {
        return new Draft(Optional.empty(), false, topic, topicAsked, second, place, text, guessedMood,
                guessedTopic,
                onBehalf, begunAt);
    }

    public Draft withoutTopic() {
        return new Draft(mood, moodAsked, Optional.empty(), false, Optional.empty(), place, text, guessedMood,
                guessedTopic, onBehalf, begunAt);
    }

    /// With these words instead, cut to what is kept; a character is never cut in two.
    public Draft worded(String words) {
        return new Draft(mood, moodAsked, topic, topicAsked, second, place, cut(words.strip()), guessedMood,
                guessedTopic, onBehalf, begunAt);
    }

    /// With these words behind the others: a burst of short messages is one thought.
    public Draft adding(String words) {
        return worded(text.isEmpty() ? words : text + " " + words);
    }

    /// With what the program makes of the words. What the resident picked stays.
    public Draft guessing(Optional<Mood> feeling, Optional<Topic> about, Optional<Topic> also) {
        var kept = topicAsked ? second : also.filter(other -> !about.equals(Optional.of(other)));
        return new Draft(moodAsked ? mood : feeling, moodAsked, topicAsked ? topic : about, topicAsked, kept,
                place,
                text, feeling, about, onBehalf, begunAt);
    }

    private static String cut(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        int open = words.lastIndexOf('«', end - 1);
        boolean halved = open >= 0 && words.indexOf('»', open) >= end;
        return words.substring(0, halved ? open : end).strip();
    }
}
