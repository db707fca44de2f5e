package vn.gopy.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.gopy.dashboard.Finding;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.db.DatabaseException;
import vn.gopy.release.ReleaseBuilder;
import vn.gopy.release.Troubles;

/// What went wrong with releases, for those who run the service: which rule stood against a period, and no cell
/// by name.
final class ReleaseCheckup {
    /// So long somebody is to do something about it, and so long it is told.
    private static final Duration FRESH = Duration.ofDays(7);
    private static final Duration TOLD = Duration.ofDays(35);

    private ReleaseCheckup() {}

    /// One finding for each trouble of the last five weeks; none when all went well.
    static List<Finding> look(Troubles troubles, Instant now) {
        var found = new ArrayList<Finding>();
        troubles.refused().stream().filter(one -> one.at().plus(TOLD).isAfter(now))
                .forEach(one -> found.add(Finding.of(Section.RELEASES, "release.refused",
                        state(one.at(), now),
                        Map.of("at", one.at(), "period", one.period().code(), "rules", one.why()))));
        troubles.untold().stream().filter(one -> one.at().plus(TOLD).isAfter(now))
                .forEach(one -> found.add(Finding.of(Section.RELEASES, "release.untold",
                        state(one.at(), now),
                        Map.of("at", one.at(), "id", one.release(), "fault", one.why()))));
        return found;
    }

    private static State state(Instant at, Instant now) {
        return at.plus(FRESH).isAfter(now) ? State.ACT : State.LOOK;
    }

    /// How many there were ever, for metrics.
    static Map<String, Long> counted(ReleaseBuilder releases) {
        try {
            var troubles = releases.troubles();
            return Map.of("gopy_release_refused_periods_total", (long) troubles.refused().size(),
                    "gopy_release_untold_total", (long) troubles.untold().size());
        } catch (DatabaseException _) { // the other metrics tell of it
            return Map.of();
        }
    }

    /// What was refused just now, a line each, for whoever ordered the release.
    static String refusedAt(Troubles troubles, Instant now) {
        return troubles.refused().stream().filter(one -> one.at().toEpochMilli() == now.toEpochMilli())
                .map(one -> "\nheld back " + one.period().code() + ": " + one.why())
                .collect(Collectors.joining());
    }
}
