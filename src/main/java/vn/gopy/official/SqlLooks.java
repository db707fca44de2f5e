package vn.gopy.official;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.gopy.db.Tx;
import vn.gopy.official.Looks.Subject;

/// The rows of who looked: one a day, role, place and topic.
final class SqlLooks {
    private static final String COUNT = """
            INSERT INTO looked (day, role, area, topic, times)
            VALUES (?, ?, ?, ?, 1)
                ON CONFLICT (day, area, topic, role) DO UPDATE
               SET times = looked.times + 1
            """;
    private static final String SUM = """
            SELECT coalesce(sum(times), 0)
              FROM looked
             WHERE day BETWEEN ? AND ? AND area = ? AND topic = ?
            """;
    private static final String OLDER = """
            SELECT count(*)
              FROM looked
             WHERE day < ?
            """;
    private static final String FORGET = """
            DELETE FROM looked
             WHERE day < ?
            """;

    void count(Tx tx, LocalDate day, Role role, Subject subject) {
        tx.run(COUNT, day.toEpochDay(), role.word(), subject.area(), subject.topic());
    }

    long sum(Tx tx, YearMonth month, Subject subject) {
        return tx.number(SUM, month.atDay(1).toEpochDay(), month.atEndOfMonth().toEpochDay(), subject.area(),
                subject.topic());
    }

    int older(Tx tx, LocalDate day) {
        return (int) tx.number(OLDER, day.toEpochDay());
    }

    int forget(Tx tx, LocalDate day) {
        return tx.run(FORGET, day.toEpochDay());
    }
}
