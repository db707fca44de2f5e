package vn.gopy.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Somebody who adds and subtracts published sums, by elimination over all of them at once; apart from the
/// code that hides.
final class Subtraction {
    private final List<Cell> unknown;
    private final List<double[]> known = new ArrayList<>();

    /// @param sums exact sums; those of the cells in `hidden` are not known
    Subtraction(List<Tie.Sum> sums, Set<Cell> hidden) {
        var cells = new LinkedHashSet<Cell>();
        sums.forEach(sum -> {
            cells.add(sum.whole());
            cells.addAll(sum.parts());
        });
        cells.retainAll(hidden);
        unknown = List.copyOf(cells);
        sums.forEach(sum -> learn(row(sum)));
    }

    private double[] row(Tie.Sum sum) {
        var row = new double[unknown.size()];
        if (unknown.contains(sum.whole())) {
            row[unknown.indexOf(sum.whole())] = -1;
        }
        sum.parts().stream().filter(unknown::contains).forEach(part -> row[unknown.indexOf(part)] = 1);
        return row;
    }

    private void learn(double[] row) {
        reduce(row);
        if (pivot(row) >= 0) {
            known.add(row);
        }
    }

    private void reduce(double[] row) {
        for (var other : known) {
            int pivot = pivot(other);
            double times = row[pivot] / other[pivot];
            for (int i = 0; i < row.length; i++) {
                row[i] -= times * other[i];
            }
        }
    }

    private static int pivot(double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (Math.abs(row[i]) > 1e-9) {
                return i;
            }
        }
        return -1;
    }

    /// The first group among these cells that can be worked out and is one cell, or under k persons; empty
    /// when there is none.
    List<Cell> finds(List<Cell> cells, Map<Cell, Integer> truth, int k) {
        var candidates = cells.stream().filter(unknown::contains).toList();
        for (int choice = 1; choice < 1 << candidates.size(); choice++) {
            var group = new ArrayList<Cell>();
            for (int i = 0; i < candidates.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    group.add(candidates.get(i));
                }
            }
            int persons = group.stream().mapToInt(cell -> truth.getOrDefault(cell, 0)).sum();
            if ((group.size() == 1 || persons < k) && isKnown(group)) {
                return group;
            }
        }
        return List.of();
    }

    private boolean isKnown(List<Cell> group) {
        var row = new double[unknown.size()];
        group.forEach(cell -> row[unknown.indexOf(cell)] = 1);
        reduce(row);
        return pivot(row) < 0;
    }
}
