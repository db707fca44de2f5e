package vn.gopy.outbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Vault;

/// Parcels' numbers, by which receivers recognise a repeat.
class ParcelNumbersTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_number_is_not_given_again_when_its_parcel_is_gone_and_the_program_starts_anew() {
        var vault = new Vault(Keys.in(folder.resolve("keys")));

        long first = carriedAway(vault);
        long second = carriedAway(vault);

        assertTrue(second > first, first + " then " + second);
    }

    private long carriedAway(Vault vault) {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            var outbox = Outbox.open(database, vault);
            var notice = database.ledger().commit(tx -> outbox.put(tx, "portal", "evt_1", "{}", NOW));
            outbox.done(notice.id());
            return notice.id();
        }
    }
}
