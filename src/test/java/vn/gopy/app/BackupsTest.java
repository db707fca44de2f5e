package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.db.Upkeep;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// A backup brings everything back but those who were erased.
class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    Path path;

    @Test
    void a_restored_backup_has_the_opinions_and_opens_their_texts() {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        Path copy;
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "đường xa quá");
            copy = new Backups(folder).make(database.upkeep(), NOW);
            file(database, vault, "2", "sau bản sao");
        }

        assertEquals(List.of(), new Backups(folder).check(copy));
        assertEquals(List.of(1L, 1L), new Backups(folder).restore(copy, NOW));

        try (var database = Database.open(folder.database())) {
            assertEquals(Optional.of("đường xa quá"), text(database, vault, "1"));
        }
    }

    @Test
    void which_texts_are_alike_stands_in_no_copy_and_a_restore_does_not_bring_it_back() {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        var marks = List.of("SELECT count(*) FROM feedback WHERE likeness IS NOT NULL");
        Path copy;
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "đường xa quá");
            assertEquals(List.of(1L), database.upkeep().numbers(marks));
            copy = new Backups(folder).make(database.upkeep(), NOW);
            assertEquals(List.of(1L), database.upkeep().numbers(marks));
        }

        assertEquals(List.of(0L), Upkeep.of(copy).numbers(marks));
        new Backups(folder).restore(copy, NOW);
        assertEquals(List.of(0L), Upkeep.of(folder.database()).numbers(marks));
    }

    @Test
    void nobody_can_open_what_was_erased_from_an_old_backup() {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        Path copy;
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "ở lại");
            file(database, vault, "2", "bị xoá");
            copy = new Backups(folder).make(database.upkeep(), NOW);
            database.ledger().commit(tx -> {
                new SqlFeedbackBook(vault).erase(tx, vault.pseudonym("fake", "2"));
                new SqlPeople(vault).erase(tx, vault.pseudonym("fake", "2"), NOW);
                return true;
            });
            new Backups(folder).takeKeys(database.upkeep());
        }

        new Backups(folder).restore(copy, NOW);

        try (var database = Database.open(folder.database())) {
            assertEquals(Optional.of("ở lại"), text(database, vault, "1"));
            assertEquals(Optional.empty(), text(database, vault, "2"));
            assertEquals(1, database.<Long>read(tx -> tx.number("SELECT count(*) FROM feedback")));
        }
    }

    @Test
    void who_was_erased_and_came_back_is_not_known_from_an_old_backup() {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        Path copy;
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "bị xoá");
            copy = new Backups(folder).make(database.upkeep(), NOW);
            database.ledger().commit(tx -> {
                new SqlFeedbackBook(vault).erase(tx, vault.pseudonym("fake", "1"));
                new SqlPeople(vault).erase(tx, vault.pseudonym("fake", "1"), NOW);
                return true;
            });
            file(database, vault, "1", "trở lại");
            new Backups(folder).takeKeys(database.upkeep());
        }

        assertEquals(List.of(0L, 0L), new Backups(folder).restore(copy, NOW));
    }

    @Test
    void the_residents_keys_are_renewed_while_somebody_writes() {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "đường xa quá");
            var backups = new Backups(folder);
            backups.make(database.upkeep(), NOW);
            var keys = folder.backups().resolve("residents.keys");

            boolean renewed = database.ledger().commit(tx -> {
                tx.run("DELETE FROM counter");
                backups.takeKeys(database.upkeep());
                return Files.exists(keys);
            });

            assertTrue(renewed);
        }
    }

    @Test
    void a_copy_that_was_broken_off_is_no_copy_and_goes_with_the_next_erasure() throws Exception {
        var folder = new DataFolder(path);
        Keys.in(folder.keys());
        Files.createDirectories(folder.backups());
        var unfinished = Files.writeString(folder.backups().resolve("unfinished"), "half a copy, with keys");
        try (var database = Database.open(folder.database())) {
            new Backups(folder).takeKeys(database.upkeep());
        }

        assertFalse(Files.exists(unfinished));
    }

    @Test
    void a_copy_holds_no_key_of_any_resident() throws Exception {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        byte[] wrapped;
        Path copy;
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "đường xa quá");
            wrapped = database
                    .read(tx -> tx.first("SELECT key FROM person", row -> row.bytes(1)).orElseThrow());
            copy = new Backups(folder).make(database.upkeep(), NOW);
        }

        assertFalse(contains(Files.readAllBytes(copy), wrapped));
        assertTrue(contains(Files.readAllBytes(folder.backups().resolve("residents.keys")), wrapped));
    }

    @Test
    void a_restore_can_be_undone_and_leaves_no_key_but_those_in_use() throws Exception {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        var backups = new Backups(folder);
        Path copy;
        byte[] later;
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "đường xa quá");
            copy = backups.make(database.upkeep(), NOW);
            file(database, vault, "2", "sau bản sao");
            later = database.read(tx -> tx.first("SELECT key FROM person WHERE pid = ?", row -> row.bytes(1),
                    vault.pseudonym("fake", "2").bytes()).orElseThrow());
        }

        assertEquals(List.of(1L, 1L), backups.restore(copy, NOW));

        assertEquals(List.of("residents.keys"), holding(later));
        assertEquals(List.of(2L, 2L),
                backups.restore(folder.backups().resolve("gopy-20261125-080000-before.db"), NOW));
        try (var database = Database.open(folder.database())) {
            assertEquals(Optional.of("sau bản sao"), text(database, vault, "2"));
        }
    }

    @Test
    void a_damaged_database_is_replaced_and_its_remains_go_with_the_next_erasure() throws Exception {
        var folder = new DataFolder(path);
        var vault = new Vault(Keys.in(folder.keys()));
        var backups = new Backups(folder);
        Path copy;
        try (var database = Database.open(folder.database())) {
            file(database, vault, "1", "đường xa quá");
            copy = backups.make(database.upkeep(), NOW);
        }
        Files.writeString(folder.database(), "this was a database, and it is none any more");

        assertEquals(List.of(1L, 1L), backups.restore(copy, NOW));

        var remains = path.resolve("gopy.db.damaged-20261125-080000");
        assertTrue(Files.exists(remains));
        try (var database = Database.open(folder.database())) {
            backups.takeKeys(database.upkeep());
        }
        assertFalse(Files.exists(remains));
    }

    @Test
    void a_check_leaves_the_copy_as_it_is_and_nothing_beside_it() throws Exception {
        var folder = new DataFolder(path);
        Keys.in(folder.keys());
        Path copy;
        try (var database = Database.open(folder.database())) {
            copy = new Backups(folder).make(database.upkeep(), NOW);
        }
        var before = Files.readAllBytes(copy);

        assertEquals(List.of(), new Backups(folder).check(copy));

        assertArrayEquals(before, Files.readAllBytes(copy));
        try (var files = Files.list(folder.backups())) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void copies_are_deleted_when_their_time_is_over() {
        var folder = new DataFolder(path);
        Keys.in(folder.keys());
        var backups = new Backups(folder);
        try (var database = Database.open(folder.database())) {
            var old = backups.make(database.upkeep(), NOW.minus(Duration.ofDays(31)));
            var young = backups.make(database.upkeep(), NOW.minus(Duration.ofDays(29)));
            var limit = NOW.minus(Duration.ofDays(30));

            assertEquals(1, backups.forget(limit, true));
            assertTrue(Files.exists(old));
            assertEquals(1, backups.forget(limit, false));
            assertFalse(Files.exists(old));
            assertTrue(Files.exists(young));
        }
    }

    @Test
    void a_damaged_copy_is_told_and_not_restored() throws Exception {
        var folder = new DataFolder(path);
        var copy = Files.writeString(path.resolve("copy.db"),
                "this is no database at all, but long enough to look at");

        assertFalse(new Backups(folder).check(copy).isEmpty());
        assertFalse(new Backups(folder).check(path.resolve("nothing.db")).isEmpty());
    }

    private static void file(Database database, Vault vault, String id, String text) {
        var person = new Person(vault.pseudonym("fake", id), vault.newKey(), Optional.of("fake|" + id), NOW,
                true);
        var row = new SqlPeople(vault).prepare(person);
        var feedback = new Feedback(NOW, Optional.empty(), Topic.DI_LAI, Optional.empty(),
                new Feedback.Place.Unclear(),
                Optional.of(text), Optional.empty(), Optional.empty(), true, false);
        database.ledger().commit(tx -> {
            new SqlPeople(vault).meet(tx, row, NOW);
            new SqlFeedbackBook(vault).file(tx, person, feedback, new byte[16]);
            return true;
        });
    }

    private static Optional<String> text(Database database, Vault vault, String id) {
        return database.read(tx -> new SqlPeople(vault).find(tx, vault.pseudonym("fake", id))
                .flatMap(person -> new SqlFeedbackBook(vault).latest(tx, person, 1).stream().findFirst())
                .flatMap(Feedback::text));
    }

    /// The names of all files that hold these bytes.
    private List<String> holding(byte[] part) throws Exception {
        var names = new ArrayList<String>();
        try (var files = Files.walk(path)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (contains(Files.readAllBytes(file), part)) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        return names;
    }

    private static boolean contains(byte[] file, byte[] part) {
        for (int i = 0; i + part.length <= file.length; i++) {
            if (Arrays.equals(file, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
