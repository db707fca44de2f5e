package vn.gopy.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import vn.gopy.chat.Address;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.db.Database;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Where everything lies that must leave the house. It is put in the same transaction as the fact it tells
/// of, so that neither goes without the other; the [Postman] has it carried.
public final class Outbox {
    private static final String LETTER = "letter";
    private static final String ANCHOR = "anchor";
    /// Telegram lets a message be edited for 48 hours.
    private static final Duration ANCHOR_LIFE = Duration.ofDays(3);

    private final SqlParcels parcels = new SqlParcels();
    private final Database database;
    private final Vault vault;
    private final SqlPeople people;
    private final AtomicLong lastId;
    private final Returns returns;

    private Outbox(Database database, Vault vault, Returns returns, long lastId) {
        this.database = database;
        this.vault = vault;
        this.returns = returns;
        people = new SqlPeople(vault);
        this.lastId = new AtomicLong(lastId);
    }

    /// Opens the outbox of a database and reserves numbers for its parcels.
    public static Outbox open(Database database, Vault vault) {
        return open(database, vault, Returns.NONE);
    }

    /// The same with somebody who hears what became of polls.
    public static Outbox open(Database database, Vault vault, Returns returns) {
        var last = database.ledger().commit(new SqlParcels()::reserve);
        return new Outbox(database, vault, returns, last);
    }

    /// A letter with its number, sealed and ready to be put. Made outside of any transaction.
    public Sealed seal(Person person, Address to, Reply reply) {
        var letter = new Parcel.Letter(lastId.incrementAndGet(), person.pid(), Optional.of(person.key()), to,
                reply, "", 0);
        return new Sealed(letter, vault.seal(person.key(), person.pid(), LETTER, LetterJson.write(reply)));
    }

    /// The answer to a pressed button, or a word in a group: it is not kept, it goes once or not at all (T11,
    /// T12).
    public Parcel.Letter unkept(Pseudonym person, Address to, Reply reply, String pressKey) {
        return new Parcel.Letter(-lastId.incrementAndGet(), person, Optional.empty(), to, reply, pressKey, 0);
    }

    /// Puts a letter. After the commit it must be handed to the postman.
    public void put(Tx tx, Sealed sealed, Instant now) {
        parcels.putLetter(tx, sealed.letter.id(), sealed.letter.person().bytes(), sealed.body, now);
    }

    /// Puts an event for an integrator's endpoint and gives it back; after the commit it must be handed to
    /// the postman.
    public Parcel.Notice put(Tx tx, String endpoint, String eventId, String body, Instant now) {
        var notice = new Parcel.Notice(lastId.incrementAndGet(), endpoint, eventId, body, 0);
        parcels.putNotice(tx, notice.id(), bytes(endpoint), bytes(eventId + '\n' + body), now);
        return notice;
    }

    /// Deletes all that is kept for a resident here: letters, dead letters, anchors.
    public void erase(Tx tx, Pseudonym person) {
        parcels.erase(tx, person);
    }

    /// Drops the letters that wait for a resident who cannot be reached.
    public void dropLetters(Tx tx, Pseudonym person) {
        parcels.dropLine(tx, person.bytes());
    }

    /// How many parcels wait on the disk.
    public long waiting() {
        return database.read(parcels::waiting);
    }

    /// Drops letters given up before a moment; gives back how many (contracts.md P14).
    public int forgetDead(Tx tx, Instant before) {
        return parcels.forgetDead(tx, before);
    }

    /// Drops what is known of messages that a later one could replace, once it is too late for that or their
    /// resident is gone; gives back of how many (contracts.md P14).
    public int forgetAnchors(Tx tx, Instant now) {
        return parcels.forgetAnchors(tx, now.minus(ANCHOR_LIFE));
    }

    long lastId() {
        return lastId.get();
    }

    /// Parcels on the disk above a number, in their order, without those that are `held` in memory already. A
    /// letter whose resident is gone has nobody left to carry it to.
    Haul haul(long after, int most, LongPredicate held) {
        return database.read(tx -> {
            var rows = parcels.above(tx, after, most, row -> due(tx, row, held));
            long last = rows.isEmpty() ? after : rows.getLast().id();
            return new Haul(rows.stream().filter(row -> !row.held()).toList(), last, rows.size() == most);
        });
    }

    private Due due(Tx tx, Row row, LongPredicate held) {
        long id = row.number(1);
        if (held.test(id)) {
            return new Due(id, true, Optional.empty());
        }
        var parcel = row.text(2).equals(LETTER) ? letter(tx, row) : Optional.of(notice(row));
        return new Due(id, false, parcel.map(ready -> new Errand(ready, Instant.ofEpochMilli(row.number(6)),
                Instant.ofEpochMilli(row.number(7)))));
    }

    private static Parcel notice(Row row) {
        var text = new String(row.bytes(4), StandardCharsets.UTF_8);
        int line = text.indexOf('\n');
        return new Parcel.Notice(row.number(1), new String(row.bytes(3), StandardCharsets.UTF_8),
                text.substring(0, line), text.substring(line + 1), row.integer(5));
    }

    private Optional<Parcel> letter(Tx tx, Row row) {
        return people.find(tx, Pseudonym.of(row.bytes(3))).flatMap(person -> person.address().map(address -> {
            var reply = LetterJson.read(vault.open(person.key(), person.pid(), LETTER, row.bytes(4)));
            return new Parcel.Letter(row.number(1), person.pid(), Optional.of(person.key()),
                    Address.parse(address), reply, "", row.integer(5));
        }));
    }

    /// Whether a parcel is still on the disk.
    boolean holds(long id) {
        return !stillThere(id - 1, id).isEmpty();
    }

    /// The numbers above one, up to another, whose parcels are on the disk.
    Set<Long> stillThere(long after, long last) {
        return Set.copyOf(database.read(tx -> parcels.numbers(tx, after, last)));
    }

    /// The parcel is gone: carried, or not wanted any more. Waits until that is on the disk.
    public void done(long id) {
        database.ledger().commit(tx -> parcels.remove(tx, id));
    }

    /// The same without waiting, for many.
    Removals removals(Removals.Listener listener) {
        return new Removals(database.ledger(), parcels, listener);
    }

    /// The letter was carried and later ones may replace it: remembers its message, unless the resident was
    /// erased meanwhile and the letter with them: one that is still there was sealed with the key they have.
    void done(Parcel.Letter letter, String anchor, String messageId, Instant now) {
        var message = letter.key().map(key -> vault.seal(key, letter.person(), ANCHOR, bytes(messageId)));
        database.ledger().commit(tx -> {
            if (parcels.remove(tx, letter.id())) {
                message.ifPresent(sealed -> parcels.keepAnchor(tx,
                        new SqlParcels.Anchor(letter.person(), anchor, now), sealed));
            }
            return true;
        });
    }

    /// The letter was a poll, and was carried: whoever keeps polls hears of it in the same transaction.
    void done(Parcel.Letter letter, Delivery.Polled polled) {
        database.ledger().commit(tx -> {
            if (parcels.remove(tx, letter.id())) {
                returns.came(tx, letter, polled);
            }
            return true;
        });
    }

    void tried(long id, int attempts, Instant due) {
        database.ledger().later(tx -> {
            parcels.tried(tx, id, attempts, due);
            return true;
        });
    }

    void bury(long id, String why, Instant now) {
        database.ledger().commit(tx -> {
            parcels.bury(tx, id, why, now);
            return true;
        });
    }

    /// This resident cannot be reached: their letters are dropped, what they said is kept.
    void unreachable(Pseudonym person) {
        database.ledger().commit(tx -> {
            parcels.dropLine(tx, person.bytes());
            people.unreachable(tx, person);
            return true;
        });
    }

    /// The resident's address is another one now.
    void moved(Pseudonym pid, Address to) {
        database.ledger().commit(tx -> {
            people.find(tx, pid).ifPresent(person -> people.keepAddress(tx, people.prepare(new Person(pid,
                    person.key(), Optional.of(to.line()), person.until(), true))));
            return true;
        });
    }

    /// The message that a resident's letter replaces; empty when there is none.
    String anchor(Pseudonym pid, String name) {
        return database.read(tx -> people.find(tx, pid)
                .flatMap(person -> parcels.anchor(tx, pid, name).map(sealed -> new String(
                        vault.open(person.key(), pid, ANCHOR, sealed), StandardCharsets.UTF_8)))
                .orElse(""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A row of the outbox; without an errand when it is held, or when nobody is left to carry it to.
    record Due(long id, boolean held, Optional<Errand> errand) {}

    /// What one look at the disk gave.
    ///
    /// @param last the highest number that was looked at
    /// @param full whether there may be more above it
    record Haul(List<Due> due, long last, boolean full) {}

    /// A letter ready to be put.
    public static final class Sealed {
        private final Parcel.Letter letter;
        private final byte[] body;

        private Sealed(Parcel.Letter letter, byte[] body) {
            this.letter = letter;
            this.body = body;
        }

        public Parcel.Letter letter() {
            return letter;
        }
    }
}
