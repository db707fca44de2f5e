package vn.gopy.official;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.official.AuditTrail.Entry;
import vn.gopy.official.AuditTrail.Verdict;
import vn.gopy.vault.Safe;

/// The rows of the audit trail.
final class SqlAudit {
    private static final int LINK = 32;

    private static final String ENDS = """
            SELECT first, before, last, link, seal
              FROM audit_ends
            """;
    private static final String SET_ENDS = """
            INSERT INTO audit_ends (only_one, first, before, last, link, seal)
            VALUES (1, ?, ?, ?, ?, ?)
                ON CONFLICT (only_one) DO UPDATE
               SET first = excluded.first, before = excluded.before, last = excluded.last,
                   link = excluded.link, seal = excluded.seal
            """;
    private static final String APPEND = """
            INSERT INTO audit (id, at, who, deed, what, link)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String IN_ORDER = """
            SELECT id, at, who, deed, what, link
              FROM audit
             ORDER BY id
            """;
    private static final String IN_ORDER_WITHIN = """
            SELECT id, at, who, deed, what, link
              FROM audit
             WHERE id BETWEEN ? AND ?
             ORDER BY id
            """;
    private static final String NEWEST_BEFORE = """
            SELECT id, at, who, deed, what
              FROM audit
             WHERE id < ?
             ORDER BY id DESC
             LIMIT ?
            """;
    private static final String LAST = """
            SELECT what
              FROM audit
             WHERE deed = ?
             ORDER BY id DESC
             LIMIT 1
            """;
    private static final String FIRST_KEPT = """
            SELECT coalesce(min(id), (SELECT coalesce(max(id), 0) FROM audit))
              FROM audit
             WHERE at >= ?
            """;
    private static final String BEFORE = """
            SELECT count(*)
              FROM audit
             WHERE id < ?
            """;
    private static final String LINK_OF = """
            SELECT link
              FROM audit
             WHERE id = ?
            """;
    private static final String FORGET = """
            DELETE FROM audit
             WHERE id < ?
            """;

    private final Safe safe;

    SqlAudit(Safe safe) {
        this.safe = safe;
    }

    /// Appends a row; its id is the next one.
    void append(Tx tx, Entry entry) {
        var ends = ends(tx).orElseGet(this::beginning);
        long id = ends.last + 1;
        var link = link(ends.link, new Told(id, entry.at().toEpochMilli(), entry.who(), entry.deed().word(),
                entry.what()));
        tx.run(APPEND, id, entry.at().toEpochMilli(), entry.who(), entry.deed().word(), entry.what(), link);
        put(tx, ends, new Ends(ends.first, ends.before, id, link, ends.seal));
    }

    /// A seal that did not fit before is not made good: what was done to the ends stays visible.
    private void put(Tx tx, Ends before, Ends ends) {
        tx.run(SET_ENDS, ends.first, ends.before, ends.last, ends.link,
                fits(before) ? seal(ends) : before.seal);
    }

    private boolean fits(Ends ends) {
        return MessageDigest.isEqual(ends.seal, seal(ends));
    }

    private byte[] seal(Ends ends) {
        return safe.link(ends.before, "ends|" + ends.first + '|' + ends.last + '|'
                + HexFormat.of().formatHex(ends.link));
    }

    private byte[] link(byte[] before, Told row) {
        return safe.link(before, "row|" + row.id + '|' + row.at + '|' + row.who + '|' + row.deed + '|'
                + row.what);
    }

    private static Optional<Ends> ends(Tx tx) {
        return tx.first(ENDS, row -> new Ends(row.number(1), row.bytes(2), row.number(3), row.bytes(4),
                row.bytes(5)));
    }

    private Ends beginning() {
        var none = new byte[LINK];
        return new Ends(1, none, 0, none, seal(new Ends(1, none, 0, none, none)));
    }

    /// Reads the rows in order and stops at the first that does not fit.
    Verdict verify(Tx tx) {
        var ends = ends(tx);
        if (ends.isEmpty()) {
            return tx.number(BEFORE, Long.MAX_VALUE) == 0
                    ? new Verdict.Fits(0, "")
                    : new Verdict.Broken(1, "the trail's ends are gone");
        }
        var walk = new Walk(ends.get());
        tx.each(IN_ORDER, walk::take);
        if (walk.broken.isEmpty() && !fits(ends.get())) {
            return new Verdict.Broken(walk.next, "the seal of the trail's ends does not fit");
        }
        return walk.verdict();
    }

    /// Reads the rows between two numbers alone: whether they fit each other, the row before them, and the seal of
    /// the ends where they reach one.
    Verdict verify(Tx tx, long low, long high) {
        var ends = ends(tx);
        if (ends.isEmpty() || low < ends.get().first || high > ends.get().last) {
            return new Verdict.Broken(low, "a row lies outside of the trail's ends");
        }
        var before = low == ends.get().first
                ? Optional.of(ends.get().before)
                : tx.first(LINK_OF, row -> row.bytes(1), low - 1);
        if (before.isEmpty()) {
            return new Verdict.Broken(low - 1, "a row is missing or too many");
        }
        var end = high == ends.get().last
                ? Optional.of(ends.get().link)
                : tx.first(LINK_OF, row -> row.bytes(1), high);
        var part = new Ends(low, before.get(), high, end.orElse(ends.get().link), ends.get().seal);
        var walk = new Walk(part);
        tx.each(IN_ORDER_WITHIN, walk::take, low, high);
        return walk.broken.isEmpty() && !fits(ends.get())
                ? new Verdict.Broken(walk.next, "the seal of the trail's ends does not fit")
                : walk.verdict();
    }

    Optional<String> last(Tx tx, Deed deed) {
        return tx.first(LAST, row -> row.text(1), deed.word());
    }

    /// Rows with a number under this one, the newest first.
    List<Entry> newest(Tx tx, long before, int most) {
        return tx.all(NEWEST_BEFORE, row -> new Entry(row.number(1), Instant.ofEpochMilli(row.number(2)),
                row.number(3), Deed.of(row.text(4)), row.text(5)), before, most);
    }

    /// How many rows [#forget] would drop. The last row always stays: the trail goes on from it.
    int older(Tx tx, Instant before) {
        return (int) tx.number(BEFORE, tx.number(FIRST_KEPT, before.toEpochMilli()));
    }

    int forget(Tx tx, Instant before) {
        long first = tx.number(FIRST_KEPT, before.toEpochMilli());
        var ends = ends(tx);
        var link = tx.first(LINK_OF, row -> row.bytes(1), first - 1);
        if (ends.isEmpty() || link.isEmpty()) {
            return 0;
        }
        put(tx, ends.get(), new Ends(first, link.get(), ends.get().last, ends.get().link, ends.get().seal));
        return tx.run(FORGET, first);
    }

    /// Where the trail begins and ends; a class, for arrays.
    private static final class Ends {
        private final long first;
        private final byte[] before;
        private final long last;
        private final byte[] link;
        private final byte[] seal;

        Ends(long first, byte[] before, long last, byte[] link, byte[] seal) {
            this.first = first;
            this.before = before;
            this.last = last;
            this.link = link;
            this.seal = seal;
        }
    }

    /// What a link stands for, as it is stored.
    private record Told(long id, long at, long who, String deed, String what) {}

    /// One reading from the first row to the last.
    private final class Walk {
        private final Ends ends;
        private byte[] before;
        private long next;
        private Optional<Verdict.Broken> broken = Optional.empty();

        Walk(Ends ends) {
            this.ends = ends;
            before = ends.before;
            next = ends.first;
        }

        void take(Row row) {
            if (broken.isPresent()) {
                return;
            }
            long id = row.number(1);
            if (id != next) {
                broken = Optional.of(new Verdict.Broken(Math.min(id, next), "a row is missing or too many"));
                return;
            }
            var link = link(before, new Told(id, row.number(2), row.number(3), row.text(4), row.text(5)));
            if (!MessageDigest.isEqual(link, row.bytes(6))) {
                broken = Optional.of(new Verdict.Broken(id, "the row was changed"));
            }
            before = link;
            next++;
        }

        Verdict verdict() {
            if (broken.isPresent()) {
                return broken.get();
            }
            if (next - 1 != ends.last || !MessageDigest.isEqual(before, ends.link)) {
                return new Verdict.Broken(next, "the end of the trail is missing or too long");
            }
            return new Verdict.Fits(next - ends.first, HexFormat.of().formatHex(before));
        }
    }
}
