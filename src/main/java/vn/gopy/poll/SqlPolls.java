package vn.gopy.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.official.Role;
import vn.gopy.release.Area;

/// The register of polls.
final class SqlPolls {
    private static final String NEXT = """
            SELECT coalesce(max(id), 0) + 1
              FROM poll
            """;
    private static final String DRAFT = """
            INSERT INTO poll (id, series, version, area, vi, options, en, options_en, state, role, drafted_by,
                              drafted_at, ends_at, revision)
            VALUES (?, ?, (SELECT coalesce(max(version), 0) + 1 FROM poll WHERE series = ?), ?, ?, ?, ?, ?, 'draft',
                    ?, ?, ?, ?, 0)
            """;
    private static final String REWRITE = """
            UPDATE poll
               SET vi = ?, options = ?, en = ?, options_en = ?, role = ?, drafted_by = ?, drafted_at = ?,
                   ends_at = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft'
            """;
    private static final String APPROVE = """
            UPDATE poll
               SET state = 'open', approved_by = ?, opened_at = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft' AND drafted_by <> ? AND ends_at > ?
            """;
    private static final String END_OTHERS = """
            UPDATE poll
               SET ends_at = ?, revision = revision + 1
             WHERE series = ? AND id <> ? AND state = 'open' AND ends_at > ?
            """;
    private static final String END = """
            UPDATE poll
               SET ends_at = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'open' AND ends_at > ?
            """;
    private static final String DROP = """
            UPDATE poll
               SET state = 'dropped', revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'draft'
            """;
    private static final String COLUMNS = """
            SELECT id, series, version, area, vi, options, en, options_en, state, role, drafted_by, opened_at,
                   ends_at, revision
              FROM poll
            """;
    private static final String NEWEST = COLUMNS + " ORDER BY series DESC, version DESC LIMIT ?";
    private static final String FIND = COLUMNS + " WHERE id = ?";
    private static final String KNOWN = COLUMNS + """
             WHERE state = 'open'
               AND (ends_at > ? OR id IN (SELECT poll FROM poll_answer WHERE pid = ?))
             ORDER BY id
            """;
    private static final String OPEN = COLUMNS + """
             WHERE state = 'open' AND ends_at > ?
             ORDER BY opened_at DESC, id DESC
            """;
    private static final String ENDED = COLUMNS + """
             WHERE state = 'open' AND ends_at > ? AND ends_at <= ?
             ORDER BY id
            """;
    private static final String FIRST = """
            SELECT min(ends_at)
              FROM poll
             WHERE state = 'open'
            """;

    /// Keeps a draft; gives back its number.
    ///
    /// @param series the question that it words anew; empty for a new one
    long draft(Tx tx, Optional<Long> series, Poll.Content content, Authored by) {
        long id = tx.number(NEXT);
        long first = series.orElse(id);
        tx.run(DRAFT, id, first, first, content.area().code(), content.vietnamese().question(),
                options(content.vietnamese()), value(content.english().map(Poll.Wording::question)),
                value(content.english().map(SqlPolls::options)), by.role().word(), by.official(),
                by.at().toEpochMilli(), by.endsAt().toEpochMilli());
        return id;
    }

    /// Who wrote a wording, when, and until when it is to be asked.
    record Authored(Role role, long official, Instant at, Instant endsAt) {}

    /// Replaces a draft; false when it is none any more, or was changed.
    boolean rewrite(Tx tx, Poll seen, Poll.Content content, Authored by) {
        return tx.run(REWRITE, content.vietnamese().question(), options(content.vietnamese()),
                value(content.english().map(Poll.Wording::question)),
                value(content.english().map(SqlPolls::options)), by.role().word(), by.official(),
                by.at().toEpochMilli(), by.endsAt().toEpochMilli(), seen.id(), seen.revision()) == 1;
    }

    /// Opens it and ends the wordings before it; false when it is no draft any more, was changed, is over, or is the
    /// official's own.
    boolean approve(Tx tx, Poll seen, long official, Instant now) {
        boolean opened = tx.run(APPROVE, official, now.toEpochMilli(), seen.id(), seen.revision(), official,
                now.toEpochMilli()) == 1;
        if (opened) {
            tx.run(END_OTHERS, now.toEpochMilli(), seen.series(), seen.id(), now.toEpochMilli());
        }
        return opened;
    }

    /// False when it is not open, or was changed.
    boolean end(Tx tx, Poll seen, Instant now) {
        return tx.run(END, now.toEpochMilli(), seen.id(), seen.revision(), now.toEpochMilli()) == 1;
    }

    /// False when it is no draft any more, or was changed.
    boolean drop(Tx tx, Poll seen) {
        return tx.run(DROP, seen.id(), seen.revision()) == 1;
    }

    /// By question, the newest first, the newest wording of each first.
    List<Poll> newest(Tx tx, int most) {
        return tx.all(NEWEST, SqlPolls::read, most);
    }

    Optional<Poll> find(Tx tx, long id) {
        return tx.first(FIND, SqlPolls::read, id);
    }

    /// Those that are open, and those that somebody answered.
    List<Poll> known(Tx tx, byte[] person, Instant now) {
        return tx.all(KNOWN, SqlPolls::read, now.toEpochMilli(), person);
    }

    /// Those that are open, the one opened last first.
    List<Poll> open(Tx tx, Instant now) {
        return tx.all(OPEN, SqlPolls::read, now.toEpochMilli());
    }

    /// Those whose last moment lies from a moment until before another.
    List<Poll> ended(Tx tx, Instant from, Instant until) {
        return tx.all(ENDED, SqlPolls::read, from.toEpochMilli(), until.toEpochMilli());
    }

    /// The last moment of the one that ended first, or will.
    Optional<Instant> first(Tx tx) {
        return tx.first(FIRST,
                row -> row.isNull(1) ? Optional.<Instant>empty() : Optional.of(moment(row, 1).minusMillis(1)))
                .flatMap(end -> end);
    }

    private static Poll read(Row row) {
        var english = row.textOrNone(7).map(question -> wording(question, row.text(8)));
        var state = Poll.State.of(row.text(9))
                .orElseThrow(() -> new DatabaseException("unknown state of a poll"));
        var role = Role.of(row.text(10))
                .orElseThrow(() -> new DatabaseException("unknown role of an author"));
        return new Poll(row.number(1), row.number(2), row.integer(3),
                new Poll.Content(new Area(row.text(4)), wording(row.text(5), row.text(6)), english), state,
                role,
                row.number(11), row.isNull(12) ? Optional.empty() : Optional.of(moment(row, 12)),
                moment(row, 13),
                row.integer(14));
    }

    private static Poll.Wording wording(String question, String options) {
        return new Poll.Wording(question, options.lines().toList());
    }

    private static Instant moment(Row row, int column) {
        return Instant.ofEpochMilli(row.number(column));
    }

    private static String options(Poll.Wording wording) {
        return String.join("\n", wording.options());
    }

    private static Object value(Optional<String> text) {
        return text.isPresent() ? text.get() : Tx.NULL;
    }
}
