package vn.gopy.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The single writer. Many write-sets share one transaction and one fsync (group commit); those who wait are
/// parked in Java, not in SQLite's busy time-out, which would pin the carriers of virtual threads.
public final class Ledger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int WAITING = 1 << 14;
    static final int TOGETHER = 1024;
    private static final int BUSY = 4;
    private static final int ENOUGH = 20;
    private static final long MOMENT_NANOS = 300_000;

    private final BlockingQueue<Entry<?>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Writer writer;
    private final Thread thread;
    private final int together;
    private final LongAdder committing = new LongAdder();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final DatabaseException stopped = new DatabaseException("the ledger has stopped");
    private int crowd;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile boolean untidy;

    /// Everybody waits for the writer, and it waits for the disk: where the system lets a thread go before others
    /// (docs/performance.md), it need not queue for a core as well.
    @SuppressWarnings("ThreadPriorityCheck") // a wish: nothing depends on it
    Ledger(Writer writer, int together) {
        this.writer = writer;
        this.together = together;
        thread = Thread.ofPlatform().name("ledger").daemon(true).priority(Thread.MAX_PRIORITY)
                .unstarted(this::work);
    }

    Ledger start() {
        thread.start();
        return this;
    }

    /// Commits a write-set and returns what it gave, once it is on the disk (`synchronous=FULL`). Throws what
    /// the write-set threw, or [DatabaseException] when nothing could be committed.
    public <T> T commit(WriteSet<T> writeSet) {
        var entry = new Entry<>(writeSet, Thread.currentThread(), _ -> {});
        put(entry);
        while (!entry.done()) {
            LockSupport.park(entry);
            if (Thread.interrupted()) {
                // The write-set is already handed over: its outcome is waited for, and the interruption kept.
                awaitUninterrupted(entry);
                Thread.currentThread().interrupt();
            }
        }
        return entry.outcome();
    }

    /// Hands over a write-set that nobody waits for, such as the removal of a delivered parcel. It is
    /// committed with the next ones; if the machine dies before, it did not happen.
    public void later(WriteSet<?> writeSet) {
        later(writeSet, _ -> {});
    }

    /// The same, and tells afterwards whether it was committed; what is told runs on the writer's thread and
    /// must be short.
    public void later(WriteSet<?> writeSet, Consumer<Boolean> afterwards) {
        put(new Entry<>(writeSet, null, afterwards));
    }

    /// Has the writer move the rest of its log into the file, between two transactions.
    void tidy() {
        untidy = true;
    }

    /// Nanoseconds spent in COMMIT so far: the fsync, nearly all of it.
    public long committingNanos() {
        return committing.sum();
    }

    /// How many transactions were committed so far.
    public long transactions() {
        return transactions.sum();
    }

    /// How many write-sets were committed so far.
    public long written() {
        return written.sum();
    }

    /// How many write-sets wait now.
    public int waiting() {
        return waiting.size();
    }

    /// Whether the writer had to stop for a fault that it could not bear, such as no memory left. Nothing is
    /// committed any more until the program starts anew.
    public boolean broken() {
        return ended && !closed;
    }

    private void put(Entry<?> entry) {
        if (closed || ended) {
            throw new DatabaseException("the ledger is closed");
        }
        try {
            if (!waiting.offer(entry, 5, TimeUnit.SECONDS)) {
                throw new DatabaseException("the ledger has been full for 5 seconds");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("hand over to the ledger", stop);
        }
        if (ended) {
            failWaiting();
        }
    }

    private static void awaitUninterrupted(Entry<?> entry) {
        while (!entry.done()) {
            LockSupport.parkNanos(entry, 1_000_000);
            Thread.interrupted();
        }
    }

    /// However it ends, nobody waits for it afterwards.
    private void work() {
        var batch = new ArrayList<Entry<?>>(TOGETHER);
        try {
            writeUntilClosed(batch);
        } catch (RuntimeException | Error fault) {
            LOG.atError().setCause(fault).log("the writer has stopped: start the program anew");
        } finally {
            ended = true;
            batch.forEach(this::failUnlessDone);
            failWaiting();
        }
    }

    private void failWaiting() {
        for (var entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            failUnlessDone(entry);
        }
    }

    private void failUnlessDone(Entry<?> entry) {
        if (!entry.done()) {
            entry.fail(stopped);
            entry.wake();
            entry.tell();
        }
    }

    private void writeUntilClosed(List<Entry<?>> batch) {
        while (!closed || !waiting.isEmpty()) {
            batch.clear();
            try {
                var first = waiting.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    gather();
                    waiting.drainTo(batch, together - 1);
                    commit(batch);
                }
                if (untidy) {
                    untidy = false;
                    writer.checkpoint();
                }
            } catch (InterruptedException stop) {
                closed = true;
            }
        }
    }

    /// While many write, waits a moment for more of them: fewer commits, each with fewer pages a write-set. Not when
    /// enough wait already, or three quarters of all who wrote during the last commit: then nobody's time is worth it.
    private void gather() {
        if (crowd >= BUSY && waiting.size() < Math.min(ENOUGH, crowd * 3 / 4)) {
            LockSupport.parkNanos(this, MOMENT_NANOS);
        }
    }

    /// Writes a batch in one transaction. When a write-set throws, the batch is undone and written anew with
    /// a savepoint around each, so that the one that throws harms no other; the common case pays for no
    /// savepoint.
    private void commit(List<Entry<?>> batch) {
        try {
            if (!wrote(batch, Entry::write)) {
                writer.rollback();
                wrote(batch, Entry::writeApart);
            }
        } catch (RuntimeException | Error fault) { // whatever it was, the writer goes on
            writer.rollback();
            var failed = fault instanceof DatabaseException known
                    ? known
                    : new DatabaseException("commit a batch", fault);
            batch.forEach(entry -> entry.fail(failed));
        }
        batch.forEach(Entry::wake);
        batch.forEach(Entry::tell);
        crowd = batch.size() + waiting.size();
    }

    private boolean wrote(List<Entry<?>> batch, BiPredicate<Entry<?>, Writer> way) {
        writer.begin();
        for (var entry : batch) {
            if (!way.test(entry, writer)) {
                return false;
            }
        }
        long begun = System.nanoTime();
        writer.commit();
        committing.add(System.nanoTime() - begun);
        transactions.increment();
        written.add(batch.size());
        return true;
    }

    /// Commits what still waits, then stops.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        writer.close();
    }
}
