package vn.gopy.release;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The figures of one period before they are published: the true counts, and which of them stay hidden. It
/// never leaves this room; only what [#shown] gives is stored.
///
/// @param truth persons in each cell; a cell that is missing holds nobody
record Draft(Period period, Rule rule, List<Tie> ties, Map<Cell, Integer> truth, Set<Cell> hidden) {
    Draft {
        ties = List.copyOf(ties);
        truth = Map.copyOf(truth);
        hidden = Set.copyOf(hidden);
    }

    int persons(Cell cell) {
        return truth.getOrDefault(cell, 0);
    }

    /// With more cells, and more ties.
    Draft with(List<Tie> all, Map<Cell, Integer> persons, Set<Cell> others) {
        return new Draft(period, rule, all, persons, others);
    }

    /// With these hidden instead.
    Draft hiding(Set<Cell> others) {
        return new Draft(period, rule, ties, truth, others);
    }

    Count shown(Cell cell) {
        return hidden.contains(cell) ? new Count.Hidden() : new Count.Of(rule.rounded(persons(cell)));
    }
}
