package vn.gopy.release;

/// What releases are made by: the borders, the settings, who is told, what was asked in vain, and the polls.
public record Charter(Borders borders, ReleaseSettings settings, Announcer announcer,
        OpenQuestions questions, Polls polls) {
    /// Of a house without polls.
    public Charter(Borders borders, ReleaseSettings settings, Announcer announcer, OpenQuestions questions) {
        this(borders, settings, announcer, questions, Polls.NONE);
    }
}
