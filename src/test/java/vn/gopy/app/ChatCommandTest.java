package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.chat.Reply;
import vn.gopy.config.SettingsFile;
import vn.gopy.db.Upkeep;
import vn.gopy.fakes.SettableClock;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// A conversation in the terminal.
class ChatCommandTest {
    @TempDir
    Path data;

    @Test
    void talking_in_a_folder_of_the_service_leaves_the_letters_of_the_service_waiting() {
        aLetterWaits();
        var said = new StringWriter();
        var in = System.in;
        System.setIn(new ByteArrayInputStream("giup\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertEquals(0, Main.commands().setOut(new PrintWriter(said)).execute("chat", "--keep", "--data",
                    data.toString()));
        } finally {
            System.setIn(in);
        }

        assertTrue(said.toString().lines().count() > 5, said.toString());
        assertEquals(List.of(1L, 0L), Upkeep.of(data.resolve("gopy.db"))
                .numbers(List.of("SELECT count(*) FROM parcel", "SELECT count(*) FROM dead_letter")));
    }

    private void aLetterWaits() {
        var clock = new SettableClock("2026-11-25T08:00:00Z");
        var folder = new DataFolder(data);
        try (var _ = folder.lock().orElseThrow();
                var ground = Ground.open(SettingsFile.defaults(Map.of("GOPY_DATA", data.toString())), folder,
                        clock)) {
            var person = new Person(ground.vault().pseudonym("telegram", "7"), ground.vault().newKey(),
                    Optional.of("telegram|7"), clock.instant().plus(Duration.ofDays(30)), true);
            var people = new SqlPeople(ground.vault());
            var met = people.prepare(person);
            var letter = ground.outbox().seal(person, new Address("telegram", "7"), Reply.of("Chào bạn"));
            ground.database().ledger().commit(tx -> {
                people.meet(tx, met, clock.instant());
                ground.outbox().put(tx, letter, clock.instant());
                return true;
            });
        }
    }
}
