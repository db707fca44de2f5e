package vn.gopy.forum;

import java.util.Locale;

/// Why an official's act on a session was not done.
public enum ForumFault {
    /// Somebody else changed it meanwhile, it has ended, or it is not theirs.
    CHANGED, EMPTY, TOO_LONG,
    /// It persuades instead of telling.
    PERSUADES,
    /// Who wrote it does not approve it.
    OWN,
    /// Days that are none, are over, or are too far away or apart.
    NO_TIME,
    /// Not a place of theirs.
    NO_PLACE,
    /// Nobody is named who answers.
    NO_OFFICE;

    /// Its word in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
