package vn.gopy.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.release.Area;
import vn.gopy.topic.Topic;

/// The table of announcements.
final class SqlAnnouncements {
    private static final String DRAFT = """
            INSERT INTO announcement (area, topic, policy, vi, en, sources, goes_at, state, drafted_by,
                                      revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?, 0)
            RETURNING id
            """;
    private static final String REWRITE = """
            UPDATE announcement
               SET area = ?, topic = ?, policy = ?, vi = ?, en = ?, sources = ?, goes_at = ?,
                   drafted_by = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft'
            """;
    private static final String APPROVE = """
            UPDATE announcement
               SET state = 'approved', approved_by = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft' AND drafted_by <> ?
            """;
    private static final String CANCEL = """
            UPDATE announcement
               SET state = 'cancelled', ended_at = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state IN ('draft', 'approved')
            """;
    private static final String DONE = """
            UPDATE announcement
               SET state = 'done', ended_at = ?, rests_until = NULL, revision = revision + 1
             WHERE id = ? AND state = 'approved'
            """;
    private static final String REST = """
            UPDATE announcement
               SET rests_until = ?
             WHERE id = ? AND state = 'approved'
            """;
    private static final String COLUMNS = """
            SELECT id, area, topic, policy, vi, en, sources, goes_at, state, drafted_by, rests_until, ended_at,
                   revision
              FROM announcement
            """;
    private static final String NEWEST = COLUMNS + " ORDER BY id DESC LIMIT ?";
    private static final String FIND = COLUMNS + " WHERE id = ?";
    private static final String UNDERWAY = COLUMNS + """
             WHERE state = 'approved' AND goes_at <= ? AND (rests_until IS NULL OR rests_until <= ?)
             ORDER BY goes_at, id
             LIMIT 1
            """;
    private static final String PLANNED = COLUMNS + """
             WHERE state IN ('approved', 'done') AND goes_at >= ? AND goes_at < ?
            """;
    private static final String TOLD = COLUMNS + """
             WHERE state IN ('approved', 'done') AND policy = 1 AND goes_at <= ? AND area IN (?, 'province')
             ORDER BY goes_at
            """;

    /// Keeps a draft; gives back its number.
    long draft(Tx tx, Announcement.Content content, long official) {
        return tx.first(DRAFT, row -> row.number(1), content.area().code(),
                value(content.topic().map(Topic::code)), content.policy() ? 1 : 0, content.vietnamese(),
                value(content.english()), String.join("\n", content.sources()),
                content.goesAt().toEpochMilli(), official).orElseThrow();
    }

    /// Replaces a draft; false when it is none any more, or was changed.
    boolean rewrite(Tx tx, Announcement seen, Announcement.Content content, long official) {
        return tx.run(REWRITE, content.area().code(), value(content.topic().map(Topic::code)),
                content.policy() ? 1 : 0, content.vietnamese(), value(content.english()),
                String.join("\n", content.sources()), content.goesAt().toEpochMilli(), official, seen.id(),
                seen.revision()) == 1;
    }

    /// False when it is no draft any more, was changed, or is the official's own.
    boolean approve(Tx tx, Announcement seen, long official) {
        return tx.run(APPROVE, official, seen.id(), seen.revision(), official) == 1;
    }

    /// False when it has ended, or was changed.
    boolean cancel(Tx tx, Announcement seen, Instant now) {
        return tx.run(CANCEL, now.toEpochMilli(), seen.id(), seen.revision()) == 1;
    }

    /// Everybody has been told. How many that were is not kept: two numbers of two announcements could be subtracted.
    void done(Tx tx, long id, Instant now) {
        tx.run(DONE, now.toEpochMilli(), id);
    }

    /// Nobody else is told before a moment.
    void rest(Tx tx, long id, Instant until) {
        tx.run(REST, until.toEpochMilli(), id);
    }

    List<Announcement> newest(Tx tx, int most) {
        return tx.all(NEWEST, SqlAnnouncements::read, most);
    }

    Optional<Announcement> find(Tx tx, long id) {
        return tx.first(FIND, SqlAnnouncements::read, id);
    }

    /// The oldest that is to be told now.
    Optional<Announcement> underway(Tx tx, Instant now) {
        return tx.first(UNDERWAY, SqlAnnouncements::read, now.toEpochMilli(), now.toEpochMilli());
    }

    /// Those that go or went out from a moment until before another.
    List<Announcement> planned(Tx tx, Instant from, Instant until) {
        return tx.all(PLANNED, SqlAnnouncements::read, from.toEpochMilli(), until.toEpochMilli());
    }

    /// Those about rules that have begun to go out to a place or to all, the oldest first.
    List<Announcement> told(Tx tx, Area area, Instant now) {
        return tx.all(TOLD, SqlAnnouncements::read, now.toEpochMilli(), area.code());
    }

    private static Announcement read(Row row) {
        var content = new Announcement.Content(new Area(row.text(2)), row.textOrNone(3).flatMap(Topic::of),
                row.integer(4) == 1, row.text(5), row.textOrNone(6), row.text(7).lines().toList(),
                Instant.ofEpochMilli(row.number(8)));
        var state = Announcement.State.of(row.text(9))
                .orElseThrow(() -> new DatabaseException("unknown state of an announcement"));
        return new Announcement(row.number(1), content, state, row.number(10), moment(row, 11),
                moment(row, 12), row.integer(13));
    }

    private static Optional<Instant> moment(Row row, int column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(column)));
    }

    private static Object value(Optional<String> text) {
        return text.isPresent() ? text.get() : Tx.NULL;
    }
}
