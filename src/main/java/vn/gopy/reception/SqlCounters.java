package vn.gopy.reception;

import java.time.Instant;
import vn.gopy.db.Tx;

/// What is only counted, by day.
final class SqlCounters {
    private static final String COUNT = """
            INSERT INTO counter (what, day, count)
            VALUES (?, ?, 1)
            ON CONFLICT (what, day) DO UPDATE SET count = counter.count + 1
            """;

    void count(Tx tx, String what, Instant now) {
        tx.run(COUNT, what, now.getEpochSecond() / 86_400);
    }
}
