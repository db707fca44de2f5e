package vn.gopy.release;

import java.util.List;

/// A release that was not published, with the reasons. They name cells, never persons.
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReleaseException(Period period, List<String> objections) {
        super("did not publish " + period.code() + ": " + String.join("; ", objections));
    }

    ReleaseException(String doing, Throwable cause) {
        super("could not " + doing, cause);
    }
}
