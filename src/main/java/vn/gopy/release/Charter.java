package vn.gopy.release;

/// What releases are made by: the borders, the settings, who is told, and what was asked in vain.
public record Charter(Borders borders, ReleaseSettings settings, Announcer announcer,
        OpenQuestions questions) {}
