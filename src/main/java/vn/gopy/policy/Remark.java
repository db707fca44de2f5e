package vn.gopy.policy;

/// What the lint has to say on a claim.
///
/// @param fault whether the build must stop; else it is only worth a look
/// @param where file and claim
public record Remark(boolean fault, String where, String what) {
    @Override
    public String toString() {
        return (fault ? "fault" : "look") + "  " + where + ": " + what;
    }
}
