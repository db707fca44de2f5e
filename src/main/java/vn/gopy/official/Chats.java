package vn.gopy.official;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.gopy.db.Tx;
import vn.gopy.official.People.Handed;

/// Chats in which officials ask for the figures of their place, linked to their account by a one-time code.
///
/// A chat is known here by a hash under a key of its own, of which the day alone is told: with the whole
/// database in hand nobody gets from an account to what its owner said as a resident (contracts.md P1).
public final class Chats {
    private final SqlChats rows = new SqlChats();
    private final Codes codes = new Codes();
    private final Officials.Desk desk;
    private final Proofs proofs;

    Chats(Officials.Desk desk) {
        this.desk = desk;
        proofs = new Proofs(desk);
    }

    /// What became of a wish for a code.
    public sealed interface Wish {
        /// Here it is.
        record Given(Handed handed) implements Wish {}

        record Not(Fault fault) implements Wish {}
    }

    /// What became of a code that was typed in a chat.
    public enum Link {
        LINKED, REFUSED
    }

    /// Gives an official a code for a chat, if the password is right.
    public Wish code(Account account, String password, String address) {
        var code = codes.recovery();
        var until = desk.clock().instant().plus(desk.parts().settings().code());
        var fault = proofs.once(account, proofs.of(account, password, address), tx -> {
            rows.setCode(tx, account.id(), Codes.hash(Codes.typed(code)), until);
            desk.audit().write(tx, account.id(), Deed.CODE_GIVEN, account.id() + " chat");
        });
        return fault.<Wish>map(Wish.Not::new).orElseGet(() -> new Wish.Given(new Handed(code, until)));
    }

    /// Whether a chat may try a code now. The try counts as a failure until [#right] says otherwise.
    public boolean mayTry(String chat) {
        return desk.attempts()
                .take(Attempts.linksFrom(chat), Attempts.linksFrom(chat), desk.clock().instant())
                .isZero();
    }

    /// The last try was none to count.
    public void right(String chat) {
        desk.attempts().right(Attempts.linksFrom(chat), Attempts.linksFrom(chat));
    }

    /// Uses a code up and links the chat in which it was typed; earlier links of both end.
    ///
    /// @param chat channel and the channel's id of it
    public Link link(Tx tx, String chat, String typed, Instant now) {
        var owner = rows.ofCode(tx, Codes.hash(Codes.typed(typed)), now);
        if (owner.isEmpty()) {
            return Link.REFUSED;
        }
        long official = owner.get();
        rows.useCode(tx, official, now);
        unlink(tx, chat);
        ended(tx, official, official);
        rows.link(tx, mark(chat), official, now);
        desk.audit().write(tx, official, Deed.CHAT_LINKED, Long.toString(official));
        return Link.LINKED;
    }

    /// Undoes the link of a chat; false when it has none.
    public boolean unlink(Tx tx, String chat) {
        var owner = rows.owner(tx, mark(chat));
        owner.ifPresent(official -> ended(tx, official, official));
        return owner.isPresent();
    }

    /// Undoes the link of an official's chat.
    public void unlink(Account account) {
        desk.database().ledger().commit(tx -> {
            ended(tx, account.id(), account.id());
            return true;
        });
    }

    /// The link and the code of an official end.
    ///
    /// @param by who ends it
    void ended(Tx tx, long by, long official) {
        rows.forgetCode(tx, official);
        if (rows.unlink(tx, official)) {
            desk.audit().write(tx, by, Deed.CHAT_UNLINKED, Long.toString(official));
        }
    }

    /// The account that a chat is linked to, with the role and place it has at this moment.
    public Optional<Account> reader(String chat) {
        return desk.database().read(tx -> rows.reader(tx, mark(chat)));
    }

    /// Whether a chat is linked to an open account.
    public boolean isLinked(Tx tx, String chat) {
        return rows.reader(tx, mark(chat)).isPresent();
    }

    /// Since which day an official's chat is linked.
    public Optional<LocalDate> since(Account account) {
        return desk.database().read(tx -> rows.since(tx, account.id()));
    }

    private byte[] mark(String chat) {
        return desk.parts().safe().chat(chat);
    }
}
