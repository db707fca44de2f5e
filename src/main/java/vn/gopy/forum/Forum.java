package vn.gopy.forum;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.release.Area;
import vn.gopy.text.Language;

/// A dialogue session: a window in which residents' questions on one subject are collected.
///
/// @param draftedBy  the account of its author
/// @param gatheredAt when its questions were grouped; empty before
/// @param revision   counted at every change, so that nobody decides on what they did not see
public record Forum(long id, Content content, State state, long draftedBy, Optional<Instant> gatheredAt,
        int revision) {
    /// How long a subject may be, in UTF-16 units.
    public static final int LONGEST = 200;

    /// What is spoken about, where, and when.
    ///
    /// @param area     the office that holds it: a unit's, or the province's
    /// @param closesAt the first moment at which nobody asks any more
    public record Content(Area area, String vietnamese, Optional<String> english, Instant opensAt,
            Instant closesAt) {
        /// The subject in a language; in Vietnamese where it is not translated.
        public String in(Language language) {
            return language.equals(Language.ENGLISH) ? english.orElse(vietnamese) : vietnamese;
        }
    }

    /// Where it stands; whether an approved one is open, [#isOpen] tells.
    public enum State {
        DRAFT, APPROVED, DROPPED;

        /// Its word in tables and phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
        }
    }

    /// Whether residents can ask now.
    public boolean isOpen(Instant now) {
        return state == State.APPROVED && !now.isBefore(content.opensAt())
                && now.isBefore(content.closesAt());
    }

    /// Whether it was held and is over.
    public boolean isOver(Instant now) {
        return state == State.APPROVED && !now.isBefore(content.closesAt());
    }

    /// The last moment at which residents can ask.
    public Instant lastMoment() {
        return content.closesAt().minusMillis(1);
    }
}
