package vn.gopy.outbox;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// What the postman knows of parcels that lie on the disk alone: up to which number some were left there, and
/// up to which number all were fetched. Two numbers, so that a parcel left during a sweep is not forgotten by
/// its end.
final class Backlog {
    private final AtomicLong left;
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile long fetched;

    /// Everything up to `last` comes from earlier runs.
    Backlog(long last) {
        left = new AtomicLong(last);
    }

    /// Whether any parcel may lie on the disk alone.
    boolean waits() {
        return again.get() || left.get() > fetched;
    }

    /// A parcel of this number, or one before it, was left on the disk.
    void leave(long id) {
        left.accumulateAndGet(id, Math::max);
    }

    /// A parcel that had been fetched went back to the disk.
    void putBack() {
        again.set(true);
    }

    /// A sweep begins.
    void sweep() {
        again.set(false);
    }

    /// The sweep fetched all up to this number.
    void fetchedUpTo(long id) {
        fetched = Math.max(fetched, id);
    }
}
