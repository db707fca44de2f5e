package vn.gopy.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import vn.gopy.chat.Address;
import vn.gopy.chat.Reply;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Puts letters to many, few at a time, and only while few wait to be carried, so that whoever writes meanwhile
/// is answered without waiting. That somebody is told is kept with their letter in one transaction: after a
/// crash the round goes on where it was.
public final class Round {
    /// So many letters are put at a time, and none while so many wait.
    public static final int TOGETHER = 20;

    private final Parts parts;
    private final SqlPeople people;

    /// What it works with.
    ///
    /// @param waiting how many letters wait to be carried now
    /// @param postman takes the letters that were put in the outbox
    public record Parts(Database database, Vault vault, Outbox outbox, Daytime daytime, IntSupplier waiting,
            Consumer<List<Parcel.Letter>> postman) {}

    public Round(Parts parts) {
        this.parts = parts;
        people = new SqlPeople(parts.vault());
    }

    /// Somebody who is to be told, in their language.
    public record Recipient(Pseudonym person, Language language) {}

    /// What is told.
    public interface Mail {
        Reply write(Language language);

        /// Notes that somebody is told; false when they were told before, or do not wish it any more.
        boolean tell(Tx tx, Pseudonym person);
    }

    /// Whether it is day, and few letters wait.
    public boolean mayPut() {
        return parts.daytime().mayWrite() && parts.waiting().getAsInt() < TOGETHER;
    }

    /// Puts a letter to each who can be reached.
    public void put(List<Recipient> some, Mail mail) {
        var letters = some.stream().map(one -> sealed(one, mail)).flatMap(Optional::stream).toList();
        if (letters.isEmpty()) {
            return;
        }
        var now = parts.daytime().clock().instant();
        parts.postman().accept(parts.database().ledger().commit(tx -> {
            var put = new ArrayList<Parcel.Letter>();
            for (var one : letters) {
                if (mail.tell(tx, one.letter().person())) {
                    parts.outbox().put(tx, one, now);
                    put.add(one.letter());
                }
            }
            return put;
        }));
    }

    private Optional<Outbox.Sealed> sealed(Recipient one, Mail mail) {
        return parts.database().read(tx -> people.find(tx, one.person())).filter(Person::reachable)
                .flatMap(person -> person.address().map(address -> parts.outbox().seal(person,
                        Address.parse(address), mail.write(one.language()))));
    }
}
