package vn.gopy.outbox;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The parcels for one address, which go one after the other. At most one thread walks a line.
final class Line {
    private final Queue<Errand> errands = new ArrayDeque<>();
    private @Nullable Thread walker;
    private boolean ended;
    private boolean nudged;

    /// Joins the line; false when it has ended meanwhile and a new one must be opened.
    synchronized boolean join(Errand errand) {
        return !ended && errands.add(errand);
    }

    /// True for the one thread that may walk the line.
    synchronized boolean walk(Thread thread) {
        if (walker != null) {
            return false;
        }
        walker = thread;
        return true;
    }

    /// The next parcel; null once the line is empty, which ends it.
    synchronized @Nullable Errand next() {
        var errand = errands.poll();
        ended = errand == null;
        return errand;
    }

    /// Takes all parcels that wait out of the line.
    synchronized List<Errand> clear() {
        var all = List.copyOf(errands);
        errands.clear();
        return all;
    }

    /// Ends a rest of the walker, now or the next one.
    synchronized void nudge() {
        nudged = true;
        if (walker != null) {
            LockSupport.unpark(walker);
        }
    }

    /// Whether somebody nudged since the last time this was asked.
    synchronized boolean takeNudge() {
        boolean was = nudged;
        nudged = false;
        return was;
    }
}
