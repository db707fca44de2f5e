package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ojalgo.optimisation.linear.LinearSolver;

/// What somebody knows of some numbers of persons: a range of each, and ranges of sums and differences. Linear
/// programming tells how far they can go without contradicting it.
///
/// Numbers are told apart by their places here, so that nothing is looked up while solving.
final class Knowledge<K> {
    /// Some numbers added, some taken away, and what is known of the result.
    record Sum(List<Integer> places, List<Integer> signs, Range range) {
        double in(double[] numbers) {
            double sum = 0;
            for (int i = 0; i < places.size(); i++) {
                sum += signs.get(i) * numbers[places.get(i)];
            }
            return sum;
        }
    }

    private static final double ROOM = 100;

    private final Map<K, Integer> places = new LinkedHashMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private final List<List<Sum>> about = new ArrayList<>();

    /// Learns of a number, or more about it.
    void learn(K cell, Range range) {
        Integer place = places.putIfAbsent(cell, ranges.size());
        if (place == null) {
            ranges.add(range);
            about.add(new ArrayList<>());
        } else {
            ranges.set(place, ranges.get(place).narrowed(range));
        }
    }

    void learn(Group<K> group, Range range) {
        var sum = sum(group, range);
        sum.places.forEach(place -> about.get(place).add(sum));
    }

    Sum sum(Group<K> group, Range range) {
        return new Sum(places(group.cells()), List.copyOf(group.signs().values()), range);
    }

    List<Integer> places(Collection<K> cells) {
        return cells.stream().map(cell -> places.getOrDefault(cell, -1)).filter(place -> place >= 0).toList();
    }

    Range range(int place) {
        return ranges.get(place);
    }

    Set<K> cells() {
        return places.keySet();
    }

    /// Whether these numbers contradict nothing that is known of some places.
    boolean allows(double[] numbers, List<Integer> some) {
        return some.stream().allMatch(place -> ranges.get(place).contains(numbers[place]))
                && about(some).stream().allMatch(sum -> sum.range.contains(sum.in(numbers)));
    }

    private Set<Sum> about(List<Integer> some) {
        var sums = Collections.<Sum>newSetFromMap(new IdentityHashMap<>());
        some.forEach(place -> sums.addAll(about.get(place)));
        return sums;
    }

    /// Numbers that contradict nothing and make the weighted sum as great as can be; empty when there are none.
    ///
    /// @param from where to start; all but the `free` numbers stay as they are there
    Optional<double[]> farthest(double[] weights, double[] from, List<Integer> free) {
        var columns = new HashMap<Integer, Integer>();
        free.forEach(place -> columns.put(place, columns.size()));
        var bounds = new ArrayList<>(free.stream().map(ranges::get).toList());
        var rows = new ArrayList<Sum>();
        for (var sum : ordered(free)) {
            var moving = sum.places.stream().filter(columns::containsKey).toList();
            if (moving.size() == 1) {
                bounds.set(columns.getOrDefault(moving.getFirst(), 0), alone(sum, moving.getFirst(), from)
                        .narrowed(bounds.get(columns.getOrDefault(moving.getFirst(), 0))));
            } else {
                rows.add(sum);
            }
        }
        return solve(new Problem(columns, bounds, rows), weights, from)
                .filter(numbers -> allows(numbers, free));
    }

    /// What a sum tells of one place when all others stay.
    private static Range alone(Sum sum, int place, double[] from) {
        int sign = sum.signs.get(sum.places.indexOf(place));
        double rest = sum.in(from) - sign * from[place];
        double one = (sum.range.low() - rest) * sign;
        double other = (sum.range.high() - rest) * sign;
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    private record Problem(Map<Integer, Integer> columns, List<Range> bounds, List<Sum> rows) {}

    private static Optional<double[]> solve(Problem problem, double[] weights, double[] from) {
        var numbers = from.clone();
        var objective = new double[problem.columns.size()];
        problem.columns.forEach((place, column) -> {
            numbers[place] = problem.bounds.get(column).low();
            objective[column] = -weights[place];
        });
        if (problem.bounds.stream().anyMatch(range -> range.high() < range.low())) {
            return Optional.empty();
        }
        var builder = LinearSolver.newBuilder(objective);
        limit(builder, problem, from);
        problem.rows.forEach(sum -> add(builder, problem.columns, sum, numbers));
        var result = builder.solve();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        problem.columns.forEach((place, column) -> numbers[place] += result.doubleValue(column));
        return Optional.of(numbers);
    }

    /// Each number is at most what it can be; those that can be anything are together not much more than they were,
    /// so that there is an end.
    private static void limit(LinearSolver.Builder builder, Problem problem, double[] from) {
        var together = new double[problem.columns.size()];
        double now = ROOM;
        for (var entry : problem.columns.entrySet()) {
            var range = problem.bounds.get(entry.getValue());
            if (Double.isFinite(range.high())) {
                var row = new double[together.length];
                row[entry.getValue()] = 1;
                builder.inequality(range.high() - range.low(), row);
            } else {
                together[entry.getValue()] = 1;
                now += from[entry.getKey()] - range.low();
            }
        }
        builder.inequality(now, together);
    }

    /// Always in the same order, so that the same figures are always judged alike.
    private List<Sum> ordered(List<Integer> free) {
        var sums = about(free);
        return free.stream().flatMap(place -> about.get(place).stream()).filter(sums::remove).toList();
    }

    private static void add(LinearSolver.Builder builder, Map<Integer, Integer> columns, Sum sum,
            double[] lowest) {
        var row = new double[columns.size()];
        for (int i = 0; i < sum.places.size(); i++) {
            var column = columns.get(sum.places.get(i));
            if (column != null) {
                row[column] = sum.signs.get(i);
            }
        }
        double now = sum.in(lowest);
        if (sum.range.low() == sum.range.high()) {
            builder.equality(sum.range.low() - now, row);
            return;
        }
        if (Double.isFinite(sum.range.high())) {
            builder.inequality(sum.range.high() - now, row);
        }
        builder.inequality(now - sum.range.low(), Arrays.stream(row).map(times -> -times).toArray());
    }
}
