package vn.gopy.forum;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// A group of like questions of a session as it is published, with the answer of an office.
///
/// @param number  counts the groups of a session, those of most persons first, from 1; [#EVERYBODY] is no group but
///                all who asked
/// @param words   each typed by at least k persons of the group; empty for everybody
/// @param persons how many asked, rounded and never under k; empty for everybody
/// @param draftedBy the account that wrote the answer; 0 before
public record ForumGroup(long forum, int number, String words, Optional<Topic> topic, OptionalInt persons,
        State state, Optional<Answer> answer, long draftedBy, Optional<Instant> sentAt, int revision) {
    /// The number that stands for all who asked, in whichever group or in none.
    public static final int EVERYBODY = 0;

    /// What an office says.
    ///
    /// @param office who answers, by name
    public record Answer(String office, String vietnamese, Optional<String> english) {
        /// How long it may be in each language, in UTF-16 units, and the office's name.
        public static final int LONGEST = 900;
        public static final int LONGEST_OFFICE = 120;

        /// The answer in a language; in Vietnamese where it is not translated.
        public String in(Language language) {
            return language.equals(Language.ENGLISH) ? english.orElse(vietnamese) : vietnamese;
        }
    }

    /// Where the answer stands: an answer that is `SENT` is public and on its way, a `DONE` one was carried to all.
    public enum State {
        OPEN, DRAFT, SENT, DONE;

        /// Its word in tables and phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
        }
    }

    /// Whether it stands for all who asked.
    public boolean isEverybody() {
        return number == EVERYBODY;
    }

    /// Whether its answer is public.
    public boolean isAnswered() {
        return state == State.SENT || state == State.DONE;
    }
}
