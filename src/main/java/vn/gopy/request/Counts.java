package vn.gopy.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.gopy.db.Database;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Scope;
import vn.gopy.place.UnitId;

/// Numbers of requests that may leave the house: of months that are over, by unit, rounded, and none that fewer
/// than k senders stand behind. No unit is added to another and no month to another, so that nothing can be
/// subtracted; of two parts of a whole either both are told or neither (contracts.md P8, P9).
public final class Counts {
    private final Database database;
    private final AuditTrail audit;
    private final RequestSettings settings;

    public Counts(Database database, AuditTrail audit, RequestSettings settings) {
        this.database = database;
        this.audit = audit;
        this.settings = settings;
    }

    /// The numbers of one unit in one month; empty where too few senders stand behind one.
    public record Line(YearMonth month, UnitId unit, Optional<Integer> all, Optional<Integer> done,
            Optional<Integer> waiting, Optional<Integer> late) {}

    /// What an official may carry away, months in their order. Each time stands in the trail.
    ///
    /// @param today the month of this moment is not over
    public List<Line> of(Account official, LocalDate today) {
        var kept = database.read(tx -> new SqlCounts().kept(tx, today));
        var groups = new TreeMap<String, List<SqlCounts.Kept>>();
        kept.stream().filter(one -> covers(official.scope(), one.unit()))
                .filter(one -> one.month().isBefore(YearMonth.from(today)))
                .forEach(one -> groups.computeIfAbsent(one.month() + " " + one.unit(), _ -> new ArrayList<>())
                        .add(one));
        audit.note(official.id(), Deed.REQUESTS_COUNTED, official.scope() + " " + groups.size());
        return groups.values().stream().map(this::line).toList();
    }

    private static boolean covers(Scope scope, UnitId unit) {
        return scope.covers(unit);
    }

    private Line line(List<SqlCounts.Kept> group) {
        var done = shown(group, SqlCounts.Kept::done);
        var waiting = shown(group, one -> !one.done());
        boolean parts = done.isPresent() && waiting.isPresent();
        boolean lateness = parts && shown(group, one -> !one.done() && !one.late()).isPresent();
        return new Line(group.getFirst().month(), group.getFirst().unit(), shown(group, _ -> true),
                done.filter(_ -> parts), waiting.filter(_ -> parts),
                shown(group, SqlCounts.Kept::late).filter(_ -> lateness));
    }

    private Optional<Integer> shown(List<SqlCounts.Kept> group, Predicate<SqlCounts.Kept> part) {
        var some = group.stream().filter(part).toList();
        long senders = some.stream().map(SqlCounts.Kept::sender).distinct().count();
        int round = settings.round();
        return senders < settings.k()
                ? Optional.empty()
                : Optional.of((some.size() + round / 2) / round * round);
    }
}
