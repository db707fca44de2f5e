package vn.gopy.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Something in the published figures that officials should look at. There are few kinds, and none of them is about
/// a person, a phrase or a single opinion.
///
/// @param subject a topic's code, the name of a group of questions (its month and its place there), or an area
/// @param was     before: of a topic the usual number of persons in a week, of a group of questions the most that
///                asked in the month before
/// @param now     the published number
public record Alert(Kind kind, Period period, String subject, int was, int now) {
    /// What is noticed.
    public enum Kind {
        /// A topic's weeks have left the level of the weeks before ([Shift]).
        TOPIC_VOLUME,
        /// A question without a source is asked by five times as many persons as in the month before.
        QUESTION_RISE,
        /// An answer is owed for longer than the office promised.
        ANSWER_LATE;

        /// Its word in tables, events and phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    public boolean isRise() {
        return now > was;
    }
}
