package vn.gopy.release;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Bounds every hidden cell, and every difference of published ones that is a group of persons, by linear
/// programming over everything that is published, this period and the earlier ones (decision 0010). It hides
/// more where that is not enough ([#closed]) and objects to what stays open.
final class LpAuditor implements Auditor {
    private static final int ROUNDS = 40;
    /// For how many rounds one cell is hidden for a group; then more, so that it ends.
    private static final int PATIENCE = 2;
    private static final int STEPS = 4;
    /// For how many groups each cell is tried that may be hidden for them.
    private static final int FEW = 3;

    private final Past past;

    LpAuditor(Past past) {
        this.past = past;
    }

    @Override
    public List<String> objections(Draft draft) {
        var found = new LinkedHashSet<String>();
        overlapping(draft, _ -> true).forEach(cell -> found
                .add("other periods bound a group too narrowly: " + name(cell)));
        Lattice.weak(draft).forEach(group -> found
                .add("a group can be bounded too narrowly: " + name(group.cells().iterator().next())));
        return List.copyOf(found);
    }

    /// A draft with so much more hidden that nothing can be worked out.
    ///
    /// @param complete whether that was possible
    record Closed(Draft draft, boolean complete) {}

    Closed closed(Draft draft) {
        return closed(hide(draft, overlapping(draft, _ -> true)), _ -> true, Lattice::weak);
    }

    /// Hides nothing but what a choice allows; first for groups of the old borders that no [Exchange] shows to be
    /// safe, which takes no solver. What the choice does not allow was looked at before, over all periods.
    Closed closed(Draft draft, Predicate<Cell> choice) {
        var likely = closed(hide(draft, overlapping(draft, choice)), choice, LpAuditor::likely);
        return closed(likely.draft(), choice, Lattice::weak);
    }

    private static List<Group<Cell>> likely(Draft draft) {
        return Lattice.likely(draft).stream()
                .filter(group -> group.cells().stream().map(Cell::area).anyMatch(Division::isFormer))
                .toList();
    }

    /// Where nothing is left to hide, fewer groups are looked at more closely.
    ///
    /// @param look finds the groups that must be closed
    Closed closed(Draft draft, Predicate<Cell> choice, Function<Draft, List<Group<Cell>>> look) {
        var closed = draft;
        var weak = look.apply(closed);
        for (int round = 0; round < ROUNDS && !weak.isEmpty(); round++) {
            var more = new HashSet<Cell>();
            var current = closed;
            int most = Math.max(1, round - PATIENCE);
            boolean closely = round > 0 && weak.size() <= FEW;
            weak.forEach(group -> {
                var near = near(current, group, choice);
                if (near.stream().noneMatch(more::contains)) {
                    var helps = closely
                            ? near.stream().filter(cell -> Lattice.helps(hide(current, Set.of(cell)), group))
                                    .findFirst()
                            : Optional.<Cell>empty();
                    helps.ifPresentOrElse(more::add, () -> near.stream().limit(most).forEach(more::add));
                }
            });
            if (more.isEmpty()) {
                return new Closed(closed, false);
            }
            closed = hide(closed, more);
            weak = look.apply(closed);
        }
        return new Closed(closed, weak.isEmpty());
    }

    private static Draft hide(Draft draft, Set<Cell> more) {
        if (more.isEmpty()) {
            return draft;
        }
        var anyway = new HashSet<>(draft.hidden());
        anyway.addAll(more);
        return draft.hiding(Suppression.of(draft.rule(), draft.ties(), draft.truth(), anyway));
    }

    /// The shown cells that must not be seen beside what is known of other periods.
    private Set<Cell> overlapping(Draft draft, Predicate<Cell> such) {
        var found = new LinkedHashSet<Cell>();
        for (var cell : draft.truth().keySet()) {
            if (!draft.hidden().contains(cell) && such.test(cell)) {
                var counts = past.and(List.of(draft)).of(cell);
                if (!new Overlap(draft.rule(), draft.period(), counts).isSafe()) {
                    found.add(cell);
                }
            }
        }
        return found;
    }

    /// All that bounds a group and may be hidden, what holds fewest persons first: what is taken away in it, else
    /// what it is tied to, else what that is tied to.
    static List<Cell> near(Draft draft, Group<Cell> group, Predicate<Cell> choice) {
        Predicate<Cell> open = cell -> !draft.hidden().contains(cell) && choice.test(cell);
        var near = group.minus().stream().filter(open).toList();
        Set<Cell> reach = group.cells();
        for (int step = 0; step < STEPS && near.isEmpty(); step++) {
            reach = tied(draft, reach);
            near = reach.stream().filter(open).toList();
        }
        return near.stream().sorted(Comparator.comparingInt(draft::persons)).toList();
    }

    private static Set<Cell> tied(Draft draft, Set<Cell> some) {
        return draft.ties().stream().map(Tie::cells).filter(cells -> cells.stream().anyMatch(some::contains))
                .flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String name(Cell cell) {
        return cell.area().code() + " " + cell.item().table().code() + " " + cell.item().code();
    }
}
