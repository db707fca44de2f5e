package vn.gopy.request;

import java.util.Locale;

/// Why something was not done with a request.
public enum Fault {
    /// It changed meanwhile, was taken back, or is another office's now.
    CHANGED,
    /// Words are missing.
    EMPTY,
    /// Too many words.
    LONG,
    /// The office asked back before.
    ASKED_BEFORE,
    /// It is answered.
    ANSWERED,
    /// Nobody of this office has that number.
    NO_OFFICIAL,
    /// There is no such unit, or it is there already.
    NO_UNIT;

    /// The fault's word in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
