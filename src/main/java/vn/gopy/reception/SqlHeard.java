package vn.gopy.reception;

import java.nio.ByteBuffer;
import java.time.Instant;
import vn.gopy.chat.Inbox.DeadLetter;
import vn.gopy.chat.Incoming;
import vn.gopy.db.Tx;
import vn.gopy.vault.Vault;

/// What was heard before, so that a repeat has no effect (contracts.md T3, T9).
final class SqlHeard {
    private static final String UPDATE = """
            INSERT INTO heard_update (channel, key, heard_at)
            VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String MESSAGE = """
            INSERT INTO heard_message (mark)
            VALUES (?)
            ON CONFLICT DO NOTHING
            """;
    private static final String PARK = """
            INSERT INTO parked (channel, key, kind, why, parked_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String FORGET_UPDATES = """
            DELETE FROM heard_update
             WHERE heard_at < ?
            """;
    private static final String FORGET_PARKED = """
            DELETE FROM parked
             WHERE parked_at < ?
            """;
    private static final int SECOND = 4;
    private static final int HASH = 12;

    private final Vault vault;

    SqlHeard(Vault vault) {
        this.vault = vault;
    }

    /// The marks of one arrival, computed outside of any transaction.
    Marks marks(Incoming incoming) {
        return new Marks(incoming.from().channel(),
                updateKey(incoming.from().channel(), incoming.updateKey()),
                messageMark(incoming));
    }

    /// A counter's name and its number are kept as they are and lie in their order; what a peer chose itself
    /// is hashed.
    private byte[] updateKey(String channel, String key) {
        int slash = key.indexOf('/');
        var counter = key.substring(0, Math.max(0, slash));
        var number = key.substring(slash + 1);
        return isNumber(counter) && isNumber(number)
                ? ByteBuffer.allocate(2 * Long.BYTES).putLong(Long.parseLong(counter))
                        .putLong(Long.parseLong(number)).array()
                : vault.mark("update", channel + '|' + key);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() < 19;
    }

    /// The second of sending, then a keyed hash: new marks lie together in the table, whatever its size.
    private byte[] messageMark(Incoming incoming) {
        var hash = vault.mark("message", incoming.from().channel() + '|' + incoming.messageKey());
        return ByteBuffer.allocate(SECOND + HASH).putInt((int) incoming.sentAt().getEpochSecond())
                .put(hash, 0, HASH).array();
    }

    /// Marks an arrival as heard; false when it was heard before.
    boolean hear(Tx tx, Marks marks, Instant now) {
        return hearDelivery(tx, marks, now) && tx.run(MESSAGE, (Object) marks.message) == 1;
    }

    /// The same for what is no message.
    boolean hearDelivery(Tx tx, Marks marks, Instant now) {
        return tx.run(UPDATE, marks.channel, marks.update, now.toEpochMilli()) == 1;
    }

    /// Keeps the note of something unreadable; false when it was kept before.
    boolean park(Tx tx, DeadLetter letter, Instant now) {
        var key = updateKey(letter.channel(), letter.updateKey());
        return tx.run(UPDATE, letter.channel(), key, now.toEpochMilli()) == 1
                && tx.run(PARK, letter.channel(), key, letter.kind(), letter.why(), now.toEpochMilli()) == 1;
    }

    int forgetUpdates(Tx tx, Instant before) {
        return tx.run(FORGET_UPDATES, before.toEpochMilli());
    }

    int forgetParked(Tx tx, Instant before) {
        return tx.run(FORGET_PARKED, before.toEpochMilli());
    }

    /// The marks of one arrival.
    static final class Marks {
        private final String channel;
        private final byte[] update;
        private final byte[] message;

        private Marks(String channel, byte[] update, byte[] message) {
            this.channel = channel;
            this.update = update;
            this.message = message;
        }

        /// The mark of the message, as evidence of a consent.
        byte[] evidence() {
            return message.clone();
        }
    }
}
