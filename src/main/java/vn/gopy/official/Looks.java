package vn.gopy.official;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import vn.gopy.db.Database;

/// How often officials looked at the figures of a place or a topic: counted by role and day, never by account, and
/// told to the public as one number a month.
public final class Looks {
    private static final Duration SETTLED = Duration.ofHours(1);

    private final SqlLooks rows = new SqlLooks();
    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param zone whose days and months count
    public Looks(Database database, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /// What a page is about.
    ///
    /// @param area  `province` or a unit's code
    /// @param topic a topic's code, or empty
    public record Subject(String area, String topic) {}

    /// Counts a look; nobody waits for it.
    public void count(Role role, Subject subject) {
        var day = LocalDate.ofInstant(clock.instant(), zone);
        database.ledger().later(tx -> {
            rows.count(tx, day, role, subject);
            return true;
        });
    }

    /// The latest month that has been over for an hour, so that nothing of it is still to be written down; empty
    /// if the page was not there before its end.
    ///
    /// @param since when the first figures were published
    public Optional<YearMonth> closed(Instant since) {
        var settled = LocalDate.ofInstant(clock.instant().minus(SETTLED), zone);
        var month = YearMonth.from(settled).minusMonths(1);
        var end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return since.isBefore(end) ? Optional.of(month) : Optional.empty();
    }

    /// How often officials of all roles looked in a month.
    public long in(YearMonth month, Subject subject) {
        return database.read(tx -> rows.sum(tx, month, subject));
    }

    /// Drops what is older than a moment; gives back how many rows. With `dryRun` it only counts.
    public int forget(Instant before, boolean dryRun) {
        var day = LocalDate.ofInstant(before, zone);
        return dryRun
                ? database.read(tx -> rows.older(tx, day))
                : database.ledger().commit(tx -> rows.forget(tx, day));
    }
}
