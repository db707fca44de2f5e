package vn.gopy.reception;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.gopy.db.Tx;

/// What is only counted, by day.
final class SqlCounters {
    private static final String COUNT = """
            INSERT INTO counter (what, day, count)
            VALUES (?, ?, 1)
            ON CONFLICT (what, day) DO UPDATE SET count = counter.count + 1
            """;

    private static final String TOTALS = """
            SELECT what, sum(count)
              FROM counter
             GROUP BY what
            """;

    void count(Tx tx, String what, Instant now) {
        tx.run(COUNT, what, now.getEpochSecond() / 86_400);
    }

    /// How often each kind was counted, by its name for the metrics.
    Map<String, Long> totals(Tx tx) {
        var totals = new HashMap<String, Long>();
        tx.each(TOTALS, row -> totals.put("gopy_counted_total{what=\"" + row.text(1) + "\"}", row.number(2)));
        return totals;
    }
}
