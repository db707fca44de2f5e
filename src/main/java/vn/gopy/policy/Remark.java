package vn.gopy.policy;

/// What the lint has to say on a claim.
///
/// @param fault whether the build must stop; else it is only worth a look
/// @param file  where it stands
/// @param claim its id
public record Remark(boolean fault, String file, String claim, Flaw flaw) {
    /// In the build's words.
    public String what() {
        return flaw.toString();
    }

    @Override
    public String toString() {
        return (fault ? "fault" : "look") + "  " + file + " " + claim + ": " + what();
    }
}
