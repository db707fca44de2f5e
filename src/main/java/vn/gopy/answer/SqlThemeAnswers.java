package vn.gopy.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The table of what offices say to themes.
final class SqlThemeAnswers {
    private static final String DRAFT = """
            INSERT INTO theme_answer (theme, state, vi, en, proof, drafted_by, drafted_at, judged)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0)
            """;
    private static final String DROP_DRAFT = """
            DELETE FROM theme_answer
             WHERE theme = ? AND sent_at IS NULL
            """;
    private static final String SEND = """
            UPDATE theme_answer
               SET sent_by = ?, sent_at = ?
             WHERE id = ? AND sent_at IS NULL
            """;
    private static final String COLUMNS = """
            SELECT id, theme, state, vi, en, proof, drafted_by, sent_at, done_at, told, fits, fails
              FROM theme_answer
            """;
    private static final String ALL = COLUMNS + " ORDER BY id";
    private static final String OF = COLUMNS + " WHERE theme = ? ORDER BY id";
    private static final String UNDERWAY = COLUMNS
            + " WHERE sent_at IS NOT NULL AND done_at IS NULL ORDER BY id";
    private static final String DONE = """
            UPDATE theme_answer
               SET done_at = ?, told = ?
             WHERE id = ?
            """;
    private static final String JUDGED = """
            SELECT judged
              FROM theme_answer
             WHERE id = ?
            """;
    private static final String PUBLISH = """
            UPDATE theme_answer
               SET judged = ?, fits = ?, fails = ?
             WHERE id = ?
            """;

    /// Keeps a draft in place of an earlier one.
    void draft(Tx tx, long theme, ThemeAnswer.Words words, long official, Instant now) {
        drop(tx, theme);
        tx.run(DRAFT, theme, words.state().word(), words.vietnamese(), value(words.english()),
                value(words.proof()), official, now.toEpochMilli());
    }

    void drop(Tx tx, long theme) {
        tx.run(DROP_DRAFT, theme);
    }

    /// From now on it is carried to people; false when it is sent already.
    boolean send(Tx tx, long id, long official, Instant now) {
        return tx.run(SEND, official, now.toEpochMilli(), id) == 1;
    }

    /// All answers and drafts, the oldest first.
    List<ThemeAnswer> all(Tx tx) {
        return tx.all(ALL, SqlThemeAnswers::read);
    }

    List<ThemeAnswer> of(Tx tx, long theme) {
        return tx.all(OF, SqlThemeAnswers::read, theme);
    }

    /// Those that are not carried to everybody yet, the oldest first.
    List<ThemeAnswer> underway(Tx tx) {
        return tx.all(UNDERWAY, SqlThemeAnswers::read);
    }

    /// @param told rounded, empty under k
    void done(Tx tx, long id, Instant now, OptionalInt told) {
        tx.run(DONE, now.toEpochMilli(), value(told), id);
    }

    /// How many had judged it when that was published last.
    int judged(Tx tx, long id) {
        return (int) tx.number(JUDGED, id);
    }

    void publish(Tx tx, long id, int judged, OptionalInt fits, OptionalInt fails) {
        tx.run(PUBLISH, judged, value(fits), value(fails), id);
    }

    private static ThemeAnswer read(Row row) {
        var state = ThemeState.of(row.text(3))
                .orElseThrow(() -> new DatabaseException("unknown state of an answer"));
        return new ThemeAnswer(row.number(1), row.number(2),
                new ThemeAnswer.Words(state, row.text(4), row.textOrNone(5), row.textOrNone(6)),
                row.number(7), moment(row, 8), moment(row, 9), count(row, 10), count(row, 11),
                count(row, 12));
    }

    private static Optional<Instant> moment(Row row, int column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(column)));
    }

    private static OptionalInt count(Row row, int column) {
        return row.isNull(column) ? OptionalInt.empty() : OptionalInt.of(row.integer(column));
    }

    private static Object value(Optional<String> text) {
        return text.isPresent() ? text.get() : Tx.NULL;
    }

    private static Object value(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : Tx.NULL;
    }
}
