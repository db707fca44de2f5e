package vn.gopy.answer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.release.Area;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// What an office tells those who wish to get its announcements.
///
/// @param restsUntil when those are told whose week was full; empty when none is
/// @param endedAt    when everybody had been told, or when it was cancelled
/// @param revision   counted at every change, so that nobody decides on what they did not see
public record Announcement(long id, Content content, State state, long draftedBy,
        Optional<Instant> restsUntil, Optional<Instant> endedAt, int revision) {
    /// How long the text may be in each language, in UTF-16 units: it must be read aloud in two minutes.
    public static final int LONGEST = 900;
    private static final int SHORT = 280;
    /// How many sources it may name.
    public static final int MOST_SOURCES = 5;

    /// What is told, to whom, and when.
    ///
    /// @param area    those of this unit, or all
    /// @param topic   told to those who wish to hear of everything or of this
    /// @param policy  whether it says what rules, rights or duties are: then it needs sources
    /// @param english empty when the office wrote Vietnamese alone
    /// @param sources ids of claims and numbers of documents
    /// @param goesAt  not before this moment; at night it waits for the morning
    public record Content(Area area, Optional<Topic> topic, boolean policy, String vietnamese,
            Optional<String> english, List<String> sources, Instant goesAt) {
        public Content {
            sources = List.copyOf(sources);
        }

        /// Its text in a language; in Vietnamese where it is not translated.
        public String text(Language language) {
            return language.equals(Language.ENGLISH) ? english.orElse(vietnamese) : vietnamese;
        }

        /// Whether a poster has room for it in large letters.
        public boolean isShort(Language language) {
            return text(language).length() <= SHORT;
        }

        /// The lines of its text.
        public List<String> lines(Language language) {
            return text(language).lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /// Where it stands.
    public enum State {
        DRAFT, APPROVED, DONE, CANCELLED;

        /// Its word in tables and phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
        }
    }

    /// Whether it is going out, or has begun to.
    public boolean hasBegun(Instant now) {
        return state == State.APPROVED && !content.goesAt().isAfter(now);
    }
}
