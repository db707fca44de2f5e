package vn.gopy.release;

import java.util.List;

/// Figures that were not published, with the reasons. They name cells, never persons.
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> objections;

    ReleaseException(Period period, List<String> objections) {
        super("did not publish " + period.code() + ": " + String.join("; ", objections));
        this.objections = List.copyOf(objections);
    }

    ReleaseException(String doing, Throwable cause) {
        super("could not " + doing, cause);
        objections = List.of(doing);
    }

    /// What stood against them, each rule once, without the cells it was about.
    List<String> rules() {
        return objections.stream().map(objection -> objection.split(":", 2)[0]).distinct().sorted().toList();
    }
}
