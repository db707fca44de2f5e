package vn.gopy.reception;

/// Makes a fault fit for the log: types and places, without messages, which might quote a resident.
final class Faults {
    private Faults() {}

    static Throwable withoutText(Throwable fault) {
        var bare = new IllegalStateException(fault.getClass().getName());
        bare.setStackTrace(fault.getStackTrace());
        return bare;
    }
}
