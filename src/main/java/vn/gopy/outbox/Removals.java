package vn.gopy.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Ledger;
import vn.gopy.db.Tx;

/// Takes carried parcels off the disk without waiting: whatever was carried since the last batch goes in one
/// write-set, and neighbours by number in one statement.
final class Removals {
    private final Ledger ledger;
    private final SqlParcels parcels;
    private final Listener listener;
    private final Queue<Long> carried = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    Removals(Ledger ledger, SqlParcels parcels, Listener listener) {
        this.ledger = ledger;
        this.parcels = parcels;
        this.listener = listener;
    }

    /// Hears of each parcel afterwards, in general on the writer's thread, so it must be short.
    @FunctionalInterface
    interface Listener {
        /// It was carried, and is gone from the disk or could not be removed.
        void left(long id, boolean removed);
    }

    /// These were carried. Throws nothing: what cannot be removed is told.
    void add(Collection<Long> ids) {
        carried.addAll(ids);
        if (pending.compareAndSet(false, true)) {
            var batch = new Batch();
            try {
                ledger.later(batch::remove, batch::tell);
            } catch (DatabaseException _) {
                // The ledger is full or closed. Its waiters tell the log.
                batch.tell(false);
            }
        }
    }

    /// What one write-set removes. It takes what waits at the moment it runs, and more of it when it runs again
    /// after a rollback; whoever adds later finds nothing pending and hands over a new one.
    private final class Batch {
        private final List<Long> taken = new ArrayList<>();

        private void take() {
            pending.set(false);
            for (var id = carried.poll(); id != null; id = carried.poll()) {
                taken.add(id);
            }
        }

        boolean remove(Tx tx) {
            take();
            var sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
            int first = 0;
            for (int i = 1; i <= sorted.length; i++) {
                if (i == sorted.length || sorted[i] != sorted[i - 1] + 1) {
                    parcels.remove(tx, sorted[first], sorted[i - 1]);
                    first = i;
                }
            }
            return true;
        }

        /// One that failed may never have run: then what it was to take still waits.
        void tell(boolean removed) {
            if (!removed) {
                take();
            }
            taken.forEach(id -> listener.left(id, removed));
        }
    }
}
