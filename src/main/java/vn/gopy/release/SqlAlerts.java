package vn.gopy.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.release.AlertBook.Noticed;
import vn.gopy.release.AlertBook.Tally;

/// The rows of what was noticed.
final class SqlAlerts {
    private static final String ADD = """
            INSERT INTO alert (release_id, kind, period, subject, was, now, noticed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LATELY = """
            SELECT count(*)
              FROM alert
             WHERE kind = ? AND subject = ? AND noticed_at > ?
            """;
    private static final String SINCE = """
            SELECT id, release_id, kind, period, subject, was, now, noticed_at, verdict
              FROM alert
             WHERE noticed_at > ?
             ORDER BY id DESC
            """;
    private static final String OF_RELEASE = """
            SELECT id, release_id, kind, period, subject, was, now, noticed_at, verdict
              FROM alert
             WHERE release_id = ?
             ORDER BY id
            """;
    private static final String TALLY = """
            SELECT count(*), coalesce(sum(CASE WHEN verdict = 0 THEN 1 ELSE 0 END), 0),
                   coalesce(sum(CASE WHEN verdict IS NULL THEN 1 ELSE 0 END), 0)
              FROM alert
             WHERE kind = ? AND noticed_at > ?
            """;
    private static final String MARK = """
            UPDATE alert
               SET verdict = ?
             WHERE id = ?
            """;

    void add(Tx tx, Release release, Alert alert) {
        tx.run(ADD, release.id(), alert.kind().word(), alert.period().code(), alert.subject(), alert.was(),
                alert.now(), release.publishedAt().toEpochMilli());
    }

    boolean wasNoticed(Tx tx, Alert alert, Instant since) {
        return tx.number(LATELY, alert.kind().word(), alert.subject(), since.toEpochMilli()) > 0;
    }

    List<Noticed> since(Tx tx, Instant since) {
        return tx.all(SINCE, SqlAlerts::noticed, since.toEpochMilli());
    }

    List<Noticed> of(Tx tx, String release) {
        return tx.all(OF_RELEASE, SqlAlerts::noticed, release);
    }

    Tally tally(Tx tx, Alert.Kind kind, Instant since) {
        return tx.first(TALLY, row -> new Tally(row.integer(1), row.integer(2), row.integer(3)), kind.word(),
                since.toEpochMilli()).orElseThrow();
    }

    boolean mark(Tx tx, long id, boolean right) {
        return tx.run(MARK, right ? 1 : 0, id) == 1;
    }

    private static Noticed noticed(Row row) {
        var kind = Alert.Kind.of(row.text(3));
        var period = Period.parse(row.text(4));
        if (kind.isEmpty() || period.isEmpty()) {
            throw new DatabaseException("read an alert of an unknown kind or period");
        }
        var alert = new Alert(kind.get(), period.get(), row.text(5), row.integer(6), row.integer(7));
        return new Noticed(row.number(1), row.text(2), alert, Instant.ofEpochMilli(row.number(8)),
                row.isNull(9) ? Optional.empty() : Optional.of(row.integer(9) == 1));
    }
}
