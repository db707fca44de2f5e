package vn.gopy.db;

/// Changes that belong together: all of them are committed, or none.
@FunctionalInterface
public interface WriteSet<T> {
    /// Makes the changes. It may run more than once if the transaction around it is rolled back, so it
    /// changes nothing but the database. Whatever it throws undoes its changes alone.
    T write(Tx tx);
}
