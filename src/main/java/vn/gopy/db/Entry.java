package vn.gopy.db;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A write-set handed over to the [Ledger], and what became of it.
final class Entry<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    private final WriteSet<T> writeSet;
    private final @Nullable Thread waiter;
    private final Consumer<Boolean> afterwards;
    private @Nullable T result;
    private @Nullable RuntimeException fault;
    private volatile boolean done;

    Entry(WriteSet<T> writeSet, @Nullable Thread waiter, Consumer<Boolean> afterwards) {
        this.writeSet = writeSet;
        this.waiter = waiter;
        this.afterwards = afterwards;
    }

    /// Without a savepoint; false when it threw, and then the transaction is to be undone.
    boolean write(Writer writer) {
        try {
            result = writeSet.write(writer.tx());
            return true;
        } catch (RuntimeException | Error thrown) {
            LOG.atDebug().setCause(thrown)
                    .log("a write-set threw: the batch is written anew, each apart");
            return false;
        }
    }

    /// Within a savepoint of its own; what it throws is kept for its waiter. An error, such as no memory,
    /// is a fault of the machine.
    boolean writeApart(Writer writer) {
        writer.savepoint();
        try {
            result = writeSet.write(writer.tx());
            writer.release();
        } catch (RuntimeException | Error thrown) {
            fault = thrown instanceof RuntimeException known
                    ? known
                    : new DatabaseException("carry out a write-set", thrown);
            writer.undo();
        }
        return true;
    }

    void fail(RuntimeException why) {
        fault = why;
    }

    /// From here on its outcome is known.
    void wake() {
        done = true;
        if (waiter != null) {
            LockSupport.unpark(waiter);
        }
    }

    boolean done() {
        return done;
    }

    /// What one makes of it harms no other of the batch.
    void tell() {
        if (waiter == null && fault != null) {
            LOG.atError().setCause(fault).log("could not commit a change that nobody waits for");
        }
        try {
            afterwards.accept(fault == null);
        } catch (RuntimeException | Error thrown) {
            LOG.atError().setCause(thrown).log("could not tell what became of a change");
        }
    }

    @SuppressWarnings("NullAway") // a write-set may give null back, for nothing
    T outcome() {
        if (fault != null) {
            throw fault;
        }
        return result;
    }
}
