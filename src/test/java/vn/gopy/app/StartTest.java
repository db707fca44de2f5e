package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.config.SettingsException;
import vn.gopy.config.SettingsFile;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Deed;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// What is found wrong at a start is told with the way out, and made no worse; and a stop ends.
class StartTest {
    @TempDir
    Path path;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final StringWriter told = new StringWriter();
    private DataFolder folder;

    @BeforeEach
    void aHouseWithOneResident() {
        folder = new DataFolder(path.resolve("data"));
        folder.lock().orElseThrow().close();
        try (var ground = open()) {
            var people = new SqlPeople(ground.vault());
            var row = people.prepare(new Person(ground.vault().pseudonym("telegram", "1"),
                    ground.vault().newKey(), Optional.of("telegram|1"), clock.instant(), true));
            ground.database().ledger().commit(tx -> people.meet(tx, row, clock.instant()));
        }
    }

    @Test
    void a_key_that_is_missing_is_missed_and_not_made_anew() throws Exception {
        Files.delete(folder.keys().resolve("wrap.key"));

        var refusal = assertThrows(SettingsException.class, this::open);

        assertTrue(refusal.toString().contains("wrap.key is missing"), refusal::toString);
        assertEquals(1, run("doctor"));
        assertTrue(told.toString().contains("mend  setting 'keys'"), told::toString);
        assertFalse(Files.exists(folder.keys().resolve("wrap.key")));
    }

    @Test
    void keys_of_another_house_are_noticed() throws Exception {
        Files.write(folder.keys().resolve("wrap.key"), new byte[32]);

        var refusal = assertThrows(SettingsException.class, this::open);

        assertTrue(refusal.toString().contains("does not belong to"), refusal::toString);
    }

    @Test
    void a_database_of_a_newer_version_is_left_alone() {
        try (var ground = open()) {
            ground.database().ledger().commit(tx -> tx.run("""
                    INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                        checksum, installed_by, execution_time, success)
                    VALUES (999, '999', 'of a later year', 'SQL', 'V999__of_a_later_year.sql', 1, '', 1, 1)
                    """));
        }

        assertEquals(1, run("retain"));
        assertTrue(told.toString().contains("another version of Góp Ý wrote it"), told::toString);
    }

    @Test
    void a_database_whose_first_page_is_damaged_names_the_restore_and_ends_with_3() throws Exception {
        var bytes = Files.readAllBytes(folder.database());
        bytes[0] ^= 1;
        Files.write(folder.database(), bytes);

        assertEquals(3, run("serve", "--port", "0"));
        assertTrue(told.toString().contains("run gopy restore"), told::toString);
    }

    @Test
    void row_45_a_restore_stands_in_the_trail_that_it_brought_back() {
        try (var ground = open()) {
            ground.office().answer(List.of("backup"));
            ground.office().answer(List.of("erase", "telegram", "7"));
        }
        var copy = folder.backups().resolve("gopy-20261125-080000.db");

        assertEquals(0, run("restore", copy.toString()), told::toString);

        try (var ground = open()) {
            var last = ground.officials().audit().newest(9).getFirst();
            assertEquals(Deed.RESTORED, last.deed());
            assertEquals("gopy-20261125-080000.db", last.what());
            assertTrue(ground.office().answer(List.of("audit-verify")).startsWith("the audit trail fits"));
        }
    }

    @Test
    void a_data_folder_is_closed_to_others_and_the_doctor_looks() throws Exception {
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));

        run("doctor");

        assertTrue(told.toString().contains("run chmod 700 on " + folder.path()), told::toString);
    }

    @Test
    void a_stop_ends_and_closes_the_rest_when_something_cannot_be_closed() throws Exception {
        var ending = new Ending(Duration.ofSeconds(20));
        var closed = new CompletableFuture<String>();
        AutoCloseable stuck = () -> {
            throw new IllegalStateException("could not close");
        };
        var code = CompletableFuture.supplyAsync(ending::ask);

        ending.closeWhenAsked(List.of(stuck, () -> closed.complete("closed")));

        assertEquals(1, code.get());
        assertEquals("closed", closed.get());
    }

    private Ground open() {
        return Ground.open(SettingsFile.defaults(Map.of("GOPY_DATA", folder.path().toString())), folder,
                clock);
    }

    private int run(String... words) {
        var out = new PrintWriter(told, true);
        var command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--data", folder.path().toString()));
        return Main.commands().setOut(out).setErr(out).execute(command.toArray(String[]::new));
    }
}
