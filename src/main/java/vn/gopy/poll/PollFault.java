package vn.gopy.poll;

import java.util.Locale;

/// Why an official's act on a poll was not done.
public enum PollFault {
    /// Somebody else changed it meanwhile, it has ended, or it is not theirs.
    CHANGED, EMPTY, TOO_LONG,
    /// It persuades instead of asking.
    PERSUADES,
    /// It leads to one answer.
    LEADS,
    /// It asks two things at once.
    TWO_QUESTIONS,
    /// Fewer than two options or more than six, two alike, or one too long.
    OPTIONS,
    /// Question and options are not all translated.
    HALF_TRANSLATED,
    /// Who wrote it does not approve it.
    OWN,
    /// A day that is none, is over, or is too far away.
    NO_TIME,
    /// Not a place of theirs.
    NO_PLACE;

    /// Its word in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
