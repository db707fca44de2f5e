package vn.gopy.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;

/// Decides what of a period's figures is published: first by the new borders alone, beside those by former
/// districts, beside both by old units. Whatever they tell together is answered by hiding what came last.
final class Drafting {
    /// One district alone says no more than the province.
    private static final int LEAST = 2;

    private final Rule rule;
    private final Division division;
    private final LpAuditor bounds;
    private final Course course;

    Drafting(Rule rule, Division division, LpAuditor bounds, Course course) {
        this.course = course;
        this.rule = rule;
        this.division = division;
        this.bounds = bounds;
    }

    /// @param counts persons in each cell that somebody is in
    Draft draft(Period period, Map<Cell, Integer> counts) {
        var truth = new HashMap<Cell, Integer>();
        division.cells().forEach(cell -> truth.put(cell, counts.getOrDefault(cell, 0)));
        var ties = division.ties();
        var now = course.closed(bounds
                .closed(new Draft(period, rule, ties, truth, Suppression.of(rule, ties, truth))).draft());
        if (division.former().isEmpty()) {
            return now;
        }
        var districts = division.districts();
        var coarse = beside(now, districts, counts, Area::isFormer);
        return districts.equals(division) || districts(coarse) < LEAST
                ? without(coarse, division, counts)
                : beside(coarse, division, counts, area -> area.kind() == Area.Kind.OLD);
    }

    /// More figures beside those that are decided.
    ///
    /// @param choice whose figures may be hidden for it
    private Draft beside(Draft decided, Division all, Map<Cell, Integer> counts, Predicate<Area> choice) {
        var anyway = new HashSet<>(decided.hidden());
        all.former().stream().filter(cell -> cell.area().kind() == Area.Kind.MEETING).forEach(anyway::add);
        var truth = truth(decided, all, counts);
        var ties = all.allTies();
        var draft = decided.with(ties, truth, Suppression.of(rule, ties, truth, anyway));
        if (districts(draft) < LEAST) {
            return without(decided, all, counts);
        }
        var closed = bounds.closed(draft, cell -> choice.test(cell.area()));
        return closed.complete() ? closed.draft() : without(decided, all, counts);
    }

    private static Map<Cell, Integer> truth(Draft decided, Division all, Map<Cell, Integer> counts) {
        var truth = new HashMap<>(decided.truth());
        all.former().forEach(cell -> truth.put(cell, counts.getOrDefault(cell, 0)));
        return truth;
    }

    private static long districts(Draft draft) {
        return draft.truth().keySet().stream().filter(cell -> cell.area().kind() == Area.Kind.DISTRICT)
                .filter(cell -> cell.item() instanceof Item.People && !draft.hidden().contains(cell)).count();
    }

    /// Nothing more than what is decided: a reader is left with what that tells.
    private static Draft without(Draft decided, Division all, Map<Cell, Integer> counts) {
        var hidden = new HashSet<>(decided.hidden());
        all.former().stream().filter(cell -> !decided.truth().containsKey(cell)).forEach(hidden::add);
        return decided.with(decided.ties(), truth(decided, all, counts), hidden);
    }
}
