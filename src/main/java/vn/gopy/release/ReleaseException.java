package vn.gopy.release;

import java.util.List;

/// A release that was not published, with the reasons. They name cells, never persons.
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String period;
    private final transient List<String> objections;

    ReleaseException(Period period, List<String> objections) {
        super("did not publish " + period.code() + ": " + String.join("; ", objections));
        this.period = period.code();
        this.objections = List.copyOf(objections);
    }

    ReleaseException(String doing, Throwable cause) {
        super("could not " + doing, cause);
        period = "";
        objections = List.of(doing);
    }

    /// The period whose figures were held back; empty when the fault is not about one.
    public String period() {
        return period;
    }

    /// What stood against them, each rule once, without the cells it was about.
    public List<String> rules() {
        return objections.stream().map(objection -> objection.split(":", 2)[0]).distinct().sorted().toList();
    }
}
