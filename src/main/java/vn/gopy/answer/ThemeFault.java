package vn.gopy.answer;

import java.util.Locale;

/// Why an official's act on a theme was not done.
public enum ThemeFault {
    /// Somebody else changed it meanwhile, or it is not theirs.
    CHANGED,
    /// There is no answer in it.
    EMPTY,
    TOO_LONG,
    /// It persuades instead of telling.
    PERSUADES,
    /// It says that something changed and names no proof.
    NO_PROOF,
    /// Above so many persons another official must send it.
    OWN,
    /// A day that is none, or is over, or is further away than half a year.
    NO_DAY;

    /// Its word in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
