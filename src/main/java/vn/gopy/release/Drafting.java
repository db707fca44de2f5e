package vn.gopy.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// Decides what of a period's figures is published: first by the new borders alone, then beside those by the old
/// ones. Whatever both tell together is answered by hiding old cells; new ones lose nothing to them.
final class Drafting {
    /// One district alone says no more than the province.
    private static final int LEAST = 2;

    private final Rule rule;
    private final Division division;
    private final LpAuditor bounds;

    Drafting(Rule rule, Division division, LpAuditor bounds) {
        this.rule = rule;
        this.division = division;
        this.bounds = bounds;
    }

    /// @param counts persons in each cell that somebody is in
    Draft draft(Period period, Map<Cell, Integer> counts) {
        var truth = new HashMap<Cell, Integer>();
        division.cells().forEach(cell -> truth.put(cell, counts.getOrDefault(cell, 0)));
        var ties = division.ties();
        var now = bounds.closed(new Draft(period, rule, ties, truth, Suppression.of(rule, ties, truth)))
                .draft();
        return division.former().isEmpty() ? now : beside(now, counts);
    }

    private Draft beside(Draft now, Map<Cell, Integer> counts) {
        var truth = new HashMap<>(now.truth());
        division.former().forEach(cell -> truth.put(cell, counts.getOrDefault(cell, 0)));
        var anyway = new HashSet<>(now.hidden());
        division.former().stream().filter(cell -> cell.area().kind() == Area.Kind.MEETING)
                .forEach(anyway::add);
        var ties = division.allTies();
        var draft = now.with(ties, truth, Suppression.of(rule, ties, truth, anyway));
        if (districts(draft) < LEAST) {
            return without(now, truth);
        }
        var closed = bounds.closed(draft, cell -> cell.area().isFormer());
        return closed.complete() ? closed.draft() : without(now, truth);
    }

    private static long districts(Draft draft) {
        return draft.truth().keySet().stream().filter(cell -> cell.area().kind() == Area.Kind.DISTRICT)
                .filter(cell -> cell.item() instanceof Item.People && !draft.hidden().contains(cell)).count();
    }

    /// Nothing of the old borders: a reader is left with what the new ones tell.
    private Draft without(Draft now, Map<Cell, Integer> truth) {
        var hidden = new HashSet<>(now.hidden());
        hidden.addAll(division.former());
        return now.with(now.ties(), truth, hidden);
    }
}
