package vn.gopy.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
    private static final String TABLES = "SELECT coalesce(sql, name) FROM sqlite_master ORDER BY name";
    private static final String NEWEST = "SELECT max(installed_rank) FROM flyway_schema_history";

    @TempDir
    Path folder;

    @Test
    void a_new_house_has_the_tables_that_the_migrations_make() {
        Migrations.apply(folder.resolve("migrated.db"), new SqliteDialect());
        Database.open(folder.resolve("copied.db")).close();

        assertEquals(tables("migrated.db"), tables("copied.db"));
        assertTrue(tables("copied.db").size() > 60);
        assertFalse(Files.exists(folder.resolve("copied.db.new")));
    }

    @Test
    void a_house_of_an_older_version_gets_what_it_lacks() {
        var dialect = new SqliteDialect();
        Flyway.configure().dataSource(dialect.url(folder.resolve("old.db")), null, null)
                .locations(dialect.migrations()).target("12").load().migrate();
        Database.open(folder.resolve("new.db")).close();
        assertFalse(tables("old.db").equals(tables("new.db")));

        Database.open(folder.resolve("old.db")).close();

        assertEquals(tables("new.db"), tables("old.db"));
        assertEquals(number("new.db"), number("old.db"));
    }

    @Test
    void a_house_that_is_up_to_date_is_not_written_to() throws Exception {
        var file = folder.resolve("gopy.db");
        Database.open(file).close();
        var before = Files.readAllBytes(file);

        Template.prepare(file, new SqliteDialect());

        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void what_a_stopped_machine_left_of_a_copy_is_begun_anew() throws Exception {
        Files.write(folder.resolve("gopy.db.new"), new byte[10_000_000]);

        Database.open(folder.resolve("gopy.db")).close();

        assertEquals(List.of(), Upkeep.of(folder.resolve("gopy.db")).faults(false));
        assertTrue(Files.size(folder.resolve("gopy.db")) < 5_000_000);
    }

    /// Somebody takes the database away to begin anew, and leaves its log.
    @Test
    void the_log_of_a_database_that_is_gone_is_not_taken_for_the_new_ones() throws Exception {
        var file = folder.resolve("gopy.db");
        var log = folder.resolve("gopy.db-wal");
        byte[] left;
        try (var database = Database.open(file)) {
            database.ledger().commit(tx -> tx.run("CREATE TABLE left_over (id INTEGER PRIMARY KEY) STRICT"));
            left = Files.readAllBytes(log);
        }
        Files.delete(file);
        Files.write(log, left);

        Database.open(file).close();

        assertEquals(List.of(), Upkeep.of(file).faults(false));
        assertFalse(tables("gopy.db").stream().anyMatch(table -> table.contains("left_over")));
    }

    private List<String> tables(String name) {
        return Upkeep.of(folder.resolve(name)).read(tx -> tx.all(TABLES, row -> row.text(1)));
    }

    private long number(String name) {
        return Upkeep.of(folder.resolve(name)).read(tx -> tx.number(NEWEST));
    }
}
