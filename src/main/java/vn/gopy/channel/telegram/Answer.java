package vn.gopy.channel.telegram;

import java.util.Optional;

/// What came back from a call to the Bot API.
///
/// @param <R> what the caller wants of the result
sealed interface Answer<R> {
    /// Telegram answered in its own format. `code` is 200 or the error code; numbers are [#NONE] when they
    /// were not given.
    record Said<R>(int code, String description, long retryAfter, long migrateTo, Optional<R> result)
            implements
                Answer<R> {
        boolean ok() {
            return code == 200;
        }
    }

    /// Somebody answered, but not in Telegram's format: a gateway's page, or JSON that breaks off.
    record Garbled<R>(int status, long retryAfter) implements Answer<R> {}

    /// No answer came. `written` tells whether the request may have left.
    record Silence<R>(boolean written, String why) implements Answer<R> {}

    /// What a number is that was not given.
    long NONE = -1;

    /// A short account for logs, without anything that the peer wrote.
    default String account() {
        return switch (this) {
            case Said<R> said -> "code " + said.code();
            case Garbled<R> garbled -> "status " + garbled.status() + " without an answer";
            case Silence<R> silence -> silence.why();
        };
    }
}
