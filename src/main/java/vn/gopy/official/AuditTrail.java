package vn.gopy.official;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.vault.Safe;

/// Who did what, when and on what, in an order that nobody changes unnoticed: each row is linked to the one
/// before it by a keyed hash, and a seal holds both ends (contracts.md section 5, row 45). Content never
/// stands in it.
public final class AuditTrail {
    /// Who acts from the command line of the machine, or has not signed in.
    public static final long NOBODY = 0;

    private final Database database;
    private final SqlAudit rows;
    private final InstantSource clock;

    public AuditTrail(Database database, Safe safe, InstantSource clock) {
        this.database = database;
        rows = new SqlAudit(safe);
        this.clock = clock;
    }

    /// One row.
    ///
    /// @param who  the account's id, or [#NOBODY]
    /// @param what what it was done on: an account's id, a route, a release's id
    public record Entry(long id, Instant at, long who, Deed deed, String what) {}

    /// Whether the trail is as it was written.
    public sealed interface Verdict {
        /// It is.
        ///
        /// @param end the last link, in hexadecimal: noted elsewhere, it shows later that none was exchanged
        record Fits(long rows, String end) implements Verdict {}

        /// It is not.
        ///
        /// @param row the first that does not fit
        record Broken(long row, String why) implements Verdict {}
    }

    /// Writes a row in the transaction of the deed itself: both are there, or neither.
    public void write(Tx tx, long who, Deed deed, String what) {
        rows.append(tx, new Entry(0, clock.instant(), who, deed, what));
    }

    /// Writes a row about a deed that has no transaction of its own.
    public void note(long who, Deed deed, String what) {
        database.ledger().commit(tx -> {
            write(tx, who, deed, what);
            return true;
        });
    }

    /// The same, unless the last row about such a deed tells the same.
    public void noteChange(Deed deed, String what) {
        var last = database.read(tx -> rows.last(tx, deed));
        if (last.filter(what::equals).isEmpty()) {
            note(NOBODY, deed, what);
        }
    }

    /// Reads all rows and tells the first that does not fit. A row that is written meanwhile may look like a
    /// fault: what does not fit is read once more between two writings.
    public Verdict verify() {
        var verdict = database.read(rows::verify);
        return verdict instanceof Verdict.Fits ? verdict : database.ledger().commit(rows::verify);
    }

    /// The newest rows first.
    public List<Entry> newest(int most) {
        return newest(Long.MAX_VALUE, most);
    }

    /// Rows with a number under this one, the newest first: page by page, however long the trail is.
    public List<Entry> newest(long before, int most) {
        return database.read(tx -> rows.newest(tx, before, most));
    }

    /// Whether the rows between two numbers, both included, fit each other and what lies around them. It reads
    /// those alone, between two writings.
    public Verdict verify(long low, long high) {
        return database.ledger().commit(tx -> rows.verify(tx, low, high));
    }

    /// Drops what is older than a moment, from the beginning; gives back how many rows. With `dryRun` it only
    /// counts.
    public int forget(Instant before, boolean dryRun) {
        return dryRun
                ? database.read(tx -> rows.older(tx, before))
                : database.ledger().commit(tx -> rows.forget(tx, before));
    }
}
