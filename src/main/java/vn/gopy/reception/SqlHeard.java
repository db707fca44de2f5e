package vn.gopy.reception;

import java.nio.ByteBuffer;
import java.time.Instant;
import vn.gopy.chat.Inbox.DeadLetter;
import vn.gopy.chat.Incoming;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.vault.Vault;

/// What was heard before, so that a repeat has no effect (contracts.md T3, T9).
final class SqlHeard {
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
    private static final String FORGET_PARKED = """
            DELETE FROM parked
             WHERE parked_at < ?
            """;
    private static final int SECOND = 4;
    private static final int HASH = 12;

    private final Vault vault;
    private final SqlDeliveries deliveries;

    SqlHeard(Database database, Vault vault) {
        this.vault = vault;
        deliveries = new SqlDeliveries(database, vault);
    }

    /// The marks of one arrival, computed outside of any transaction.
    Marks marks(Incoming incoming) {
        return new Marks(deliveries.of(incoming.from().channel(), incoming.updateKey()),
                messageMark(incoming));
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
        return deliveries.hear(tx, marks.delivery, now);
    }

    /// The note of something unreadable, ready to be kept.
    Note note(DeadLetter letter) {
        return new Note(deliveries.of(letter.channel(), letter.updateKey()), letter);
    }

    /// Keeps a note; false when it was kept before.
    boolean park(Tx tx, Note note, Instant now) {
        return deliveries.hear(tx, note.delivery, now)
                && tx.run(PARK, note.delivery.channel(), note.delivery.bytes(), note.letter.kind(),
                        note.letter.why(), now.toEpochMilli()) == 1;
    }

    int forgetUpdates(Tx tx, Instant before) {
        return deliveries.forget(tx, before);
    }

    int forgetParked(Tx tx, Instant before) {
        return tx.run(FORGET_PARKED, before.toEpochMilli());
    }

    /// What is noted of something unreadable.
    record Note(SqlDeliveries.Delivery delivery, DeadLetter letter) {}

    /// The marks of one arrival.
    static final class Marks {
        private final SqlDeliveries.Delivery delivery;
        private final byte[] message;

        private Marks(SqlDeliveries.Delivery delivery, byte[] message) {
            this.delivery = delivery;
            this.message = message;
        }

        /// The mark of the message, as evidence of a consent.
        byte[] evidence() {
            return message.clone();
        }
    }
}
