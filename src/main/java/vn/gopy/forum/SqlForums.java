package vn.gopy.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.release.Area;

/// The sessions that offices hold.
final class SqlForums {
    private static final String DRAFT = """
            INSERT INTO forum (area, vi, en, opens_at, closes_at, state, drafted_by, revision)
            VALUES (?, ?, ?, ?, ?, 'draft', ?, 0)
            RETURNING id
            """;
    private static final String REWRITE = """
            UPDATE forum
               SET vi = ?, en = ?, opens_at = ?, closes_at = ?, drafted_by = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft'
            """;
    private static final String APPROVE = """
            UPDATE forum
               SET state = 'approved', approved_by = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft' AND drafted_by <> ? AND closes_at > ?
            """;
    private static final String CLOSE = """
            UPDATE forum
               SET closes_at = ?, opens_at = min(opens_at, ?), revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'approved' AND closes_at > ?
            """;
    private static final String DROP = """
            UPDATE forum
               SET state = 'dropped', revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft'
            """;
    private static final String GATHERED = """
            UPDATE forum
               SET gathered_at = ?, revision = revision + 1
             WHERE id = ? AND gathered_at IS NULL
            """;
    private static final String COLUMNS = """
            SELECT id, area, vi, en, opens_at, closes_at, state, drafted_by, gathered_at, revision
              FROM forum
            """;
    private static final String NEWEST = COLUMNS + " ORDER BY id DESC LIMIT ?";
    private static final String FIND = COLUMNS + " WHERE id = ?";
    private static final String KNOWN = COLUMNS
            + """
                     WHERE state = 'approved'
                       AND ((opens_at <= ? AND closes_at > ?) OR id IN (SELECT forum FROM forum_question WHERE pid = ?))
                     ORDER BY id
                    """;
    private static final String TO_GATHER = COLUMNS + """
             WHERE state = 'approved' AND closes_at <= ? AND gathered_at IS NULL
             ORDER BY id
             LIMIT 1
            """;

    /// Keeps a draft; gives back its number.
    long draft(Tx tx, Forum.Content content, long official) {
        return tx.number(DRAFT, content.area().code(), content.vietnamese(), value(content.english()),
                content.opensAt().toEpochMilli(), content.closesAt().toEpochMilli(), official);
    }

    /// Replaces a draft; false when it is none any more, or was changed.
    boolean rewrite(Tx tx, Forum seen, Forum.Content content, long official) {
        return tx.run(REWRITE, content.vietnamese(), value(content.english()),
                content.opensAt().toEpochMilli(),
                content.closesAt().toEpochMilli(), official, seen.id(), seen.revision()) == 1;
    }

    /// Lets it open at its time; false when it is no draft any more, was changed, is over, or is the official's own.
    boolean approve(Tx tx, Forum seen, long official, Instant now) {
        return tx.run(APPROVE, official, seen.id(), seen.revision(), official, now.toEpochMilli()) == 1;
    }

    /// Nobody asks any more; false when it is not open or to open, or was changed.
    boolean close(Tx tx, Forum seen, Instant now) {
        long at = now.toEpochMilli();
        return tx.run(CLOSE, at, at, seen.id(), seen.revision(), at) == 1;
    }

    /// False when it is no draft any more, or was changed.
    boolean drop(Tx tx, Forum seen) {
        return tx.run(DROP, seen.id(), seen.revision()) == 1;
    }

    /// Its questions are grouped; false when they were before.
    boolean gathered(Tx tx, long id, Instant now) {
        return tx.run(GATHERED, now.toEpochMilli(), id) == 1;
    }

    /// The newest first.
    List<Forum> newest(Tx tx, int most) {
        return tx.all(NEWEST, SqlForums::read, most);
    }

    Optional<Forum> find(Tx tx, long id) {
        return tx.first(FIND, SqlForums::read, id);
    }

    /// Those that are open, and those in which somebody asked.
    List<Forum> known(Tx tx, byte[] person, Instant now) {
        return tx.all(KNOWN, SqlForums::read, now.toEpochMilli(), now.toEpochMilli(), person);
    }

    /// One that closed before a moment and is not gathered yet.
    Optional<Forum> toGather(Tx tx, Instant before) {
        return tx.first(TO_GATHER, SqlForums::read, before.toEpochMilli());
    }

    private static Forum read(Row row) {
        var state = Forum.State.of(row.text(7))
                .orElseThrow(() -> new DatabaseException("unknown state of a session"));
        return new Forum(row.number(1),
                new Forum.Content(new Area(row.text(2)), row.text(3), row.textOrNone(4), moment(row, 5),
                        moment(row, 6)),
                state, row.number(8), row.isNull(9) ? Optional.empty() : Optional.of(moment(row, 9)),
                row.integer(10));
    }

    private static Instant moment(Row row, int column) {
        return Instant.ofEpochMilli(row.number(column));
    }

    private static Object value(Optional<String> text) {
        return text.isPresent() ? text.get() : Tx.NULL;
    }
}
