package vn.gopy.wire;

import java.time.Duration;
import java.util.Optional;

/// What became of one call to another system.
public sealed interface Outcome {
    /// It answered.
    ///
    /// @param retryAfter how long it asks us to wait, at most a day
    /// @param beginning  the first kilobyte of the answer, as text
    record Answered(int status, Optional<Duration> retryAfter, String beginning) implements Outcome {
        public boolean accepted() {
            return status >= 200 && status < 300;
        }
    }

    /// Nothing was sent: the destination is not allowed, not found, or took no connection.
    record NotSent(String why) implements Outcome {}

    /// The request went out and no answer came: nobody knows whether it arrived.
    record Unknown(String why) implements Outcome {}
}
