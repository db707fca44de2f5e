package vn.gopy.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.gopy.config.Settings;
import vn.gopy.dashboard.Finding;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.hook.Endpoints;
import vn.gopy.hook.HookSettings;
import vn.gopy.release.AlertBook;
import vn.gopy.release.ReleaseClock;
import vn.gopy.release.Troubles;

/// What `gopy doctor` and the operations page find in the database: numbers and classes, no content and no ids.
final class BookChecks {
    /// The table that came last of those looked at here.
    private static final String PRESENT = """
            SELECT count(*)
              FROM sqlite_master
             WHERE name = 'hook_managed'
            """;
    private static final String OLDEST = """
            SELECT count(*), coalesce(min(put_at), 0)
              FROM parcel
            """;
    private static final String DEAD = """
            SELECT kind, substr(why, 1, 40), count(*)
              FROM dead_letter
             GROUP BY 1, 2
            """;
    private static final String PARKED = """
            SELECT kind, sum(CASE WHEN parked_at >= ? THEN 1 ELSE 0 END), count(*)
              FROM parked
             WHERE parked_at >= ?
             GROUP BY kind
             ORDER BY kind
            """;
    private static final String LAST_RELEASE = """
            SELECT id, published_at
              FROM release
             ORDER BY published_at DESC
             LIMIT 1
            """;
    private static final String ALERTS = """
            SELECT count(*)
              FROM alert
             WHERE noticed_at > ?
            """;
    private static final String UNMARKED = """
            SELECT count(*)
              FROM alert
             WHERE noticed_at > ? AND verdict IS NULL
            """;
    private static final String NEWEST = """
            SELECT max(at)
              FROM (SELECT coalesce(max(published_at), 0) AS at FROM release
                    UNION ALL
                    SELECT coalesce(max(seen_at), 0) AS at FROM official_session
                    UNION ALL
                    SELECT coalesce(max(at), 0) AS at
                      FROM (SELECT at FROM audit ORDER BY id DESC LIMIT 100) AS latest) AS written
            """;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YOUNG = Duration.ofMinutes(5);
    private static final Duration SLACK = Duration.ofMinutes(5);
    private static final Pattern CLASS = Pattern.compile("[A-Za-z][A-Za-z ]{2,39}(?:[1-5][0-9]{2})?");
    private static final Pattern KIND = Pattern.compile("[a-z_]{1,30}");

    private final Settings settings;
    private final InstantSource clock;

    BookChecks(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Everything; of a file that an older version wrote, only that.
    List<Finding> look(Tx tx) {
        if (tx.number(PRESENT) == 0) {
            return List.of(Finding.of(Section.DATABASE, "database.older", State.OK, Map.of()));
        }
        var now = clock.instant();
        var found = new ArrayList<Finding>();
        found.addAll(parked(tx, now));
        found.add(waiting(tx, now));
        found.addAll(dead(tx));
        found.addAll(new EndpointCheckup().look(tx, Endpoints.names(tx, HookSettings.from(settings))));
        found.add(release(tx, now));
        found.addAll(ReleaseCheckup.look(Troubles.in(tx), now));
        found.add(alerts(tx, now));
        found.add(clock(tx, now));
        return found;
    }

    private static List<Finding> parked(Tx tx, Instant now) {
        var found = tx.all(PARKED, BookChecks::parked, now.minus(HOUR).toEpochMilli(),
                now.minus(Duration.ofDays(1)).toEpochMilli());
        return found.isEmpty()
                ? List.of(Finding.of(Section.INTAKE, "intake.parked-none", State.OK, Map.of()))
                : found;
    }

    private static Finding parked(Row row) {
        var kind = KIND.matcher(row.text(1)).matches() ? row.text(1) : "other";
        return Finding.of(Section.INTAKE, "intake.parked", row.number(2) > 0 ? State.LOOK : State.OK,
                Map.of("kind", kind, "hour", row.number(2), "day", row.number(3)));
    }

    private static Finding waiting(Tx tx, Instant now) {
        return tx.first(OLDEST, row -> waiting(row.number(1), Instant.ofEpochMilli(row.number(2)), now))
                .orElseThrow();
    }

    private static Finding waiting(long count, Instant oldest, Instant now) {
        var age = count == 0 ? Duration.ZERO : Duration.between(oldest, now);
        var state = age.compareTo(YOUNG) <= 0
                ? State.OK
                : age.compareTo(HOUR) <= 0 ? State.LOOK : State.ACT;
        return Finding.of(Section.OUTBOX, "outbox.waiting", state,
                Map.of("waiting", count, "minutes", age.toMinutes()));
    }

    private static List<Finding> dead(Tx tx) {
        var classes = new TreeMap<String, Long>();
        tx.each(DEAD, row -> classes.merge(row.text(1) + ": " + classOf(row.text(2)), row.number(3),
                Long::sum));
        return classes.isEmpty()
                ? List.of(Finding.of(Section.OUTBOX, "outbox.dead-none", State.OK, Map.of()))
                : classes.entrySet().stream().map(one -> Finding.of(Section.OUTBOX, "outbox.dead", State.LOOK,
                        Map.of("class", one.getKey(), "count", one.getValue()))).toList();
    }

    /// The beginning of a reason, as far as it is words and a status: what a peer answered follows behind.
    private static String classOf(String why) {
        var words = CLASS.matcher(why);
        return words.lookingAt() ? words.group().strip() : "other";
    }

    private Finding release(Tx tx, Instant now) {
        var zone = settings.zone("time-zone");
        record Last(String id, Instant at) {}
        Optional<Last> last = tx.first(LAST_RELEASE,
                row -> new Last(row.text(1), Instant.ofEpochMilli(row.number(2))));
        var next = ReleaseClock.next(now, zone);
        if (last.isEmpty()) {
            return Finding.of(Section.RELEASES, "release.none", State.OK, Map.of("next", next));
        }
        boolean late = ReleaseClock.next(last.get().at, zone).plus(HOUR).isBefore(now);
        return Finding.of(Section.RELEASES, late ? "release.late" : "release.last",
                late ? State.LOOK : State.OK,
                Map.of("id", last.get().id, "at", last.get().at, "next", next));
    }

    private static Finding alerts(Tx tx, Instant now) {
        var since = now.minus(Duration.ofDays(7L * AlertBook.WEEKS)).toEpochMilli();
        long all = tx.number(ALERTS, since);
        long unmarked = tx.number(UNMARKED, since);
        var name = all == 0 ? "alert.none" : unmarked == 0 ? "alert.marked" : "alert.unmarked";
        return Finding.of(Section.RELEASES, name, unmarked == 0 ? State.OK : State.LOOK,
                Map.of("alerts", all, "unmarked", unmarked, "weeks", (long) AlertBook.WEEKS));
    }

    /// A clock behind what was written already makes sessions, signatures and periods wrong.
    private static Finding clock(Tx tx, Instant now) {
        var newest = Instant.ofEpochMilli(tx.number(NEWEST));
        return newest.isAfter(now.plus(SLACK))
                ? Finding.of(Section.HOUSE, "clock.behind", State.ACT, Map.of("now", now, "newest", newest))
                : Finding.of(Section.HOUSE, "clock", State.OK, Map.of("now", now));
    }

}
