package vn.gopy.official;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A program's key, without the key itself: that is shown once and kept as a hash.
///
/// @param name      who has it, as an operator called it
/// @param scope     whose figures it opens
/// @param aMinute   how many requests a minute it is good for
/// @param usedOn    the last day of use
/// @param revokedAt when an operator ended it
public record Token(long id, String name, Purpose purpose, Scope scope, int aMinute, Instant madeAt,
        Instant endsAt, Optional<LocalDate> usedOn, Optional<Instant> revokedAt) {
    /// What a key is for; it opens nothing else.
    public enum Purpose {
        /// Reading figures where they are not public.
        FIGURES,
        /// Managing the systems that get events.
        ENDPOINTS,
        /// Managing the bridges to other messengers.
        BRIDGES;

        /// The purpose's word in the table, on the command line and in phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Purpose> of(String word) {
            return Arrays.stream(values()).filter(purpose -> purpose.word().equals(word)).findFirst();
        }
    }

    /// Whether it opens anything at a moment.
    public boolean holds(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(endsAt);
    }
}
