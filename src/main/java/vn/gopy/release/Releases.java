package vn.gopy.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Database;

/// All published releases, in memory: pages, files and answers read from here and never from opinions.
public final class Releases {
    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final AtomicReference<Shelf> shelf;
    private final Optional<Area> own;
    private final List<LocalDate> breaks;

    private Releases(Shelf shelf, List<LocalDate> breaks) {
        this(new AtomicReference<>(shelf), Optional.empty(), breaks);
    }

    private Releases(AtomicReference<Shelf> shelf, Optional<Area> own, List<LocalDate> breaks) {
        this.shelf = shelf;
        this.own = own;
        this.breaks = List.copyOf(breaks);
    }

    /// Reads what is published. A release whose cells no longer match its hash is left out, with a line in
    /// the log: a missing figure is better than a wrong one.
    public static Releases open(Database database) {
        return open(database, List.of());
    }

    /// The same, and knows what may not be compared.
    ///
    /// @param breaks days on which borders changed: figures from before and after are not compared
    public static Releases open(Database database, List<LocalDate> breaks) {
        var sql = new SqlReleases();
        return new Releases(database.read(tx -> {
            var shelf = Shelf.EMPTY;
            for (var release : sql.all(tx)) {
                var sheets = sql.sheets(tx, release);
                if (ReleaseDocument.hash(release, sheets).equals(release.hash())) {
                    shelf = shelf.with(release, sheets);
                } else {
                    LOG.atError().addKeyValue("release", release.id())
                            .log("left out: its hash does not match");
                }
            }
            return shelf;
        }), breaks);
    }

    /// The same as it is for somebody who may see the province and one unit alone.
    public Releases only(Area unit) {
        return new Releases(shelf, Optional.of(unit), breaks);
    }

    /// The unit beside the province that this reader may see; empty for who may see all.
    public Optional<Area> own() {
        return own;
    }

    /// Whether figures of an area are shown here.
    public boolean shows(Area area) {
        return own.isEmpty() || area.isProvince() || area.equals(Area.UNCLEAR) || area.equals(own.get());
    }

    /// Everything, for numbers about all units together that tell nothing of any of them.
    Releases whole() {
        return new Releases(shelf, Optional.empty(), breaks);
    }

    void add(Release release, List<Sheet> sheets) {
        shelf.updateAndGet(before -> before.with(release, sheets));
    }

    /// What is published now, and this release beside it.
    Releases with(Release release, List<Sheet> sheets) {
        return new Releases(shelf.get().with(release, sheets), breaks);
    }

    /// All releases, oldest first.
    public List<Release> list() {
        return shelf.get().releases;
    }

    public Optional<Release> latest() {
        return list().isEmpty() ? Optional.empty() : Optional.of(list().getLast());
    }

    public Optional<Release> find(String id) {
        return list().stream().filter(release -> release.id().equals(id)).findFirst();
    }

    /// The release that closed a period.
    public Optional<Release> closing(Period period) {
        return Optional.ofNullable(shelf.get().closing.get(period));
    }

    /// The published periods of a kind, latest first.
    public List<Period> periods(Period.Kind kind) {
        return shelf.get().closing.keySet().stream().filter(period -> period.kind() == kind)
                .sorted(Comparator.reverseOrder()).toList();
    }

    /// The figures of an area in a period; empty when that period is not published, or not for such an area,
    /// or when it is not shown here.
    public Optional<Sheet> sheet(Area area, Period period) {
        return Optional.ofNullable(shelf.get().sheets.getOrDefault(period, Map.of()).get(area))
                .filter(sheet -> shows(sheet.area()));
    }

    /// The figures of the same area in the period before, as far as the two may be compared: asked in the same
    /// words (C16), counted within the same borders.
    public Optional<Sheet> before(Area area, Period period) {
        var then = period.previous();
        boolean moved = breaks.stream()
                .anyMatch(day -> day.isAfter(then.start()) && day.isBefore(period.end()));
        return sheet(area, then).filter(_ -> !moved && wording(then).equals(wording(period)));
    }

    private Optional<String> wording(Period period) {
        return closing(period).map(Release::questions);
    }

    /// Everything that is published, cell by cell.
    Past past() {
        var sheets = shelf.get().sheets;
        return cell -> {
            var counts = new HashMap<Period, Count>();
            sheets.forEach((period, areas) -> {
                var sheet = areas.get(cell.area());
                if (sheet != null && sheet.counts().containsKey(cell.item())) {
                    counts.put(period, sheet.count(cell.item()));
                }
            });
            return counts;
        };
    }

    /// All figures of a release that are shown here, in the order of its document.
    public List<Sheet> sheets(Release release) {
        var all = shelf.get().sheets;
        return ReleaseDocument.ordered(release.periods().stream()
                .flatMap(period -> all.getOrDefault(period, Map.of()).values().stream())
                .filter(sheet -> shows(sheet.area())).toList());
    }

    /// What is published at one moment; replaced, never changed.
    private record Shelf(List<Release> releases, Map<Period, Release> closing,
            Map<Period, Map<Area, Sheet>> sheets) {
        private static final Shelf EMPTY = new Shelf(List.of(), Map.of(), Map.of());

        Shelf with(Release release, List<Sheet> more) {
            var list = new ArrayList<>(releases);
            list.add(release);
            var closed = new TreeMap<>(closing);
            release.periods().forEach(period -> closed.put(period, release));
            var all = new HashMap<>(sheets);
            release.periods().forEach(period -> all.put(period, byArea(period, more)));
            return new Shelf(List.copyOf(list), closed, all);
        }

        private static Map<Area, Sheet> byArea(Period period, List<Sheet> sheets) {
            var areas = new HashMap<Area, Sheet>();
            sheets.stream().filter(sheet -> sheet.period().equals(period))
                    .forEach(sheet -> areas.put(sheet.area(), sheet));
            return areas;
        }
    }
}
