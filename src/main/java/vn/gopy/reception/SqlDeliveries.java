package vn.gopy.reception;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.vault.Vault;

/// Deliveries heard, so that a repeat has no effect (contracts.md T3). One that its channel numbers is kept as a
/// number: the place of the counter, then the delivery's own.
final class SqlDeliveries {
    private static final String HEAR_NUMBER = """
            INSERT INTO heard_number (number, heard_at)
            VALUES (?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String HEAR_KEY = """
            INSERT INTO heard_update (channel, key, heard_at)
            VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String PLACE = """
            SELECT place
              FROM heard_counter
             WHERE channel = ? AND counter = ?
            """;
    private static final String ADD_PLACE = """
            INSERT INTO heard_counter (channel, counter)
            SELECT ?, ?
             WHERE (SELECT count(*) FROM heard_counter) < ?
            ON CONFLICT DO NOTHING
            """;
    private static final String FORGET_NUMBERS = """
            DELETE FROM heard_number
             WHERE heard_at < ?
            """;
    private static final String FORGET_KEYS = """
            DELETE FROM heard_update
             WHERE heard_at < ?
            """;
    private static final int NUMBER_BITS = 40;
    private static final long NONE = -1;
    /// A house has a bot or two; a stranger's keys that look like counters must not make the table grow.
    private static final int MOST_COUNTERS = 64;

    private final Database database;
    private final Vault vault;
    private final Map<String, Long> places = new ConcurrentHashMap<>();

    SqlDeliveries(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// A delivery as it is kept. Not within a transaction: a counter that is met for the first time gets its
    /// place in one of its own.
    ///
    /// @param key a counter's number, a slash and the delivery's number; or what a peer chose itself, which is
    ///          hashed
    Delivery of(String channel, String key) {
        int slash = key.indexOf('/');
        long counter = number(key, 0, Math.max(0, slash));
        long number = number(key, slash + 1, key.length());
        boolean fits = counter != NONE && number != NONE && number >> NUMBER_BITS == 0;
        long place = fits ? place(channel, counter) : NONE;
        return place == NONE
                ? new Keyed(channel, vault.mark("update", channel + '|' + key))
                : new Numbered(channel, place << NUMBER_BITS | number);
    }

    private static long number(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return NONE;
            }
        }
        return from < to && to - from < 19 ? Long.parseLong(text, from, to, 10) : NONE;
    }

    /// The place of a counter; none when it has none and there are enough.
    private long place(String channel, long counter) {
        var name = channel + '/' + counter;
        var known = places.get(name);
        if (known != null) {
            return known;
        }
        long place = database.ledger().commit(tx -> {
            tx.run(ADD_PLACE, channel, counter, MOST_COUNTERS);
            return tx.first(PLACE, row -> row.number(1), channel, counter).orElse(NONE);
        });
        if (place != NONE) {
            places.put(name, place);
        }
        return place;
    }

    /// Marks a delivery as heard; false when it was heard before.
    boolean hear(Tx tx, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Numbered one -> tx.run(HEAR_NUMBER, one.number, now.toEpochMilli()) == 1;
            case Keyed one -> tx.run(HEAR_KEY, one.channel, one.key, now.toEpochMilli()) == 1;
        };
    }

    /// Forgets those heard before a moment; gives back how many.
    int forget(Tx tx, Instant before) {
        return tx.run(FORGET_NUMBERS, before.toEpochMilli()) + tx.run(FORGET_KEYS, before.toEpochMilli());
    }

    /// A delivery, by its number or by its key.
    sealed interface Delivery {
        String channel();

        /// The bytes by which it is known in its channel.
        byte[] bytes();
    }

    private record Numbered(String channel, long number) implements Delivery {
        @Override
        public byte[] bytes() {
            return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        }
    }

    private static final class Keyed implements Delivery {
        private final String channel;
        private final byte[] key;

        Keyed(String channel, byte[] key) {
            this.channel = channel;
            this.key = key;
        }

        @Override
        public String channel() {
            return channel;
        }

        @Override
        public byte[] bytes() {
            return key.clone();
        }
    }
}
