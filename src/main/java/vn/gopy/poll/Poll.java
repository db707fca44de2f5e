package vn.gopy.poll;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.official.Role;
import vn.gopy.release.Area;
import vn.gopy.text.Language;

/// One wording of a question with its options. The words of a poll that is open never change: another wording is
/// another version of its series, with answers and figures of its own.
///
/// @param id       names its figures
/// @param series   the number of the question's first wording
/// @param version  counts the wordings, from 1
/// @param role     of its author
/// @param openedAt when a second official let it be asked
/// @param endsAt   after this moment nobody answers
/// @param revision counted at every change, so that nobody decides on what they did not see
public record Poll(long id, long series, int version, Content content, State state, Role role, long draftedBy,
        Optional<Instant> openedAt, Instant endsAt, int revision) {
    public static final int LEAST_OPTIONS = 2;
    public static final int MOST_OPTIONS = 6;
    /// How long a question may be, and an option, in UTF-16 units.
    public static final int LONGEST = 300;
    public static final int LONGEST_OPTION = 60;

    /// What is asked, and of whom.
    ///
    /// @param area the office that asks: a unit's, or the province's
    public record Content(Area area, Wording vietnamese, Optional<Wording> english) {
        /// In a language; in Vietnamese where it is not translated.
        public Wording in(Language language) {
            return language.equals(Language.ENGLISH) ? english.orElse(vietnamese) : vietnamese;
        }
    }

    /// A question and what may be answered.
    public record Wording(String question, List<String> options) {
        public Wording {
            options = List.copyOf(options);
        }
    }

    /// Where it stands; whether an open one can still be answered, [#isOpen] tells.
    public enum State {
        DRAFT, OPEN, DROPPED;

        /// Its word in tables and phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
        }
    }

    /// Whether it can be answered now.
    public boolean isOpen(Instant now) {
        return state == State.OPEN && now.isBefore(endsAt);
    }

    /// The last moment at which it can be answered: the month in which that lies counts it.
    public Instant lastMoment() {
        return endsAt.minusMillis(1);
    }

    /// Whether it was asked and is over.
    public boolean isOver(Instant now) {
        return state == State.OPEN && !now.isBefore(endsAt);
    }
}
