package vn.gopy.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.gopy.chat.Address;
import vn.gopy.db.Tx;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.VaultException;

/// Stops polls in groups once they are over in the register, and forgets where they were.
public final class GroupStops {
    private static final int TOGETHER = 100;

    private final GroupPolls.Parts parts;
    private final Consumer<List<Parcel.Letter>> postman;
    private final InstantSource clock;
    private final SqlGroupPolls groups = new SqlGroupPolls();
    private final SqlPeople people;

    /// Stops nothing before somebody has it look.
    ///
    /// @param postman takes the letters that were put in the outbox
    public GroupStops(GroupPolls.Parts parts, Consumer<List<Parcel.Letter>> postman, InstantSource clock) {
        this.parts = parts;
        this.postman = postman;
        this.clock = clock;
        people = new SqlPeople(parts.vault());
    }

    /// Does what is due; for one thread, every second or so.
    public void look() {
        var now = clock.instant();
        var left = parts.database().read(groups::left);
        if (!left.isEmpty()) {
            settle(left);
        }
        var over = parts.database().read(tx -> groups.over(tx, now, TOGETHER));
        if (!over.isEmpty()) {
            stop(over, now);
        }
    }

    /// Of a letter that is gone the result is noted, or it was given up.
    private void settle(List<SqlGroupPolls.Placed> left) {
        parts.database().ledger().commit(tx -> {
            left.forEach(placed -> settle(tx, placed));
            return true;
        });
    }

    private void settle(Tx tx, SqlGroupPolls.Placed placed) {
        groups.settled(tx, placed);
        if (groups.in(tx, placed.place()).isEmpty()) {
            parts.outbox().erase(tx, placed.place());
            people.forgetAddress(tx, placed.place());
        }
    }

    private void stop(List<SqlGroupPolls.Placed> over, Instant now) {
        var ready = over.stream().map(placed -> new Stop(placed, sealed(placed))).toList();
        postman.accept(parts.database().ledger().commit(tx -> {
            var put = new ArrayList<Parcel.Letter>();
            ready.forEach(stop -> stop.letter().ifPresentOrElse(letter -> {
                if (groups.stopping(tx, stop.placed(), letter.letter().id())) {
                    parts.outbox().put(tx, letter, now);
                    put.add(letter.letter());
                }
            }, () -> settle(tx, stop.placed())));
            return put;
        }));
    }

    /// @param letter empty when the group cannot be reached
    private record Stop(SqlGroupPolls.Placed placed, Optional<Outbox.Sealed> letter) {}

    private Optional<Outbox.Sealed> sealed(SqlGroupPolls.Placed placed) {
        try {
            return group(placed.place()).flatMap(group -> letter(group, placed));
        } catch (VaultException _) { // one group whose key is damaged must not keep the others' polls open
            return Optional.empty();
        }
    }

    private Optional<Outbox.Sealed> letter(Person group, SqlGroupPolls.Placed placed) {
        return group.address().flatMap(address -> placed.message()
                .map(message -> parts.outbox().seal(group, Address.parse(address),
                        parts.ballot().stop(GroupReturns.message(parts.vault(), group, message)))));
    }

    private Optional<Person> group(Pseudonym place) {
        return parts.database().read(tx -> people.find(tx, place)).filter(Person::reachable);
    }
}
