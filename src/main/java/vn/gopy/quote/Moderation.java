package vn.gopy.quote;

import java.util.List;
import java.util.Optional;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Scope;
import vn.gopy.place.UnitId;
import vn.gopy.vault.Vault;

/// Where editors release or decline chosen sentences: one proposes a wording, another agrees to it. All they
/// do stands in the audit trail, without a word of it (contracts.md P11, row 45).
public final class Moderation {
    private final Database database;
    private final SqlModeration sql;
    private final AuditTrail audit;

    public Moderation(Database database, Vault vault, AuditTrail audit) {
        this.database = database;
        sql = new SqlModeration(vault);
        this.audit = audit;
    }

    /// The sentences that an editor may decide on, in an order that tells nothing. Looking stands in the trail.
    public List<Candidate> look(Account editor) {
        var seen = database.read(tx -> mine(tx, editor)).stream().map(SqlModeration.Chosen::candidate)
                .toList();
        audit.note(editor.id(), Deed.QUOTES_SEEN, editor.scope() + " " + seen.size());
        return seen;
    }

    private List<SqlModeration.Chosen> mine(Tx tx, Account editor) {
        return sql.open(tx, editor.id()).stream().filter(one -> covers(editor.scope(), one)).toList();
    }

    /// An editor of one unit decides on what was chosen for that unit's page.
    private static boolean covers(Scope scope, SqlModeration.Chosen one) {
        return switch (scope) {
            case Scope.Province() -> true;
            case Scope.Commune _ ->
                UnitId.parse("new:" + one.area().code()).map(scope::covers).orElse(false);
        };
    }

    /// Proposes how a sentence is to be shown.
    ///
    /// @param revision that of the sentence which the editor saw
    public Optional<Fault> propose(Account editor, long id, int revision, String wording) {
        return database.ledger().commit(tx -> {
            var seen = find(tx, editor, id, revision);
            if (seen.isEmpty() || seen.get().candidate().released()) {
                return Optional.of(Fault.CHANGED);
            }
            var candidate = seen.get().candidate();
            var fault = Wording.fault(candidate.text(), wording);
            if (fault.isPresent()) {
                return fault;
            }
            return written(tx, sql.propose(tx, candidate, Wording.tidy(wording), editor.id()),
                    new Done(editor, Deed.QUOTE_PROPOSED, seen.get().theme()));
        });
    }

    /// Agrees to what another editor proposed: from now on it is shown.
    public Optional<Fault> agree(Account editor, long id, int revision) {
        return database.ledger().commit(tx -> {
            var seen = find(tx, editor, id, revision);
            if (seen.isPresent() && seen.get().proposer() == editor.id()) {
                return Optional.of(Fault.OWN);
            }
            return seen.isEmpty()
                    ? Optional.of(Fault.CHANGED)
                    : written(tx, sql.agree(tx, seen.get().candidate(), editor.id()),
                            new Done(editor, Deed.QUOTE_RELEASED, seen.get().theme()));
        });
    }

    /// Declines a sentence, also one that is shown already; the reason is counted in public.
    ///
    /// @param reason one of the words of [Reason]
    public Optional<Fault> decline(Account editor, long id, int revision, String reason) {
        var known = Reason.of(reason);
        if (known.isEmpty()) {
            return Optional.of(Fault.NO_REASON);
        }
        return database.ledger().commit(tx -> {
            var seen = find(tx, editor, id, revision);
            return seen.isEmpty()
                    ? Optional.of(Fault.CHANGED)
                    : written(tx, sql.decline(tx, seen.get(), known.get()),
                            new Done(editor, Deed.QUOTE_DECLINED,
                                    seen.get().theme() + ' ' + known.get().word()));
        });
    }

    private Optional<SqlModeration.Chosen> find(Tx tx, Account editor, long id, int revision) {
        return mine(tx, editor).stream()
                .filter(one -> one.candidate().id() == id && one.candidate().revision() == revision)
                .findFirst();
    }

    private record Done(Account editor, Deed deed, String what) {}

    private Optional<Fault> written(Tx tx, boolean changed, Done done) {
        if (!changed) {
            return Optional.of(Fault.CHANGED);
        }
        audit.write(tx, done.editor().id(), done.deed(), done.what());
        return Optional.empty();
    }
}
