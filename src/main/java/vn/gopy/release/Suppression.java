package vn.gopy.release;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides which cells of a period stay hidden: those under k persons, and as many others as it takes that no
/// hidden part of a published whole stands alone and that the hidden parts of an exact sum hold k persons
/// together.
final class Suppression {
    private static final Comparator<Cell> BY_CODE = Comparator.comparing(cell -> cell.item().code());

    private final Rule rule;
    private final Map<Cell, Integer> truth;
    private final Set<Cell> hidden = new HashSet<>();

    private Suppression(Rule rule, Map<Cell, Integer> truth) {
        this.rule = rule;
        this.truth = truth;
    }

    /// The hidden ones among the cells that were counted. Always ends: each round hides a cell or is the
    /// last.
    static Set<Cell> of(Rule rule, List<Tie> ties, Map<Cell, Integer> truth) {
        return of(rule, ties, truth, Set.of());
    }

    /// As [#of(Rule, List, Map)], with some that must be hidden anyway.
    static Set<Cell> of(Rule rule, List<Tie> ties, Map<Cell, Integer> truth, Set<Cell> anyway) {
        var suppression = new Suppression(rule, truth);
        suppression.hidden.addAll(anyway);
        truth.keySet().stream().filter(cell -> suppression.persons(cell) < rule.k())
                .forEach(suppression.hidden::add);
        int before;
        do {
            before = suppression.hidden.size();
            ties.forEach(suppression::settle);
        } while (suppression.hidden.size() > before);
        return suppression.hidden;
    }

    private int persons(Cell cell) {
        return truth.getOrDefault(cell, 0);
    }

    private void settle(Tie tie) {
        switch (tie) {
            case Tie.Within(var whole, var parts) when hidden.contains(whole) -> hidden.addAll(parts);
            case Tie.Made(var whole, var parts) when parts.size() == 1 && hidden.containsAll(parts) ->
                hidden.add(whole);
            case Tie.Within _,Tie.Made _ -> {
            }
            case Tie.Sum(var whole, var parts) -> settle(whole, parts, rule.k());
            case Tie.Cover(var whole, var parts) -> settle(whole, parts, 0);
            case Tie.Grid(var whole, _, _) when hidden.contains(whole) -> {
            }
            case Tie.Grid grid -> grid.remainders(hidden).forEach(this::settle);
        }
    }

    private void settle(Cell whole, List<Cell> parts, int together) {
        if (hidden.contains(whole)) {
            hidden.addAll(parts);
        }
        var next = next(parts);
        while (next.isPresent() && isOpen(parts, together)) {
            hidden.add(next.get());
            next = next(parts);
        }
    }

    /// Closes a remainder from either side: more persons in it, or others that it cannot be told from.
    private void settle(Tie.Grid.Remainder remainder) {
        var over = List.copyOf(remainder.over());
        var both = Stream.concat(over.stream(), remainder.under().stream()).sorted(BY_CODE).toList();
        var next = next(both);
        while (next.isPresent() && remainder.under().stream().noneMatch(hidden::contains)
                && isOpen(over, rule.k())) {
            hidden.add(next.get());
            next = next(both);
        }
    }

    private Optional<Cell> next(List<Cell> parts) {
        return parts.stream().filter(part -> !hidden.contains(part))
                .min(Comparator.comparingInt(this::persons));
    }

    /// Whether the hidden parts of a published whole stand alone, or hold fewer persons than they must
    /// together.
    private boolean isOpen(List<Cell> parts, int together) {
        var covered = parts.stream().filter(hidden::contains).toList();
        return covered.size() == 1
                || (!covered.isEmpty() && covered.stream().mapToInt(this::persons).sum() < together);
    }
}
