package vn.gopy.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What somebody knows who reads all figures of one period, and more than anybody can know: of whoever is in more
/// than one part of a whole (two topics, two communes) they are told how many they are, so that persons add up as
/// if each were in one part. That is the attacker's best case, and the true counts never contradict it.
final class Lattice {
    /// How many others an area is looked at together with: some where most is hidden, some where most is shown.
    private static final List<Integer> PARTNERS = List.of(1, 2, 4);
    /// So few groups are looked at with more partners where the solver takes long.
    private static final int CLOSELY = 12;
    private static final Set<Item> COMMUNE = Set.copyOf(Item.ofCommune());

    private final Draft draft;
    private final Set<Group<Cell>> groups = new LinkedHashSet<>();
    private final Knowledge<Cell> knowledge = new Knowledge<>();
    private final Map<Area, Set<Cell>> areas = new LinkedHashMap<>();
    /// One family for each way in which families look alike: what holds for it holds for the others.
    private final Map<Looks, Set<Area>> alike = new LinkedHashMap<>();
    private final Set<Area> looked = new HashSet<>();
    private final Kinship kinship;

    private Lattice(Draft draft) {
        this.draft = draft;
        kinship = new Kinship(draft.ties());
    }

    /// The groups of persons that can be bounded too narrowly.
    static List<Group<Cell>> weak(Draft draft) {
        return weak(draft, Lattice::bounded);
    }

    /// Those and maybe others: no solver was asked.
    static List<Group<Cell>> likely(Draft draft) {
        return weak(draft, Lattice::exchanged);
    }

    /// Those of some groups that can be bounded too narrowly; for large drafts, in which the solver looks at few areas
    /// at a time.
    static List<Group<Cell>> weakOf(Draft draft, Set<Group<Cell>> some) {
        return weak(draft, (lattice, bounds) -> {
            lattice.exchanged(bounds);
            lattice.move(bounds, 1, true);
            if (bounds.open().size() <= CLOSELY) {
                lattice.move(bounds, 2, true);
            }
        }, some::contains);
    }

    /// Whether an [Exchange] shows a group to be safe in a draft.
    static boolean helps(Draft draft, Group<Cell> group) {
        return weak(draft, (lattice, bounds) -> lattice.exchange().move(bounds, List.of(group))).stream()
                .noneMatch(group::equals);
    }

    private static List<Group<Cell>> weak(Draft draft, BiConsumer<Lattice, Bounds<Cell>> mover) {
        return weak(draft, mover, _ -> true);
    }

    private static List<Group<Cell>> weak(Draft draft, BiConsumer<Lattice, Bounds<Cell>> mover,
            Predicate<Group<Cell>> such) {
        return draft.hidden().containsAll(draft.truth().keySet())
                ? List.of()
                : new Lattice(draft).weak(mover, such);
    }

    /// All ties but the rows of corrections of which nothing is shown, not even their whole: each cell of them
    /// may be nobody. That all topics together leave room for such a row is not used: with what rounding
    /// leaves open of each topic, that room always holds k persons.
    private static List<Tie> telling(Draft draft) {
        var mute = draft.ties().stream().filter(tie -> tie instanceof Tie.Sum(_, var parts)
                && parts.getFirst().item() instanceof Item.TopicCorrected
                && draft.hidden().containsAll(tie.cells())).toList();
        var cells = mute.stream().flatMap(tie -> ((Tie.Sum) tie).parts().stream())
                .collect(Collectors.toSet());
        return draft.ties().stream().filter(tie -> !mute.contains(tie))
                .map(tie -> tie instanceof Tie.Within(var whole, var parts)
                        ? new Tie.Within(whole, parts.stream().filter(part -> !cells.contains(part)).toList())
                        : tie)
                .toList();
    }

    private List<Group<Cell>> weak(BiConsumer<Lattice, Bounds<Cell>> mover, Predicate<Group<Cell>> such) {
        var ties = telling(draft);
        ties.stream().flatMap(tie -> tie.cells().stream()).distinct().forEach(this::learn);
        kinship.families(areas.keySet())
                .forEach(family -> alike.putIfAbsent(looks(family), distinct(family)));
        alike.values().forEach(looked::addAll);
        knowledge.cells().stream().filter(draft.hidden()::contains)
                .forEach(cell -> sensitive(Group.of(List.of(cell))));
        ties.forEach(this::learn);
        var truth = knowledge.cells().stream().mapToDouble(draft::persons).toArray();
        if (!knowledge.allows(truth, knowledge.places(knowledge.cells()))) {
            throw new ReleaseException(draft.period(), List.of("the counts contradict each other"));
        }
        groups.removeIf(such.negate());
        var bounds = new Bounds<>(draft.rule(), knowledge, groups, truth);
        mover.accept(this, bounds);
        return bounds.open();
    }

    private void exchanged(Bounds<Cell> bounds) {
        exchange().move(bounds, bounds.open());
    }

    private Exchange exchange() {
        return new Exchange(draft.rule(), knowledge, new Network(areas.keySet(), kinship));
    }

    private void bounded(Bounds<Cell> bounds) {
        exchanged(bounds);
        PARTNERS.forEach(partners -> move(bounds, partners, partners.equals(PARTNERS.getLast())));
    }

    /// Moves each family with some others and the province.
    private void move(Bounds<Cell> bounds, int partners, boolean each) {
        var hiding = by(cell -> draft.hidden().contains(cell));
        var showing = by(cell -> !draft.hidden().contains(cell));
        for (var family : alike.values()) {
            var some = new ArrayList<>(family);
            some.addAll(partners(hiding, family, partners));
            some.addAll(partners(showing, family, partners));
            var block = cells(kinship.around(some, List.of(hiding, showing)),
                    family.contains(Area.PROVINCE) || partners > 1 || !kinship.isEmpty());
            if (!family.contains(Area.PROVINCE)) {
                block.removeIf(cell -> cell.item() instanceof Item.TopicCorrected);
            }
            bounds.move(cells(family), block, each);
        }
    }

    /// Areas of the same kind as a family's first.
    private static List<Area> partners(List<Area> order, Set<Area> family, int most) {
        var kind = family.iterator().next().kind();
        return order.stream()
                .filter(area -> area.kind() == (kind == Area.Kind.PROVINCE ? Area.Kind.NEW : kind))
                .filter(area -> !family.contains(area)).limit(most).toList();
    }

    private Set<Cell> cells(Set<Area> some) {
        return some.stream().flatMap(area -> areas.getOrDefault(area, Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The cells of some areas, and of the province: all, or those that areas have too.
    private Set<Cell> cells(Set<Area> some, boolean all) {
        var block = cells(some);
        areas.getOrDefault(Area.PROVINCE, Set.of()).stream()
                .filter(cell -> all || COMMUNE.contains(cell.item())).forEach(block::add);
        return block;
    }

    /// The areas below the province, those with most persons in such cells first.
    private List<Area> by(Predicate<Cell> such) {
        return areas.keySet().stream().filter(area -> !area.isProvince())
                .sorted(Comparator.comparingInt(area -> -areas.getOrDefault(area, Set.of()).stream()
                        .filter(such).mapToInt(draft::persons).sum()))
                .toList();
    }

    private void learn(Cell cell) {
        areas.computeIfAbsent(cell.area(), _ -> new LinkedHashSet<>()).add(cell);
        knowledge.learn(cell, range(cell));
    }

    private Looks looks(Set<Area> family) {
        var above = new LinkedHashSet<>(kinship.above(family));
        above.removeAll(family);
        var all = new LinkedHashSet<>(family);
        all.addAll(above);
        boolean empty = cells(above).stream()
                .allMatch(cell -> draft.hidden().contains(cell) && draft.persons(cell) == 0);
        return new Looks(empty ? Set.of() : above, cells(all).stream().map(this::look).toList());
    }

    /// The persons in a cell, and less than nobody where they are hidden.
    private int look(Cell cell) {
        return draft.hidden().contains(cell) ? -1 - draft.persons(cell) : draft.persons(cell);
    }

    /// One of those in a family that look alike and lie in the same.
    private Set<Area> distinct(Set<Area> family) {
        var seen = new HashSet<Looks>();
        return family.stream().filter(area -> seen.add(looks(Set.of(area))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// What a family looks like.
    ///
    /// @param above   what it lies in; empty where nobody is in that
    /// @param persons in the order of its cells and of those it lies in
    private record Looks(Set<Area> above, List<Integer> persons) {}

    /// What is hidden may be any number.
    private Range range(Cell cell) {
        return switch (draft.shown(cell)) {
            case Count.Of(int shown) -> draft.rule().behind(shown);
            case Count.Hidden() -> new Range(0, Double.POSITIVE_INFINITY);
        };
    }

    private void learn(Tie tie) {
        switch (tie) {
            case Tie.Sum(var whole, var parts) -> addUp(whole, parts);
            case Tie.Cover(var whole, var parts) -> made(whole, parts);
            case Tie.Made(var whole, var parts) -> made(whole, parts);
            case Tie.Within(var whole, var parts) -> within(whole, parts);
            case Tie.Grid _ -> {
            }
        }
    }

    private void made(Cell whole, List<Cell> parts) {
        addUp(whole, parts);
        if (parts.size() == 1) {
            return;
        }
        parts.forEach(part -> within(whole, List.of(part)));
    }

    private void addUp(Cell whole, List<Cell> parts) {
        int twice = parts.stream().mapToInt(draft::persons).sum() - draft.persons(whole);
        knowledge.learn(Group.less(parts, List.of(whole)), Range.exactly(twice));
        var hidden = new ArrayList<>(parts);
        hidden.retainAll(draft.hidden());
        if (!hidden.isEmpty() && !draft.hidden().contains(whole)) {
            sensitive(Group.of(hidden));
        }
    }

    /// Who is in a whole and not in what is shown of its parts is a group too. (Whoever changed their mood may be in a part
    /// alone: such a difference tells nothing.)
    private void within(Cell whole, List<Cell> parts) {
        if (parts.stream().mapToInt(draft::persons).sum() > draft.persons(whole)) {
            return;
        }
        if (parts.stream().mapToDouble(part -> range(part).high()).sum() > range(whole).low()) {
            knowledge.learn(Group.less(List.of(whole), parts), new Range(0, Double.POSITIVE_INFINITY));
        }
        var shown = parts.stream().filter(part -> !draft.hidden().contains(part)).toList();
        if (!shown.isEmpty() && !draft.hidden().contains(whole)) {
            sensitive(Group.less(List.of(whole), shown));
        }
    }

    /// A group must be bounded unless it is large and could be seen, or one just like it is bounded.
    private void sensitive(Group<Cell> group) {
        int persons = group.cells().stream().mapToInt(cell -> group.times(cell) * draft.persons(cell)).sum();
        boolean hidden = draft.hidden().containsAll(group.cells());
        if ((hidden || persons < draft.rule().k())
                && group.cells().stream().map(Cell::area).distinct().anyMatch(looked::contains)) {
            groups.add(group);
        }
    }
}
