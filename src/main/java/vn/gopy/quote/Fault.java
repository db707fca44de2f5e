package vn.gopy.quote;

import java.util.Locale;

/// Why what an editor sent was not done.
public enum Fault {
    /// The wording holds words that the sentence has not, or in another order.
    ADDED,
    /// A "not" was left out alone.
    TURNED,
    /// Nothing is left of the sentence.
    EMPTY,
    /// It is declined without a reason.
    NO_REASON,
    /// Who proposed a wording cannot agree to it.
    OWN,
    /// Somebody else was quicker.
    CHANGED;

    /// Its word in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
