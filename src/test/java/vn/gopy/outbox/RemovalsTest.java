package vn.gopy.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Vault;

/// What was carried since the last batch leaves the disk together.
class RemovalsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    Path folder;

    private final Set<Long> gone = new ConcurrentSkipListSet<>();
    private final Set<Long> kept = new ConcurrentSkipListSet<>();
    private Database database;
    private Outbox outbox;
    private Removals removals;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        outbox = Outbox.open(database, new Vault(Keys.in(folder.resolve("keys"))));
        removals = outbox.removals((id, removed) -> (removed ? gone : kept).add(id));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void those_of_a_moment_go_in_one_write_set_and_no_other_goes_with_them() throws InterruptedException {
        var ids = put(8);
        var carried = List.of(ids.get(6), ids.get(1), ids.get(2), ids.get(0), ids.get(4));
        long before = whileTheWriterIsBusy(() -> carried.forEach(id -> removals.add(List.of(id))));

        assertEquals(before + 4, database.ledger().written(), "the busy one, the removals, and two looks");
        assertEquals(new TreeSet<>(carried), gone);
        assertEquals(Set.of(ids.get(3), ids.get(5), ids.get(7)), outbox.stillThere(0, Long.MAX_VALUE));
    }

    @Test
    void those_of_a_batch_that_is_written_anew_go_all_the_same() throws InterruptedException {
        var ids = put(3);
        whileTheWriterIsBusy(() -> {
            removals.add(ids);
            database.ledger().later(_ -> {
                throw new IllegalStateException("spoils the batch");
            });
        });

        assertEquals(new TreeSet<>(ids), gone);
        assertEquals(Set.of(), outbox.stillThere(0, Long.MAX_VALUE));
    }

    @Test
    void those_that_cannot_be_removed_are_told_and_can_be_tried_again() throws SQLException {
        var ids = put(2);
        database.ledger().commit(tx -> tx.all("PRAGMA busy_timeout = 1", _ -> true));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + database.file());
                var lock = other.createStatement()) {
            lock.execute("BEGIN EXCLUSIVE");
            removals.add(ids);
            while (kept.size() < 2) {
                LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
            }
            lock.execute("ROLLBACK");
        }

        removals.add(ids);
        flush();

        assertEquals(new TreeSet<>(ids), gone);
    }

    @Test
    void a_ledger_that_takes_nothing_more_is_told_at_once() {
        var ids = put(2);
        database.ledger().close();

        removals.add(ids);

        assertEquals(new TreeSet<>(ids), kept);
    }

    private List<Long> put(int count) {
        return database.ledger().commit(tx -> IntStream.range(0, count)
                .mapToObj(i -> outbox.put(tx, "portal", "evt_" + i, "{}", NOW).id()).toList());
    }

    /// Does something while the writer can begin nothing; gives back how much it had written before.
    private long whileTheWriterIsBusy(Runnable work) throws InterruptedException {
        long before = database.ledger().written();
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        database.ledger().later(_ -> {
            begun.countDown();
            return await(done);
        });
        begun.await();
        work.run();
        done.countDown();
        flush();
        return before;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /// What is told after one batch is told before the next is committed.
    private void flush() {
        database.ledger().commit(_ -> true);
        database.ledger().commit(_ -> true);
    }
}
