package vn.gopy.answer;

import java.util.Locale;

/// Why an official's act on an announcement was not done.
public enum AnnouncementFault {
    /// Somebody else changed it meanwhile, it has ended, or it is not theirs.
    CHANGED, EMPTY, TOO_LONG,
    /// It persuades instead of telling.
    PERSUADES,
    /// It says what rules are and names no source.
    NO_SOURCE,
    /// A source that is not known, or not in force on that day.
    UNKNOWN_SOURCE, MANY_SOURCES,
    /// Who wrote it does not approve it.
    OWN,
    /// A moment that is none, or is over, or is too far away.
    NO_TIME,
    /// Not a place of theirs.
    NO_PLACE;

    /// Its word in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
