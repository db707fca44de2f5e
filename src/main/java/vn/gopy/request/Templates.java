package vn.gopy.request;

import java.util.List;
import java.util.Optional;
import vn.gopy.db.Database;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.text.Tidying;

/// Beginnings of answers: each office keeps its own, and reads those of the province. They hold nothing of a
/// resident.
public final class Templates {
    /// So many an office may keep.
    public static final int MOST = 50;
    /// So long a name may be.
    public static final int LONGEST_NAME = 60;

    private final Database database;
    private final AuditTrail audit;
    private final SqlTemplates sql = new SqlTemplates();

    public Templates(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /// What an official may begin an answer with.
    public List<Template> of(Account official) {
        return database.read(tx -> sql.list(tx, official.scope().toString()));
    }

    /// Keeps a beginning for the official's own office.
    public Optional<Fault> keep(Account official, String typedName, String typed) {
        var name = Tidying.tidy(typedName).replace('\n', ' ');
        var text = Tidying.tidy(typed);
        var fault = Desk.length(text).or(() -> name.isBlank()
                ? Optional.of(Fault.EMPTY)
                : Optional.of(Fault.LONG).filter(_ -> name.length() > LONGEST_NAME));
        if (fault.isPresent()) {
            return fault;
        }
        var scope = official.scope().toString();
        return database.ledger().commit(tx -> {
            if (sql.count(tx, scope) >= MOST) {
                return Optional.of(Fault.LONG);
            }
            sql.keep(tx, scope, name, text);
            audit.write(tx, official.id(), Deed.TEMPLATE_KEPT, scope);
            return Optional.<Fault>empty();
        });
    }

    /// Drops one of the official's own office; false when it is gone or another's.
    public boolean drop(Account official, long id) {
        var scope = official.scope().toString();
        return database.ledger().commit(tx -> {
            boolean gone = sql.drop(tx, scope, id);
            if (gone) {
                audit.write(tx, official.id(), Deed.TEMPLATE_DROPPED, scope + " " + id);
            }
            return gone;
        });
    }
}
