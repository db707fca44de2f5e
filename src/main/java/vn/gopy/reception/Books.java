package vn.gopy.reception;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gopy.chat.Address;
import vn.gopy.chat.Inbox.DeadLetter;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Reply.Care;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.db.WriteSet;
import vn.gopy.dialogue.Event;
import vn.gopy.dialogue.Turn;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Writes a turn down: heard-mark, person, session, events and letters, in one write-set. All that can be
/// computed before (sealing, hashing) is computed before, outside of the single writer.
final class Books {
    private static final Duration UNCONSENTED = Duration.ofHours(24);
    private static final Duration AFTER_ERASURE = Duration.ofHours(1);

    private final Database database;
    private final Outbox outbox;
    private final SqlHeard heard;
    private final SqlSessions sessions;
    private final SqlPeople people;
    private final Recorder recorder;
    private final Keeping keeping;

    Books(Database database, Vault vault, Outbox outbox, Keeping keeping) {
        this.database = database;
        this.outbox = outbox;
        this.keeping = keeping;
        heard = new SqlHeard(database, vault);
        sessions = new SqlSessions(vault);
        people = new SqlPeople(vault);
        recorder = new Recorder(vault, outbox);
    }

    /// Records a turn; empty when its message was heard before. Throws [SessionMoved] when the session was
    /// changed meanwhile, and then nothing is recorded.
    Optional<Entry> record(Session session, Incoming incoming, Turn turn, Instant now) {
        boolean erased = turn.records(Event.Erased.class);
        boolean addressKept = !erased && addressKept(session.person(), now);
        var person = addressKept
                ? session.person()
                : addressed(session.person(), incoming.from(), now, erased);
        var letters = letters(turn, person, incoming.from());
        boolean consented = consentedAfter(session, turn);
        var lasting = consented && !erased
                ? sessions.lasting(person, turn.next(), session.lasting())
                : Optional.<SqlSessions.Lasting>empty();
        var after = session.after(turn.next(), lasting, person);
        var page = new Page(session, after, incoming, turn, letters);
        if (!database.ledger().commit(write(page, new Change(erased, addressKept, consented), now))) {
            return Optional.empty();
        }
        return Optional.of(new Entry(after.after(turn.events()), hands(page)));
    }

    private List<Outbox.Sealed> letters(Turn turn, Person person, Address to) {
        var letters = new ArrayList<Outbox.Sealed>(turn.replies().size());
        for (var reply : turn.replies()) {
            if (reply.care() != Care.PRESS_ANSWER) {
                letters.add(outbox.seal(person, to, reply));
            }
        }
        return letters;
    }

    private WriteSet<Boolean> write(Page page, Change change, Instant now) {
        var marks = heard.marks(page.incoming);
        var person = page.after.person();
        var row = change.addressKept
                ? Optional.<SqlPeople.Prepared>empty()
                : Optional.of(people.prepare(person));
        var state = sessions.seal(person, page.turn.next(), page.after.lasting(),
                now.plus(change.consented ? keeping.session() : UNCONSENTED));
        return tx -> {
            if (!heard.hear(tx, marks, now)) {
                return false;
            }
            if (change.erased) {
                page.turn.events().forEach(event -> recorder.record(tx, event, page.occasion(marks, now)));
                row.ifPresent(fresh -> people.meet(tx, fresh, now));
            } else {
                row.ifPresent(changed -> meet(tx, changed, page.before.known(), now));
                sessions.keep(tx, page.after.version(), state);
                page.turn.events().forEach(event -> recorder.record(tx, event, page.occasion(marks, now)));
            }
            page.letters.forEach(letter -> outbox.put(tx, letter, now));
            return true;
        };
    }

    /// Whether their consent is in force after the turn.
    private static boolean consentedAfter(Session before, Turn turn) {
        return !turn.records(Event.ConsentWithdrawn.class)
                && (before.resident().consented() || turn.records(Event.ConsentGiven.class));
    }

    private void meet(Tx tx, SqlPeople.Prepared row, boolean known, Instant now) {
        if (known) {
            people.keepAddress(tx, row);
        } else if (!people.meet(tx, row, now)) {
            throw new SessionMoved();
        }
    }

    private boolean addressKept(Person person, Instant now) {
        return person.address().isPresent() && person.reachable()
                && person.until().isAfter(now.plus(keeping.address()).minus(Duration.ofDays(1)));
    }

    /// The person with their address kept anew; under a new key when they were just erased, for the
    /// confirmation.
    private Person addressed(Person person, Address from, Instant now, boolean erased) {
        var key = erased ? recorder.newKey() : person.key();
        var until = now.plus(erased ? AFTER_ERASURE : keeping.address());
        return new Person(person.pid(), key, Optional.of(from.line()), until, true);
    }

    private List<Parcel.Letter> hands(Page page) {
        var all = new ArrayList<Parcel.Letter>();
        for (var reply : page.turn.replies()) {
            if (reply.care() == Care.PRESS_ANSWER) {
                all.add(unkept(page.after.person().pid(), page.incoming, reply));
            }
        }
        page.letters.forEach(letter -> all.add(letter.letter()));
        return all;
    }

    /// A letter that is not kept; it answers the press when it is the answer to one.
    private Parcel.Letter unkept(Pseudonym person, Incoming incoming, Reply reply) {
        var key = reply.care() == Care.PRESS_ANSWER && incoming.content() instanceof Incoming.Pressed pressed
                ? pressed.pressKey()
                : "";
        return outbox.unkept(person, incoming.from(), reply, key);
    }

    /// Marks an arrival as heard and keeps nothing else of it, such as a group's command (contracts.md T12);
    /// empty when it was heard before. The replies go once or not at all.
    Optional<List<Parcel.Letter>> inPassing(Pseudonym sender, Incoming incoming, List<Reply> replies,
            Instant now) {
        var marks = heard.marks(incoming);
        if (!database.ledger().commit(tx -> heard.hear(tx, marks, now))) {
            return Optional.empty();
        }
        return Optional.of(
                replies.stream().map(reply -> unkept(sender, incoming, reply)).toList());
    }

    /// The same, with an answer that is found, and acts, within the transaction.
    Optional<List<Parcel.Letter>> inPassing(Pseudonym sender, Incoming incoming,
            Function<Tx, List<Reply>> answer, Instant now) {
        var marks = heard.marks(incoming);
        var replies = database.ledger().commit(tx -> heard.hear(tx, marks, now)
                ? Optional.of(answer.apply(tx))
                : Optional.<List<Reply>>empty());
        return replies.map(all -> all.stream().map(reply -> unkept(sender, incoming, reply)).toList());
    }

    /// Marks what came from no person as heard, and acts on it within the transaction; false, doing nothing, for a
    /// repeat. Such messages are many, so only the mark of the delivery is kept, for as long as it may be repeated.
    boolean heardOnce(Incoming incoming, Consumer<Tx> act, Instant now) {
        var marks = heard.marks(incoming);
        return database.ledger().commit(tx -> {
            boolean first = heard.hearDelivery(tx, marks, now);
            if (first) {
                act.accept(tx);
            }
            return first;
        });
    }

    /// The resident blocked the bot: their letters are dropped, what they said is kept. False for a repeat.
    boolean unreachable(Pseudonym person, Incoming incoming, Instant now) {
        var marks = heard.marks(incoming);
        return database.ledger().commit(tx -> {
            if (!heard.hear(tx, marks, now)) {
                return false;
            }
            outbox.dropLetters(tx, person);
            people.unreachable(tx, person);
            return true;
        });
    }

    /// Keeps the note of something unreadable; false for a repeat.
    boolean park(DeadLetter letter, Instant now) {
        var note = heard.note(letter);
        return database.ledger().commit(tx -> heard.park(tx, note, now));
    }

    /// A turn that failed for a fault of ours: the message counts as heard, its kind is noted, the resident
    /// is told; empty when it was heard before.
    Optional<List<Parcel.Letter>> failed(Pseudonym person, Incoming incoming, Failure failure, Instant now) {
        var marks = heard.marks(incoming);
        var note = heard.note(failure.note());
        boolean first = database.ledger().commit(
                tx -> heard.hear(tx, marks, now) && heard.park(tx, note, now));
        return first
                ? Optional.of(failure.told().stream()
                        .map(reply -> unkept(person, incoming, reply)).toList())
                : Optional.empty();
    }

    /// What is noted of a failed turn, and what its resident hears.
    record Failure(DeadLetter note, List<Reply> told) {}

    /// What came of it: the file after the turn (empty when it must be read anew) and the letters to hand
    /// over.
    record Entry(Optional<Session> after, List<Parcel.Letter> letters) {}

    private record Change(boolean erased, boolean addressKept, boolean consented) {}

    private record Page(Session before, Session after, Incoming incoming, Turn turn,
            List<Outbox.Sealed> letters) {
        Recorder.Occasion occasion(SqlHeard.Marks marks, Instant now) {
            return new Recorder.Occasion(after.person(), incoming, marks, now);
        }
    }
}
