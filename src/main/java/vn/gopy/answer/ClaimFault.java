package vn.gopy.answer;

import java.util.Locale;

/// Why an editor's act on a claim was not done.
public enum ClaimFault {
    /// Somebody else changed it meanwhile, or it is not there.
    CHANGED,
    /// What one wrote, another publishes.
    OWN,
    /// An editor of one unit writes; one of all Quảng Ninh publishes and takes back.
    NOT_OF_ALL,
    /// Something in it must be mended first.
    FLAWS;

    /// Its word in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
