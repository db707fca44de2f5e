package vn.gopy.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;

/// What was noticed, and what officials said of it afterwards.
public final class AlertBook {
    /// Over so many weeks it is told how often an alert of a kind was false.
    public static final int WEEKS = 13;
    private static final Duration LATELY = Duration.ofDays(7L * WEEKS);
    private static final Duration QUIET = Duration.ofDays(27);

    private final SqlAlerts rows = new SqlAlerts();
    private final Database database;

    public AlertBook(Database database) {
        this.database = database;
    }

    /// An alert of a release.
    ///
    /// @param right what an official said of it; empty as long as nobody did
    public record Noticed(long id, String release, Alert alert, Instant at, Optional<Boolean> right) {}

    /// How alerts of a kind fared in the last thirteen weeks.
    ///
    /// @param wrong    those that an official called false
    /// @param unmarked those of which nobody said anything
    public record Tally(int alerts, int wrong, int unmarked) {}

    /// Finds what is to be noticed in a release and writes it down in the transaction that publishes it. What was
    /// noticed of the same subject in the four weeks before is not said again. Gives back what was written.
    ///
    /// @param all what is published, the release with it
    public List<Alert> notice(Tx tx, Release release, Releases all, OwedAnswers owed) {
        var quiet = release.publishedAt().minus(QUIET);
        var fresh = new Alerts(all, release, owed).find().stream()
                .filter(alert -> !rows.wasNoticed(tx, alert, quiet)).toList();
        fresh.forEach(alert -> rows.add(tx, release, alert));
        return fresh;
    }

    /// How alerts of a kind fared until a moment.
    public Tally tally(Tx tx, Alert.Kind kind, Instant now) {
        return rows.tally(tx, kind, now.minus(LATELY));
    }

    public Tally tally(Alert.Kind kind, Instant now) {
        return database.read(tx -> tally(tx, kind, now));
    }

    /// What was noticed in the last thirteen weeks, the newest first.
    public List<Noticed> latest(Instant now) {
        return database.read(tx -> rows.since(tx, now.minus(LATELY)));
    }

    /// What was noticed when a release was published.
    public List<Noticed> of(Release release) {
        return database.read(tx -> rows.of(tx, release.id()));
    }

    /// What an official says of an alert; a later word replaces an earlier one. False when there is no such alert.
    public boolean mark(Tx tx, long id, boolean right) {
        return rows.mark(tx, id, right);
    }
}
