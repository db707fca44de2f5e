package vn.gopy.db;

/// The database did not do what it was asked: a fault of the machine or of the program, never of a resident.
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String doing, Throwable cause) {
        super("could not " + doing, cause);
    }

    public DatabaseException(String what) {
        super(what);
    }
}
