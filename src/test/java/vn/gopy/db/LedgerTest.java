package vn.gopy.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The single writer: all of a write-set or nothing of it, and nobody else's.
class LedgerTest {
    private static final String PUT = "INSERT INTO fact (name, value) VALUES (?, ?)";
    private static final String COUNT = "SELECT count(*) FROM fact";

    @TempDir
    Path folder;

    @Test
    void what_was_committed_is_there_after_opening_again() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            database.ledger().commit(tx -> tx.run(PUT, "a", "1"));
        }

        try (var database = Database.open(folder.resolve("gopy.db"))) {
            assertEquals(1, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    @Test
    void a_write_set_that_throws_leaves_nothing_and_harms_no_other() throws Exception {
        try (var database = Database.open(folder.resolve("gopy.db"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = IntStream.range(0, 200).<Future<?>>mapToObj(i -> threads.submit(() -> {
                if (i % 2 == 0) {
                    database.ledger().commit(tx -> tx.run(PUT, "good" + i, "1"));
                    return;
                }
                assertThrows(IllegalStateException.class, () -> database.ledger().commit(tx -> {
                    tx.run(PUT, "bad" + i, "1");
                    throw new IllegalStateException("changed my mind");
                }));
            })).toList();
            for (var write : writes) {
                write.get();
            }

            assertEquals(100, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    @Test
    void a_fault_of_the_database_reaches_the_one_who_caused_it() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            database.ledger().commit(tx -> tx.run(PUT, "a", "1"));

            assertThrows(DatabaseException.class,
                    () -> database.ledger().commit(tx -> tx.run(PUT, "a", "2")));
            assertEquals(1, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    @Test
    void after_a_full_disk_the_same_statements_work_again() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            database.ledger().commit(tx -> tx.number("PRAGMA max_page_count = 1"));
            assertThrows(DatabaseException.class, () -> fill(database, "x".repeat(1 << 20)));
            assertThrows(DatabaseException.class, () -> fill(database, "y".repeat(1 << 20)));
            database.ledger().commit(tx -> tx.number("PRAGMA max_page_count = 1000000"));

            fill(database, "z".repeat(1 << 20));

            assertEquals(1, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    private static void fill(Database database, String text) {
        database.ledger().commit(tx -> tx.run(PUT, text.substring(0, 1), text));
    }

    @Test
    void an_error_of_a_write_set_is_told_to_its_waiter_and_the_writer_goes_on() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            assertThrows(DatabaseException.class, () -> database.ledger().commit(_ -> {
                throw new StackOverflowError();
            }));

            database.ledger().commit(tx -> tx.run(PUT, "a", "1"));

            assertEquals(1, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    @Test
    void who_is_told_afterwards_and_throws_harms_nobody() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            database.ledger().later(tx -> tx.run(PUT, "a", "1"), _ -> {
                throw new IllegalStateException("not my business");
            });

            database.ledger().commit(tx -> tx.run(PUT, "b", "1"));

            assertEquals(2, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    @Test
    void nobody_waits_for_a_writer_that_had_to_stop() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            assertFalse(database.ledger().broken());
            Unbearable.stop(database.ledger());

            assertThrows(DatabaseException.class,
                    () -> database.ledger().commit(tx -> tx.run(PUT, "a", "1")));

            assertEquals(0, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    @Test
    void what_nobody_waits_for_is_committed_before_the_ledger_closes() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            for (int i = 0; i < 50; i++) {
                var name = "n" + i;
                database.ledger().later(tx -> tx.run(PUT, name, "1"));
            }
        }

        try (var database = Database.open(folder.resolve("gopy.db"))) {
            assertEquals(50, database.<Long>read(tx -> tx.number(COUNT)));
        }
    }

    @Test
    void every_commit_is_synced_to_the_disk() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            var synchronous = database.ledger().commit(tx -> tx.number("PRAGMA synchronous"));

            assertEquals(2, synchronous, "synchronous must be FULL on the connection that writes");
        }
    }

    @Test
    void a_scrub_leaves_no_erased_word_in_any_file() throws Exception {
        var canary = "canary-8b1f";
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            database.ledger().commit(tx -> tx.run(PUT, "word", canary));
            database.ledger().commit(tx -> tx.run("DELETE FROM fact WHERE name = ?", "word"));

            database.upkeep().scrub();

            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    var bytes = new String(Files.readAllBytes(file),
                            StandardCharsets.ISO_8859_1);
                    assertEquals(-1, bytes.indexOf(canary), "found in " + file.getFileName());
                }
            }
        }
    }
}
