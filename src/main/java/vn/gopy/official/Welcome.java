package vn.gopy.official;

import java.time.Instant;
import java.util.Locale;

/// What a one-time code is for.
///
/// @param official the account it is for, or 0 for a new one
public record Welcome(Kind kind, long official, Role role, Scope scope) {
    /// What is set with a code.
    public enum Kind {
        /// A new account.
        JOIN,
        /// A new password; the second factor stays.
        PASSWORD,
        /// Password and second factor, for somebody who lost both.
        ANEW;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /// Whether a second factor is set too.
        public boolean withFactor() {
            return this != PASSWORD;
        }
    }

    /// Who gave a code, and how long it holds.
    record By(long official, Instant until) {}
}
