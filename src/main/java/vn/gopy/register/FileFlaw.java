package vn.gopy.register;

import java.util.Locale;

/// Why a file cannot be read at all.
///
/// @param detail a column's name or a number; may be empty
public record FileFlaw(Kind kind, String detail) {
    /// What is wrong.
    public enum Kind {
        NOT_UTF8, NO_CSV, EMPTY, TOO_MANY, COLUMN, MISSING;

        /// Its word in phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
