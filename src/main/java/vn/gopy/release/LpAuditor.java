package vn.gopy.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Bounds every hidden cell, and every difference of published ones that is a group of persons, by linear
/// programming over everything that is published, this period and the earlier ones (decision 0010). It hides
/// more where that is not enough ([#closed]) and objects to what stays open.
final class LpAuditor implements Auditor {
    private static final int ROUNDS = 40;

    private final Past past;

    LpAuditor(Past past) {
        this.past = past;
    }

    @Override
    public List<String> objections(Draft draft) {
        var found = new LinkedHashSet<String>();
        overlapping(draft).forEach(cell -> found
                .add("other periods bound a group too narrowly: " + name(cell)));
        weak(draft).forEach(group -> found
                .add("a group can be bounded too narrowly: " + name(group.cells().iterator().next())));
        return List.copyOf(found);
    }

    /// The draft with so much more hidden that nothing can be worked out, if that is possible.
    Draft closed(Draft draft) {
        var closed = hide(draft, overlapping(draft));
        for (int round = 0; round < ROUNDS; round++) {
            var weak = weak(closed);
            var more = new HashSet<Cell>();
            var current = closed;
            weak.forEach(group -> next(current, group, more));
            if (more.isEmpty()) {
                return closed;
            }
            closed = hide(closed, more);
        }
        return closed;
    }

    private static Draft hide(Draft draft, Set<Cell> more) {
        if (more.isEmpty()) {
            return draft;
        }
        var anyway = new HashSet<>(draft.hidden());
        anyway.addAll(more);
        return draft.hiding(Suppression.of(draft.rule(), draft.ties(), draft.truth(), anyway));
    }

    private static List<Group<Cell>> weak(Draft draft) {
        return Lattice.weak(draft);
    }

    /// The shown cells that must not be seen beside what is known of other periods.
    private Set<Cell> overlapping(Draft draft) {
        var found = new LinkedHashSet<Cell>();
        for (var cell : draft.truth().keySet()) {
            if (!draft.hidden().contains(cell)) {
                var counts = past.and(List.of(draft)).of(cell);
                if (!new Overlap(draft.rule(), draft.period(), counts).isSafe()) {
                    found.add(cell);
                }
            }
        }
        return found;
    }

    /// Hides what holds fewest persons of all that bounds a group.
    private static void next(Draft draft, Group<Cell> group, Set<Cell> more) {
        var near = new ArrayList<Cell>();
        group.minus().stream().filter(cell -> !draft.hidden().contains(cell)).forEach(near::add);
        if (near.isEmpty()) {
            draft.ties().stream().map(Tie::cells)
                    .filter(cells -> cells.stream().anyMatch(group.cells()::contains))
                    .flatMap(List::stream).filter(cell -> !draft.hidden().contains(cell)).forEach(near::add);
        }
        if (near.stream().noneMatch(more::contains)) {
            near.stream().min(Comparator.comparingInt(draft::persons)).ifPresent(more::add);
        }
    }

    private static String name(Cell cell) {
        return cell.area().code() + " " + cell.item().table().code() + " " + cell.item().code();
    }
}
