package vn.gopy.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.gopy.chat.Address;
import vn.gopy.chat.Totals;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.vault.Person;
import vn.gopy.vault.PersonKey;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Polls that groups ask for. Of a group its sealed address is kept, as a resident's is, and only until its polls are
/// stopped; of whoever asked, or votes, nothing.
public final class GroupPolls {
    /// So many a group gets within a day.
    static final int MOST = 3;
    private static final Duration DAY = Duration.ofDays(1);
    /// How long after its end a poll may still have to be stopped.
    private static final Duration AFTER_END = Duration.ofDays(2);

    private final Parts parts;
    private final SqlPolls polls = new SqlPolls();
    private final SqlGroupPolls groups = new SqlGroupPolls();
    private final SqlPeople people;

    /// What it works with.
    public record Parts(Database database, Vault vault, Outbox outbox, GroupBallot ballot) {}

    public GroupPolls(Parts parts) {
        this.parts = parts;
        people = new SqlPeople(parts.vault());
    }

    /// What a group is answered.
    public sealed interface Answer {
        /// It gets a poll; the letter is ready to be put by [#post].
        record Ready(Poll poll, Outbox.Sealed letter, SqlPeople.Prepared group) implements Answer {}

        /// It gets none, and this phrase says why.
        record None(String phrase) implements Answer {}
    }

    /// What a group that asks for a poll is answered: the one opened last that it does not hold yet. Two commands of
    /// one group must not be heard at once.
    public Answer asked(Address group, Instant now) {
        var place = place(group);
        return parts.database().read(tx -> {
            var open = polls.open(tx, now);
            var held = groups.in(tx, place);
            var next = open.stream().filter(poll -> !held.contains(poll.id())).findFirst();
            if (next.isEmpty()) {
                return new Answer.None(open.isEmpty() ? "poll.none" : "group.poll.posted");
            }
            return groups.since(tx, place, now.minus(DAY)) >= MOST
                    ? new Answer.None("group.poll.enough")
                    : ready(next.get(), group, people.find(tx, place));
        });
    }

    private Answer ready(Poll poll, Address group, Optional<Person> known) {
        var until = poll.endsAt().plus(AFTER_END);
        var key = known.map(Person::key).orElseGet(parts.vault()::newKey);
        var person = person(group, key,
                known.map(Person::until).filter(before -> before.isAfter(until)).orElse(until));
        return new Answer.Ready(poll, parts.outbox().seal(person, group, parts.ballot().post(poll)),
                people.prepare(person));
    }

    private Person person(Address group, PersonKey key, Instant until) {
        return new Person(place(group), key, Optional.of(group.line()), until, true);
    }

    private Pseudonym place(Address group) {
        return parts.vault().pseudonym(group.channel(), group.id());
    }

    /// Puts the letter that posts a poll. After the commit it must be handed to the postman; empty when the poll has
    /// ended meanwhile.
    public Optional<Parcel.Letter> post(Tx tx, Answer.Ready ready, Instant now) {
        var letter = ready.letter().letter();
        if (!groups.post(tx, ready.poll(), letter.person(), letter.id(), now)) {
            return Optional.empty();
        }
        if (!people.meet(tx, ready.group(), now)) {
            people.keepAddress(tx, ready.group());
        }
        parts.outbox().put(tx, ready.letter(), now);
        return Optional.of(letter);
    }

    /// A poll in some group stands so; what comes late, or after it was stopped, changes nothing.
    public void count(Tx tx, Totals totals, long order, Instant now) {
        groups.count(tx, totals, order, now);
    }
}
