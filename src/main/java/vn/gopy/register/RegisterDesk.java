package vn.gopy.register;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Scope;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Document;

/// Where editors keep the registers. Every change leaves what stood before, and a row in the audit trail. An
/// editor of one commune keeps the models of that commune; the rest is for editors of the whole house.
public final class RegisterDesk {
    private final Parts parts;
    private final SqlRegister sql = new SqlRegister();

    /// What the desk works with.
    ///
    /// @param library the documents that stand in the register already
    public record Parts(Database database, AuditTrail audit, Proofreader proofreader,
            Supplier<List<Document>> library, InstantSource clock) {}

    public RegisterDesk(Parts parts) {
        this.parts = parts;
    }

    /// All entries that ever were, by number.
    public List<Entry> all(Register register) {
        return parts.database.read(tx -> sql.all(tx, register));
    }

    public Optional<Entry> find(Register register, long id) {
        return parts.database.read(tx -> sql.find(tx, register, id));
    }

    /// What an entry said, the newest first.
    public List<Version> versions(Entry entry) {
        return parts.database.read(tx -> sql.versions(tx, entry.id()));
    }

    /// Whether an official may change entries with such cells.
    public boolean mayKeep(Account editor, Register register, Cells cells) {
        return switch (editor.scope()) {
            case Scope.Province() -> true;
            case Scope.Commune _ -> register == Register.MODELS && UnitId.parse("new:" + cells.of("unit"))
                    .filter(editor.scope()::covers).isPresent();
        };
    }

    /// Adds an entry.
    public Outcome add(Account editor, Register register, Map<String, String> typed) {
        return parts.database.ledger().commit(tx -> {
            var checked = check(tx, editor, register, typed, 0);
            if (!checked.flaws().isEmpty()) {
                return new Outcome.Refused(checked.flaws());
            }
            long id = insert(tx, editor, register, checked.cells());
            parts.audit.write(tx, editor.id(), Deed.REGISTER_ADDED, register.word() + " " + id);
            return new Outcome.Done(id);
        });
    }

    /// What is wrong with a typed entry, whoever holds its key already included.
    ///
    /// @param own the number of the entry that is changed, 0 for a new one
    Checked check(Tx tx, Account editor, Register register, Map<String, String> typed, long own) {
        var checked = parts.proofreader.read(register, typed);
        if (!checked.flaws().isEmpty()) {
            return checked;
        }
        return flaw(tx, editor, new Entry(own, register, checked.cells(), 0, Optional.empty()))
                .map(flaw -> new Checked(checked.cells(), List.of(flaw))).orElse(checked);
    }

    private Optional<Flaw> flaw(Tx tx, Account editor, Entry wished) {
        var register = wished.register();
        if (!mayKeep(editor, register, wished.cells())) {
            return Optional.of(Flaw.ofRow(Flaw.Kind.NOT_YOURS, ""));
        }
        var key = Keys.of(register, wished.cells());
        return sql.holder(tx, register, key, wished.id())
                .map(other -> Flaw.ofRow(Flaw.Kind.TAKEN, Long.toString(other)))
                .or(() -> ofLibrary(register, key));
    }

    private Optional<Flaw> ofLibrary(Register register, String key) {
        return register == Register.MODELS
                ? Optional.empty()
                : parts.library.get().stream()
                        .filter(document -> Keys.ofNumber(document.number()).equals(key)).findFirst()
                        .map(document -> Flaw.ofRow(Flaw.Kind.IN_LIBRARY, document.id()));
    }

    long insert(Tx tx, Account editor, Register register, Cells cells) {
        long id = sql.add(tx, register, Keys.of(register, cells), cells);
        sql.note(tx, id, new Version(1, Version.What.ADDED, cells, editor.id(), now()));
        return id;
    }

    private Instant now() {
        return parts.clock.instant();
    }

    /// What an editor does with an entry that they saw.
    public record Act(Account editor, Register register, long id, int revision) {}

    /// Says something else from now on.
    public Outcome change(Act act, Map<String, String> typed) {
        return parts.database.ledger().commit(tx -> {
            var seen = seen(tx, act).filter(Entry::stands);
            if (seen.isEmpty()) {
                return new Outcome.Changed();
            }
            var checked = check(tx, act.editor(), act.register(), typed, act.id());
            if (!checked.flaws().isEmpty()) {
                return new Outcome.Refused(checked.flaws());
            }
            if (!checked.cells().equals(seen.get().cells())) {
                update(tx, act.editor(), seen.get(), checked.cells());
                parts.audit.write(tx, act.editor().id(), Deed.REGISTER_CHANGED, what(act));
            }
            return new Outcome.Done(act.id());
        });
    }

    void update(Tx tx, Account editor, Entry seen, Cells cells) {
        write(tx, editor, seen, new Entry(seen.id(), seen.register(), cells, seen.revision() + 1,
                seen.withdrawnAt()), Version.What.CHANGED);
    }

    /// Takes an entry out of the register; its history stays for editors.
    public Outcome withdraw(Act act) {
        return decide(act, Entry::stands, Version.What.WITHDRAWN, Deed.REGISTER_WITHDRAWN);
    }

    /// Puts a withdrawn entry back, if nothing else has its place now.
    public Outcome restore(Act act) {
        return decide(act, entry -> !entry.stands() && !entry.erased(), Version.What.RESTORED,
                Deed.REGISTER_RESTORED);
    }

    /// Takes the words of a withdrawn entry away for good, out of its history too: for a name that got in.
    public Outcome erase(Act act) {
        return decide(act, entry -> !entry.stands() && !entry.erased(), Version.What.ERASED,
                Deed.REGISTER_ERASED);
    }

    private Outcome decide(Act act, Predicate<Entry> lets, Version.What what, Deed deed) {
        return parts.database.ledger().commit(tx -> {
            var seen = seen(tx, act).filter(lets);
            if (seen.isEmpty()) {
                return new Outcome.Changed();
            }
            var flaw = what == Version.What.RESTORED
                    ? flaw(tx, act.editor(), seen.get())
                    : Optional.<Flaw>empty();
            if (flaw.isPresent()) {
                return new Outcome.Refused(List.of(flaw.get()));
            }
            write(tx, act.editor(), seen.get(), after(seen.get(), what), what);
            parts.audit.write(tx, act.editor().id(), deed, what(act));
            return new Outcome.Done(act.id());
        });
    }

    private Entry after(Entry seen, Version.What what) {
        return new Entry(seen.id(), seen.register(),
                what == Version.What.ERASED ? new Cells(Map.of()) : seen.cells(), seen.revision() + 1,
                what == Version.What.RESTORED
                        ? Optional.empty()
                        : seen.withdrawnAt().or(() -> Optional.of(now())));
    }

    private void write(Tx tx, Account editor, Entry seen, Entry next, Version.What what) {
        sql.set(tx, seen, next.erased() ? "" : Keys.of(next.register(), next.cells()), next);
        if (what == Version.What.ERASED) {
            sql.emptyVersions(tx, seen.id());
        }
        sql.note(tx, seen.id(), new Version(next.revision(), what, next.cells(), editor.id(), now()));
    }

    /// The entry as the editor saw it, where it is theirs to keep.
    private Optional<Entry> seen(Tx tx, Act act) {
        return sql.find(tx, act.register(), act.id()).filter(entry -> entry.revision() == act.revision())
                .filter(entry -> mayKeep(act.editor(), act.register(), entry.cells()));
    }

    private static String what(Act act) {
        return act.register().word() + " " + act.id();
    }
}
