package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.config.SettingsFile;
import vn.gopy.db.Upkeep;
import vn.gopy.fakes.SettableClock;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// What an operator orders is done, or they are told that it is not.
class OfficeTest {
    private static final List<String> ERASE = List.of("erase", "telegram", "1");

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");

    @Test
    void an_erasure_that_could_not_be_finished_says_so_and_is_due_until_it_is() throws Exception {
        try (var ground = open()) {
            resident(ground);
            ground.office().answer(List.of("backup"));
            var obstacle = Files.createDirectories(backups().resolve("unfinished/obstacle"));

            var refusal = assertThrows(Refusal.class, () -> ground.office().answer(ERASE));

            assertTrue(refusal.toString().contains("could not be renewed yet"), refusal::toString);
            assertEquals(1, keys());
            Files.delete(obstacle);
            assertTrue(ground.office().scrub());
            assertEquals(0, keys());
        }
    }

    @Test
    void an_erasure_before_a_stop_is_finished_after_the_next_start() {
        try (var ground = open()) {
            resident(ground);
            ground.office().answer(List.of("backup"));
            ground.files().erase(new Address("telegram", "1"), clock.instant());
        }

        try (var ground = open()) {
            assertTrue(ground.office().scrub());
        }

        assertEquals(0, keys());
    }

    @Test
    void residents_who_are_dropped_go_from_beside_the_backups_too() {
        try (var ground = open()) {
            resident(ground);
            ground.office().answer(List.of("backup"));
            clock.pass(Duration.ofDays(31));

            ground.office().answer(List.of("retain"));
        }

        assertEquals(0, keys());
    }

    @Test
    void an_order_that_fails_is_a_failed_command() throws Exception {
        var socket = data.resolve("gopy.sock");
        try (var _ = ControlSocket.listen(socket, words -> {
            throw words.getFirst().equals("dance")
                    ? new Refusal(2, "unknown order")
                    : new IllegalStateException("no room on the disk");
        })) {
            var failed = assertThrows(Refusal.class, () -> ControlSocket.ask(socket, List.of("backup")));
            assertEquals(1, failed.code());
            assertTrue(failed.toString().contains("failed: no room on the disk"), failed::toString);

            var unknown = assertThrows(Refusal.class, () -> ControlSocket.ask(socket, List.of("dance")));
            assertEquals(2, unknown.code());
            assertEquals("unknown order", unknown.getMessage());
        }
    }

    @Test
    void an_unknown_endpoint_or_order_is_refused() {
        try (var ground = open()) {
            var office = ground.office();

            assertThrows(Refusal.class, () -> office.answer(List.of("hook-test", "nosuch")));
            assertThrows(Refusal.class, () -> office.answer(List.of("hook-enable", "nosuch")));
            assertThrows(Refusal.class, () -> office.answer(List.of("dance")));
            assertThrows(Refusal.class, () -> office.answer(List.of("erase")));
        }
    }

    private Ground open() {
        return Ground.open(SettingsFile.defaults(Map.of("GOPY_DATA", data.toString())), new DataFolder(data),
                clock);
    }

    private void resident(Ground ground) {
        var people = new SqlPeople(ground.vault());
        var until = clock.instant().plusSeconds(3_600);
        var row = people.prepare(new Person(ground.vault().pseudonym("telegram", "1"),
                ground.vault().newKey(), Optional.of("telegram|1"), until, true));
        ground.database().ledger().commit(tx -> people.meet(tx, row, clock.instant()));
    }

    private Path backups() {
        return new DataFolder(data).backups();
    }

    /// How many residents' keys lie beside the backups.
    private long keys() {
        return Upkeep.of(backups().resolve("residents.keys"))
                .numbers(List.of("SELECT count(*) FROM person_key")).getFirst();
    }
}
