package vn.gopy.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A longer period beside the shorter ones that it is made of: a quarter and its months, a year and its quarters.
/// They cut the same persons another way, as old borders do, and so are bounded by the same means, all at once.
///
/// The province of a part is an area ([Area#during]); what a part holds of a commune is where that area meets the
/// commune. That is how a reader thinks for whom persons add up over the parts. Where what is published refutes it,
/// because many spoke in several, nothing is looked at here: what is always true, [Overlap] knows.
final class Course {
    private static final List<Item> ORDER = Item.ofCommune();
    private static final Set<Item> ITEMS = Set.copyOf(ORDER);

    private final List<Draft> parts;
    private final LpAuditor bounds;

    /// @param parts the shorter periods, all of them, as they were published; empty when there are none
    Course(List<Draft> parts, LpAuditor bounds) {
        this.parts = List.copyOf(parts);
        this.bounds = bounds;
    }

    /// The longer period with so much more hidden that nothing can be worked out from all together.
    Draft closed(Draft whole) {
        if (!addsUp(whole)) {
            return whole;
        }
        if (isRuledAnew(whole)) {
            return provinceAlone(whole);
        }
        var own = whole.truth().keySet();
        var given = given();
        var apart = apart(whole, given);
        var closed = bounds.closed(together(apart), own::contains, draft -> open(draft, own, given));
        var hidden = new HashSet<>(apart.hidden());
        closed.draft().hidden().stream().filter(own::contains).forEach(hidden::add);
        return whole.hiding(Suppression.of(whole.rule(), whole.ties(), whole.truth(), hidden));
    }

    /// What can be worked out from all together; empty when nothing. A group that nothing shown of the whole is tied
    /// to is known as well as before, whatever the whole tells of others.
    List<String> objections(Draft whole) {
        if (!addsUp(whole) || isRuledAnew(whole)) {
            return List.of();
        }
        return open(together(whole), whole.truth().keySet(), given()).stream()
                .map(group -> "with its parts a group can be bounded too narrowly: "
                        + LpAuditor.name(group.cells().iterator().next()))
                .distinct().toList();
    }

    /// Whether a reader may think that nobody spoke in two parts: no cell shown everywhere refutes it.
    private boolean addsUp(Draft whole) {
        return !parts.isEmpty() && whole.truth().keySet().stream().filter(Course::isCommon)
                .filter(cell -> !whole.hidden().contains(cell))
                .filter(cell -> parts.stream().noneMatch(part -> part.hidden().contains(cell)))
                .allMatch(cell -> behind(whole, cell).high() >= parts.stream()
                        .mapToDouble(part -> behind(part, cell).low()).sum());
    }

    private static Range behind(Draft draft, Cell cell) {
        return draft.rule().behind(draft.rule().rounded(draft.persons(cell)));
    }

    /// Whether a part was published by another rule: its numbers do not say how far they were rounded.
    private boolean isRuledAnew(Draft whole) {
        return parts.stream().anyMatch(part -> !part.rule().equals(whole.rule()));
    }

    private static Draft provinceAlone(Draft whole) {
        var hidden = new HashSet<>(whole.hidden());
        whole.truth().keySet().stream().filter(cell -> !cell.area().isProvince()).forEach(hidden::add);
        return whole.hiding(Suppression.of(whole.rule(), whole.ties(), whole.truth(), hidden));
    }

    /// The groups that are not safe, and that something shown of the whole is tied to.
    private static List<Group<Cell>> open(Draft all, Set<Cell> own, Set<Group<Cell>> given) {
        var likely = Lattice.likely(all).stream().filter(group -> !given.contains(group))
                .filter(group -> !LpAuditor.near(all, group, own::contains).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return likely.isEmpty() ? List.of() : Lattice.weakOf(all, likely);
    }

    /// What a part alone tells: somebody was erased since, and what was left of a group is fewer than were published.
    /// No figure of the whole changes that.
    private Set<Group<Cell>> given() {
        return parts.stream().flatMap(part -> Lattice.weak(part).stream().map(group -> {
            var signs = new LinkedHashMap<Cell, Integer>();
            group.signs().forEach(
                    (cell, sign) -> signs.put(cell(cell, area -> during(part.period(), area)), sign));
            return new Group<>(signs);
        })).collect(Collectors.toSet());
    }

    /// Without the tables that could say more of such groups.
    private Draft apart(Draft whole, Set<Group<Cell>> given) {
        var told = given.stream().flatMap(group -> group.cells().stream()).map(Course::row)
                .collect(Collectors.toSet());
        var hidden = new HashSet<>(whole.hidden());
        whole.truth().keySet().stream().filter(cell -> parts.stream()
                .anyMatch(part -> told.contains(row(cell(cell, area -> during(part.period(), area))))))
                .forEach(hidden::add);
        return given.isEmpty()
                ? whole
                : whole.hiding(Suppression.of(whole.rule(), whole.ties(), whole.truth(), hidden));
    }

    /// A table of an area.
    private record Row(Area area, Table table) {}

    private static Row row(Cell cell) {
        return new Row(cell.area(), cell.item().table());
    }

    private Draft together(Draft whole) {
        var truth = new HashMap<Cell, Integer>();
        var hidden = new HashSet<Cell>();
        var ties = new ArrayList<Tie>();
        lay(whole, Function.identity(), truth, hidden);
        whole.ties().stream().filter(tie -> tie.cells().stream().allMatch(Course::isCommon))
                .forEach(ties::add);
        for (var part : parts) {
            Function<Area, Area> during = area -> during(part.period(), area);
            lay(part, during, truth, hidden);
            part.ties().stream().filter(tie -> tie.cells().stream().allMatch(Course::isCommon))
                    .map(tie -> told(tie, during)).forEach(ties::add);
        }
        whole.truth().keySet().stream().filter(Course::isCommon)
                .sorted(Comparator.comparing(Cell::area).thenComparingInt(cell -> ORDER.indexOf(cell.item())))
                .forEach(cell -> ties.add(new Tie.Made(cell, parts.stream()
                        .map(part -> cell(cell, area -> during(part.period(), area))).toList())));
        return new Draft(whole.period(), whole.rule(), ties, truth, hidden);
    }

    private static boolean isCommon(Cell cell) {
        boolean now = cell.area().isProvince() || cell.area().kind() == Area.Kind.NEW;
        return now && ITEMS.contains(cell.item());
    }

    private static void lay(Draft draft, Function<Area, Area> as, Map<Cell, Integer> truth,
            Set<Cell> hidden) {
        draft.truth().keySet().stream().filter(Course::isCommon).forEach(cell -> {
            var laid = new Cell(as.apply(cell.area()), cell.item());
            truth.put(laid, draft.persons(cell));
            if (draft.hidden().contains(cell)) {
                hidden.add(laid);
            }
        });
    }

    /// A tie of a part. What is hidden there was decided when it was published: nothing is hidden for it now.
    private static Tie told(Tie tie, Function<Area, Area> as) {
        return switch (tie) {
            case Tie.Sum(var whole, var parts) -> new Tie.Made(cell(whole, as), cells(parts, as));
            case Tie.Cover(var whole, var parts) -> new Tie.Made(cell(whole, as), cells(parts, as));
            case Tie.Made(var whole, var parts) -> new Tie.Made(cell(whole, as), cells(parts, as));
            case Tie.Within(var whole, var parts) -> new Tie.Within(cell(whole, as), cells(parts, as));
            case Tie.Grid grid -> grid;
        };
    }

    private static List<Cell> cells(List<Cell> some, Function<Area, Area> as) {
        return some.stream().map(cell -> cell(cell, as)).toList();
    }

    private static Cell cell(Cell cell, Function<Area, Area> as) {
        return new Cell(as.apply(cell.area()), cell.item());
    }

    private static Area during(Period part, Area area) {
        return area.isProvince() ? Area.during(part) : Area.meeting(Set.of(area, Area.during(part)));
    }
}
