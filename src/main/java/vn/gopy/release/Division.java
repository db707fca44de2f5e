package vn.gopy.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.place.UnitId;

/// How the figures of a kind of period are cut up: by new borders, and beside those by old ones.
///
/// New borders cut the province one way, former districts another, old units a third. Where they meet are the
/// smallest groups that anybody can work out from all of them together; those that are no area themselves are
/// counted too, so that the audit knows them, and never published.
final class Division {
    /// What is counted beside all else, and tied to nothing.
    private static final List<Item> ASIDE = List.of(new Item.Outside(), new Item.OnBehalf());

    private final List<Area> parts;
    private final Set<Cell> former = new LinkedHashSet<>();
    private final List<Tie> ties = new ArrayList<>();
    private final Map<Site, Set<Area>> areas = new HashMap<>();
    private final Borders borders;
    private final Period.Kind kind;

    Division(Borders borders, Period.Kind kind) {
        this.borders = borders;
        this.kind = kind;
        parts = kind.forCommunes() ? borders.parts() : List.of();
        borders.all().forEach(site -> areas.put(site,
                new LinkedHashSet<>(kind.forCommunes() ? site.areas(kind) : Set.of())));
        if (kind.forCommunes()) {
            tieDistricts();
            if (kind.forOldUnits()) {
                tieOldUnits();
            }
            meet();
        }
        if (kind.forOldUnits()) {
            var coarse = districts();
            areas.forEach((site, some) -> some.addAll(coarse.areas.getOrDefault(site, Set.of())));
            former.addAll(coarse.former);
        }
    }

    /// Without old units.
    Division districts() {
        return kind.forOldUnits() ? new Division(borders, Period.Kind.MONTH) : this;
    }

    private void tieDistricts() {
        borders.districts().forEach(district -> ties.addAll(Tie.ofMoods(district)));
        for (var item : Item.ofOldBorders()) {
            ties.add(new Tie.Cover(new Cell(Area.PROVINCE, item), cells(borders.districts(), item)));
        }
    }

    private void tieOldUnits() {
        for (var district : borders.districts()) {
            var within = borders.within(district);
            within.forEach(old -> ties.addAll(Tie.ofMoods(old)));
            if (!within.isEmpty()) {
                Item.ofOldBorders().forEach(
                        item -> ties.add(new Tie.Cover(new Cell(district, item), cells(within, item))));
            }
        }
    }

    /// Ties each area to the groups in which it meets the others.
    private void meet() {
        var meetings = new Meetings(borders.all(), kind);
        borders.all().forEach(
                site -> areas.computeIfAbsent(site, _ -> new LinkedHashSet<>()).add(meetings.of(site)));
        meetings.own().forEach(area -> ties.addAll(Tie.ofMoods(area)));
        for (var item : Item.ofOldBorders()) {
            meetings.parts().forEach((whole, made) -> ties
                    .add(new Tie.Made(new Cell(whole, item), cells(made, item))));
            meetings.nested().forEach((old, now) -> ties
                    .add(new Tie.Within(new Cell(now, item), new Cell(old, item))));
        }
        ties.stream().flatMap(tie -> tie.cells().stream()).filter(cell -> isFormer(cell.area()))
                .forEach(former::add);
    }

    private static List<Cell> cells(List<Area> areas, Item item) {
        return areas.stream().map(area -> new Cell(area, item)).toList();
    }

    /// Whether an area stands beside the new borders: drawn by old ones, or a meeting of both.
    static boolean isFormer(Area area) {
        return area.isFormer() || area.kind() == Area.Kind.MEETING;
    }

    /// The areas that somebody is counted in who spoke of a unit, or of none; without the province.
    Set<Area> areasOf(Optional<UnitId> unit) {
        return areas.getOrDefault(unit.map(borders::siteOf).orElse(Site.UNKNOWN), Set.of());
    }

    /// The cells of the new borders: the province, and the units where they are counted.
    Set<Cell> cells() {
        var cells = new LinkedHashSet<Cell>();
        ties().forEach(tie -> cells.addAll(tie.cells()));
        ASIDE.forEach(item -> cells.add(new Cell(Area.PROVINCE, item)));
        return cells;
    }

    /// Whether more than the province is counted.
    boolean hasParts() {
        return !parts.isEmpty();
    }

    /// The cells beside them: those of old borders, and where both meet.
    Set<Cell> former() {
        return former;
    }

    /// How the cells of the new borders hang together.
    List<Tie> ties() {
        return Tie.of(parts);
    }

    /// How all cells hang together.
    List<Tie> allTies() {
        var all = new ArrayList<>(ties());
        all.addAll(ties);
        return all;
    }
}
