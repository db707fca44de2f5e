package vn.gopy.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody knows who reads all figures of one period, and more than anybody can know: of whoever is in more
/// than one part of a whole (two topics, two communes) they are told how many they are, so that persons add up as
/// if each were in one part. That is the attacker's best case, and the true counts never contradict it.
final class Lattice {
    /// How many others an area is looked at together with: some where most is hidden, some where most is shown.
    private static final List<Integer> PARTNERS = List.of(1, 2, 4);
    private static final Set<Item> COMMUNE = Set.copyOf(Item.ofCommune());

    private final Draft draft;
    private final Set<Group<Cell>> groups = new LinkedHashSet<>();
    private final Knowledge<Cell> knowledge = new Knowledge<>();
    private final Map<Area, Set<Cell>> areas = new LinkedHashMap<>();
    /// One area for each way in which areas look alike: what holds for it holds for the others.
    private final Map<List<Integer>, Area> alike = new LinkedHashMap<>();

    private Lattice(Draft draft) {
        this.draft = draft;
    }

    /// The groups of persons that can be bounded too narrowly.
    static List<Group<Cell>> weak(Draft draft) {
        if (draft.hidden().containsAll(draft.truth().keySet())) {
            return List.of();
        }
        var lattice = new Lattice(draft);
        var ties = telling(draft);
        ties.stream().flatMap(tie -> tie.cells().stream()).distinct().forEach(lattice::learn);
        lattice.areas.forEach((area, cells) -> lattice.alike.putIfAbsent(lattice.looks(cells), area));
        lattice.knowledge.cells().stream().filter(draft.hidden()::contains)
                .forEach(cell -> lattice.sensitive(Group.of(List.of(cell))));
        ties.forEach(lattice::learn);
        return lattice.bounded();
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

    private List<Group<Cell>> bounded() {
        var truth = knowledge.cells().stream().mapToDouble(draft::persons).toArray();
        if (!knowledge.allows(truth, knowledge.places(knowledge.cells()))) {
            throw new ReleaseException(draft.period(), List.of("the counts contradict each other"));
        }
        var bounds = new Bounds<>(draft.rule(), knowledge, groups, truth);
        var hiding = by(cell -> draft.hidden().contains(cell));
        var showing = by(cell -> !draft.hidden().contains(cell));
        for (int partners : PARTNERS) {
            for (var area : alike.values()) {
                var with = Stream.concat(hiding.stream().filter(other -> !other.equals(area)).limit(partners),
                        showing.stream().filter(other -> !other.equals(area)).limit(partners));
                bounds.move(areas.getOrDefault(area, Set.of()),
                        block(area, with.toList(), area.isProvince() || partners > 1),
                        partners == PARTNERS.getLast());
            }
        }
        return bounds.open();
    }

    /// The cells of an area, of others, and of the province: all, or those that areas have too.
    private Set<Cell> block(Area area, List<Area> partners, boolean all) {
        var block = new LinkedHashSet<>(areas.getOrDefault(area, Set.of()));
        partners.forEach(partner -> block.addAll(areas.getOrDefault(partner, Set.of())));
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

    /// The persons in each cell, and less than nobody where they are hidden.
    private List<Integer> looks(Set<Cell> cells) {
        return cells.stream().map(cell -> draft.hidden().contains(cell)
                ? -1 - draft.persons(cell)
                : draft.persons(cell)).toList();
    }

    /// What is hidden may be any number; that it is bounded at all only helps the reader.
    private Range range(Cell cell) {
        return switch (draft.shown(cell)) {
            case Count.Of(int shown) -> draft.rule().behind(shown);
            case Count.Hidden() -> new Range(0, draft.persons(cell) + 5.0 * draft.rule().k());
        };
    }

    private void learn(Tie tie) {
        switch (tie) {
            case Tie.Sum(var whole, var parts) -> addUp(whole, parts);
            case Tie.Cover(var whole, var parts) -> {
                addUp(whole, parts);
                parts.forEach(part -> within(whole, List.of(part)));
            }
            case Tie.Within(var whole, var parts) -> within(whole, parts);
            case Tie.Grid _ -> {
            }
        }
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
                && group.cells().stream().map(Cell::area).distinct().anyMatch(alike.values()::contains)) {
            groups.add(group);
        }
    }
}
