package vn.gopy.release;

/// What releases are made by: the borders, the settings, and who is told.
public record Charter(Borders borders, ReleaseSettings settings, Announcer announcer) {}
