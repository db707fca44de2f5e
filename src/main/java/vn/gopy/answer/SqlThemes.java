package vn.gopy.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.topic.Topic;

/// The table of themes.
final class SqlThemes {
    private static final String OPEN = """
            INSERT INTO theme (area, topic, first_month, last_month, persons, opened_at, moved, state, revision)
            VALUES (?, ?, ?, ?, ?, ?, 0, 'heard', 0)
            """;
    private static final String JOIN = """
            UPDATE theme
               SET last_month = ?, persons = CASE WHEN persons < ? THEN ? ELSE persons END, revision = revision + 1
             WHERE area = ? AND topic = ? AND state = 'heard'
            """;
    private static final String COLUMNS = """
            SELECT id, area, topic, first_month, last_month, persons, opened_at, due, moved, state, revision
              FROM theme
            """;
    private static final String ALL = COLUMNS + " ORDER BY opened_at, id";
    private static final String FIND = COLUMNS + " WHERE id = ?";
    private static final String PROMISE = """
            UPDATE theme
               SET due = ?, moved = moved + ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'heard'
            """;
    private static final String TOUCH = """
            UPDATE theme
               SET revision = revision + 1
             WHERE id = ? AND revision = ?
            """;
    private static final String ANSWER = """
            UPDATE theme
               SET state = ?, revision = revision + 1
             WHERE id = ? AND revision = ?
            """;

    /// The months that were taken.
    List<String> months(Tx tx) {
        return tx.all("SELECT month FROM theme_month", row -> row.text(1));
    }

    /// False when it was taken before.
    boolean addMonth(Tx tx, Period month) {
        return tx.run("INSERT INTO theme_month (month) VALUES (?) ON CONFLICT (month) DO NOTHING",
                month.code()) == 1;
    }

    /// How many persons of a place spoke of a topic in a month, as it is published.
    record Figure(Area area, Topic topic, Period month, int persons) {}

    /// A month's published figure joins the open theme of its place and topic, or opens one.
    void hear(Tx tx, Figure one, Instant now) {
        var month = one.month().code();
        var area = one.area().code();
        var topic = one.topic().code();
        if (tx.run(JOIN, month, one.persons(), one.persons(), area, topic) == 0) {
            tx.run(OPEN, area, topic, month, month, one.persons(), now.toEpochMilli());
        }
    }

    /// All themes, the oldest first.
    List<Theme> all(Tx tx) {
        return tx.all(ALL, SqlThemes::read);
    }

    Optional<Theme> find(Tx tx, long id) {
        return tx.first(FIND, SqlThemes::read, id);
    }

    /// Keeps the day by which an answer is promised; false when the theme changed meanwhile.
    boolean promise(Tx tx, Theme seen, LocalDate day) {
        boolean later = seen.due().map(day::isAfter).orElse(false);
        return tx.run(PROMISE, day.toEpochDay(), later ? 1 : 0, seen.id(), seen.revision()) == 1;
    }

    /// Counts a change of what belongs to it; false when the theme changed meanwhile.
    boolean touch(Tx tx, Theme seen) {
        return tx.run(TOUCH, seen.id(), seen.revision()) == 1;
    }

    /// False when the theme changed meanwhile.
    boolean answer(Tx tx, Theme seen, ThemeState state) {
        return tx.run(ANSWER, state.word(), seen.id(), seen.revision()) == 1;
    }

    private static Theme read(Row row) {
        return new Theme(row.number(1), new Area(row.text(2)),
                Topic.of(row.text(3)).orElseThrow(SqlThemes::unknown),
                month(row, 4), month(row, 5), row.integer(6), Instant.ofEpochMilli(row.number(7)),
                row.isNull(8) ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(row.number(8))),
                row.integer(9), ThemeState.of(row.text(10)).orElseThrow(SqlThemes::unknown), row.integer(11));
    }

    private static Period month(Row row, int column) {
        return Period.parse(row.text(column)).orElseThrow(SqlThemes::unknown);
    }

    private static DatabaseException unknown() {
        return new DatabaseException("unknown word in a theme");
    }
}
