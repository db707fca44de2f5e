package vn.gopy.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// One attempt to tell an endpoint something.
///
/// @param number from 1
/// @param status of its answer; 0 when it gave none
/// @param answer how the answer began, as plain text of a stranger, or why there was none
public record Attempt(String eventId, String type, int number, Instant at, Duration took, int status,
        Result result, String answer) {
    /// What came of it.
    public enum Result {
        SENT, AGAIN, GIVEN_UP;

        /// The result's word in the table and in phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Result of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
