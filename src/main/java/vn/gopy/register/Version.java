package vn.gopy.register;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// What an entry said at one time.
///
/// @param who the account that wrote it
public record Version(int revision, What what, Cells cells, long who, Instant at) {
    /// What was done.
    public enum What {
        ADDED, CHANGED, WITHDRAWN, RESTORED, ERASED;

        /// Its word in the table and in phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String word) {
            return Arrays.stream(values()).filter(what -> what.word().equals(word)).findFirst().orElseThrow();
        }
    }
}
