package vn.gopy.poll;

import java.nio.charset.StandardCharsets;
import vn.gopy.chat.Ballot;
import vn.gopy.chat.Delivery;
import vn.gopy.db.Tx;
import vn.gopy.outbox.Parcel;
import vn.gopy.outbox.Returns;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;
import vn.gopy.vault.VaultException;

/// Notes what became of polls that were posted in groups, or stopped there.
public final class GroupReturns implements Returns {
    private static final String MESSAGE = "group poll";

    private final Vault vault;
    private final SqlPeople people;
    private final SqlGroupPolls polls = new SqlGroupPolls();

    public GroupReturns(Vault vault) {
        this.vault = vault;
        people = new SqlPeople(vault);
    }

    @Override
    public void came(Tx tx, Parcel.Letter letter, Delivery.Polled polled) {
        switch (letter.reply().ballot().orElseThrow()) {
            case Ballot.Post _ -> posted(tx, letter, polled);
            case Ballot.Stop _ -> polls.countLast(tx, letter.id(), polled.totals());
        }
    }

    private void posted(Tx tx, Parcel.Letter letter, Delivery.Polled polled) {
        try {
            people.find(tx, letter.person()).ifPresent(group -> polls.posted(tx, letter.id(),
                    polled.totals().poll(), sealed(group, polled.messageId())));
        } catch (VaultException _) {
            // It is not counted. If the letter stayed for that, the group would get it without end.
        }
    }

    private byte[] sealed(Person group, String messageId) {
        return vault.seal(group.key(), group.pid(), MESSAGE, messageId.getBytes(StandardCharsets.UTF_8));
    }

    /// The message by which a poll is stopped.
    static String message(Vault vault, Person group, byte[] sealed) {
        return new String(vault.open(group.key(), group.pid(), MESSAGE, sealed), StandardCharsets.UTF_8);
    }
}
