package vn.gopy.release;

import java.time.Instant;
import java.util.List;
import vn.gopy.db.Tx;

/// What did not go well with releases, for those who run the service; no figures, no persons.
public record Troubles(List<Refused> refused, List<Untold> untold) {
    public Troubles {
        refused = List.copyOf(refused);
        untold = List.copyOf(untold);
    }

    /// All that are kept, oldest first.
    public static Troubles in(Tx tx) {
        return new SqlReleases().troubles(tx);
    }

    /// A closed period that an auditor objected to, and that stays without figures.
    ///
    /// @param why the rules that stood against it, without the cells
    public record Refused(Period period, Instant at, String why) {}

    /// A release that was published while nobody was told.
    ///
    /// @param why the kind of fault
    public record Untold(String release, Instant at, String why) {}
}
