package vn.gopy.official;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Tx;

/// What operators do: invite, change roles, disable, give one-time codes. Each ends the sessions of whom it
/// concerns.
public final class People {
    private final SqlOfficials officials = new SqlOfficials();
    private final SqlCodes given = new SqlCodes();
    private final Codes codes = new Codes();
    private final Officials.Desk desk;

    People(Officials.Desk desk) {
        this.desk = desk;
    }

    /// A one-time code, to be handed over in person.
    public record Handed(String code, Instant until) {
        @Override
        public String toString() {
            return "***";
        }
    }

    public List<Account> all() {
        return desk.database().read(officials::all);
    }

    public Optional<Account> find(long id) {
        return desk.database().read(tx -> officials.find(tx, id)).map(SqlOfficials.Kept::account);
    }

    /// Whether somebody can invite others; when nobody can, the command line does.
    public boolean hasOperator() {
        return desk.database().read(officials::operators) > 0;
    }

    /// Whether a role may have a scope: operators and auditors look after the whole service, and a unit must
    /// exist.
    public boolean fits(Role role, Scope scope) {
        return switch (scope) {
            case Scope.Province() -> true;
            case Scope.Commune(var unit) ->
                !role.isOfTheHouse() && unit.isNew() && desk.parts().gazetteer().unit(unit).isPresent();
        };
    }

    /// Makes a code for a new account.
    public Handed invite(long by, Role role, Scope scope) {
        if (!fits(role, scope)) {
            throw new IllegalArgumentException("this role does not hold in this place");
        }
        return hand(by, new Welcome(Welcome.Kind.JOIN, 0, role, scope), Deed.INVITED,
                role.word() + " " + scope);
    }

    /// Makes a code for an account that is there: for a password, or for all anew.
    public Handed code(long by, Account account, Welcome.Kind kind) {
        if (kind == Welcome.Kind.JOIN) {
            throw new IllegalArgumentException("an account that is there does not join");
        }
        return hand(by, new Welcome(kind, account.id(), account.role(), account.scope()), Deed.CODE_GIVEN,
                account.id() + " " + kind.word());
    }

    private Handed hand(long by, Welcome welcome, Deed deed, String what) {
        var code = codes.once();
        var until = desk.clock().instant().plus(desk.parts().settings().code());
        desk.database().ledger().commit(tx -> {
            given.forget(tx, desk.clock().instant());
            given.add(tx, Codes.hash(Codes.typed(code)), welcome, new Welcome.By(by, until));
            desk.audit().write(tx, by, deed, what);
            return true;
        });
        return new Handed(code, until);
    }

    /// Gives an official another role or place, and ends their sessions; or tells why not.
    public Optional<Fault> change(long by, long id, Role role, Scope scope) {
        if (!fits(role, scope)) {
            return Optional.of(Fault.SCOPE_WRONG);
        }
        return desk.database().ledger().commit(tx -> {
            if (role != Role.OPERATOR && isLastOperator(tx, id)) {
                return Optional.of(Fault.LAST_OPERATOR);
            }
            officials.setRole(tx, id, role, scope);
            ended(tx, id);
            desk.audit().write(tx, by, Deed.ROLE_CHANGED, id + " " + role.word() + " " + scope);
            return Optional.<Fault>empty();
        });
    }

    /// Lets an official in or out; or tells why not.
    public Optional<Fault> enable(long by, long id, boolean enabled) {
        return desk.database().ledger().commit(tx -> {
            if (!enabled && isLastOperator(tx, id)) {
                return Optional.of(Fault.LAST_OPERATOR);
            }
            officials.enable(tx, id, enabled);
            ended(tx, id);
            if (!enabled) {
                new Chats(desk).ended(tx, by, id);
            }
            desk.audit().write(tx, by, enabled ? Deed.ENABLED : Deed.DISABLED, Long.toString(id));
            return Optional.<Fault>empty();
        });
    }

    private boolean isLastOperator(Tx tx, long id) {
        return officials.operators(tx) == 1
                && officials.find(tx, id).map(SqlOfficials.Kept::account)
                        .filter(account -> account.enabled() && account.role() == Role.OPERATOR).isPresent();
    }

    /// Their sessions, the codes for them, and those that they gave out.
    private void ended(Tx tx, long id) {
        desk.sessions().endAll(tx, id);
        given.forgetOf(tx, id);
    }
}
