package vn.gopy.db;

/// An error that cannot even be told to the log, as when there is no memory left: no writer survives it.
public final class Unbearable extends Error {
    private static final long serialVersionUID = 1L;

    private Unbearable() {}

    /// Has the writer of a ledger meet it, and waits for its end.
    public static void stop(Ledger ledger) {
        ledger.later(_ -> true, _ -> {
            throw new Unbearable();
        });
        while (!ledger.broken()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public String getMessage() {
        throw this;
    }
}
