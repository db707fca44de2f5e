package vn.gopy.reception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Vault;

/// A delivery is heard once, whatever its channel calls it.
class DeliveriesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final String OLD = "INSERT INTO heard_update (channel, key, heard_at) VALUES (?, ?, 5)";

    @TempDir
    private Path folder;
    private Vault vault;

    @BeforeEach
    void keys() {
        vault = new Vault(Keys.in(folder.resolve("keys")));
    }

    private Database open() {
        return Database.open(folder.resolve("gopy.db"));
    }

    private boolean hears(Database database, String channel, String key) {
        var deliveries = new SqlDeliveries(database, vault); // knows nothing but what the tables know
        var delivery = deliveries.of(channel, key);
        return database.ledger().commit(tx -> deliveries.hear(tx, delivery, NOW));
    }

    @Test
    void a_delivery_is_heard_once_and_each_counter_counts_for_itself() {
        try (var database = open()) {
            for (var key : new String[]{"7000000001/12", "7000000002/12", "7000000001/13", "1/0",
                    "7000000001/1099511627775", "7000000001/1099511627776", "7000000001/999999999999999999",
                    "7000000001/1000000000000000000", "/12", "12", "7000000001/", "a/12", "7000000001/x",
                    "msg_1", ""}) {
                assertTrue(hears(database, "telegram", key), key);
                assertFalse(hears(database, "telegram", key), key);
                assertTrue(hears(database, "zalo", key), key);
                assertFalse(hears(database, "zalo", key), key);
            }
            assertEquals(10, number(database, "SELECT count(*) FROM heard_number"));
            assertEquals(20, number(database, "SELECT count(*) FROM heard_update"));
        }
    }

    @Test
    void keys_that_look_like_counters_do_not_fill_the_table() {
        try (var database = open()) {
            for (int bridge = 1; bridge <= 100; bridge++) {
                assertTrue(hears(database, "zalo", bridge + "/1"));
            }
            for (int bridge = 1; bridge <= 100; bridge++) {
                assertFalse(hears(database, "zalo", bridge + "/1"));
            }
            assertEquals(64, number(database, "SELECT count(*) FROM heard_counter"));
        }
    }

    @Test
    void what_is_old_enough_is_forgotten() {
        try (var database = open()) {
            hears(database, "telegram", "1/1");
            hears(database, "zalo", "msg_1");
            var deliveries = new SqlDeliveries(database, vault);

            assertEquals(0, database.ledger().<Integer>commit(tx -> deliveries.forget(tx, NOW)));
            assertEquals(2,
                    database.ledger().<Integer>commit(tx -> deliveries.forget(tx, NOW.plusMillis(1))));
        }
    }

    @Test
    void what_an_older_version_heard_stays_heard() throws SQLException {
        Database.open(folder.resolve("other.db")).close(); // makes SQLite known
        var url = "jdbc:sqlite:" + folder.resolve("gopy.db");
        Flyway.configure().dataSource(url, null, null).locations("classpath:db/sqlite").target("28").load()
                .migrate();
        try (var connection = DriverManager.getConnection(url);
                var old = connection.prepareStatement(OLD)) {
            for (long update : new long[]{0, 1, 912_345_678, (1L << 40) - 1}) {
                for (long bot : new long[]{7_000_000_001L, 7_123_456_789L}) {
                    old.setString(1, "telegram");
                    old.setBytes(2, ByteBuffer.allocate(16).putLong(bot).putLong(update).array());
                    old.execute();
                }
            }
            old.setString(1, "zalo");
            old.setBytes(2, vault.mark("update", "zalo|msg_1"));
            old.execute();
        }

        try (var database = open()) {
            assertEquals(8, number(database, "SELECT count(*) FROM heard_number WHERE heard_at = 5"));
            assertEquals(1, number(database, "SELECT count(*) FROM heard_update"));
            for (var key : new String[]{"7000000001/0", "7000000001/912345678", "7123456789/1",
                    "7123456789/1099511627775"}) {
                assertFalse(hears(database, "telegram", key), key);
            }
            assertTrue(hears(database, "telegram", "7000000001/2"));
            assertFalse(hears(database, "zalo", "msg_1"));
        }
    }

    private static long number(Database database, String sql) {
        return database.read(tx -> tx.number(sql));
    }
}
