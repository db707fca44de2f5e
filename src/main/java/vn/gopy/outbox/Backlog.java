package vn.gopy.outbox;

/// What the postman knows of parcels that lie on the disk alone: whether any may, and up to which number all
/// were fetched.
final class Backlog {
    private volatile boolean waits = true;
    private volatile long fetched;

    /// Whether any parcel may lie on the disk alone. At the beginning those of earlier runs may.
    boolean waits() {
        return waits;
    }

    /// A parcel was left on the disk.
    void leave() {
        waits = true;
    }

    /// All parcels on the disk are held, and the numbers given so far end here.
    void fetchedUpTo(long id) {
        fetched = id;
        waits = false;
    }

    /// Whether a look at the disk may have fetched a parcel of this number before it was handed over.
    boolean mayHold(long id) {
        return id <= fetched;
    }
}
