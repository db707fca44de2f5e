package vn.gopy.release;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What somebody knows who sets one published number of a cell against those of all other periods that hold some
/// of the same days: weeks against months, months against their quarter and year.
///
/// The days are cut at every border, and persons add up over the pieces, as if nobody spoke in two of them and
/// nobody was erased in between. Where the published numbers contradict that, so that a reader sees that it is
/// not so, only what is always true is left: a period holds at most its pieces together, and each piece at most
/// the period.
final class Overlap {
    private final Rule rule;
    private final Period now;
    private final Map<Period, Range> known = new HashMap<>();
    private final List<Period> hidden;
    private final TreeSet<LocalDate> cuts = new TreeSet<>();

    /// @param counts the cell's numbers in all periods, this one among them
    Overlap(Rule rule, Period now, Map<Period, Count> counts) {
        this.rule = rule;
        this.now = now;
        connected(counts.keySet()).forEach(period -> {
            cuts.add(period.start());
            cuts.add(period.end());
            if (counts.get(period) instanceof Count.Of(int shown)) {
                known.put(period, rule.behind(shown));
            }
        });
        hidden = counts.keySet().stream().filter(period -> period.overlaps(now))
                .filter(period -> counts.get(period) instanceof Count.Hidden).toList();
    }

    /// This period and whatever hangs together with it over common days.
    private Set<Period> connected(Set<Period> all) {
        var found = new LinkedHashSet<>(Set.of(now));
        int before;
        do {
            before = found.size();
            all.stream().filter(period -> found.stream().anyMatch(period::overlaps)).toList()
                    .forEach(found::add);
        } while (found.size() > before);
        return found;
    }

    /// Whether the other periods make nobody known once this number is published.
    boolean isSafe() {
        if (known.size() < 2 && hidden.isEmpty()) {
            return true;
        }
        return nested() && sums().map(this::safe).orElse(true) && safe(facts()) && untold();
    }

    /// Whether every shorter period stays as it was: no hidden one must hold somebody, no published one more than
    /// it showed. What a reader learns of one cell so, they carry to other areas and topics.
    private boolean untold() {
        var mine = known.get(now);
        return mine == null
                || Arrays.stream(Period.Kind.values()).filter(kind -> kind.compareTo(now.kind()) < 0)
                        .allMatch(kind -> untold(mine.low(), tiles(kind)));
    }

    /// The periods of a kind that cover this one together.
    private List<Period> tiles(Period.Kind kind) {
        return Stream.iterate(Period.containing(kind, now.start()), tile -> tile.start().isBefore(now.end()),
                Period::next).toList();
    }

    private boolean untold(double least, List<Period> tiles) {
        return tiles.stream().allMatch(tile -> {
            var others = tiles.stream().filter(other -> !other.equals(tile)).toList();
            if (!known.keySet().containsAll(others)) {
                return true;
            }
            double left = least - others.stream().mapToDouble(other -> range(other).high()).sum();
            return known.containsKey(tile) ? left <= range(tile).low() : left < 1 || left >= rule.k();
        });
    }

    private Range range(Period period) {
        return known.getOrDefault(period, Range.exactly(0));
    }

    /// Who spoke in a period and not in the part of it, or the other way when somebody was erased in between.
    private boolean nested() {
        var mine = range(now);
        return known.entrySet().stream().filter(other -> !other.getKey().equals(now))
                .filter(other -> other.getKey().contains(now) || now.contains(other.getKey()))
                .map(other -> {
                    var more = mine.less(other.getValue());
                    var less = other.getValue().less(mine);
                    return more.high() > less.high() ? more : less;
                }).allMatch(range -> range.isSafe(rule));
    }

    private Optional<Knowledge<LocalDate>> sums() {
        var knowledge = pieces();
        known.forEach((period, range) -> knowledge.learn(group(period), range));
        return first(knowledge).isPresent() ? Optional.of(knowledge) : Optional.empty();
    }

    private static Optional<double[]> first(Knowledge<LocalDate> knowledge) {
        var nothing = new double[knowledge.cells().size()];
        return knowledge.farthest(nothing, nothing, knowledge.places(knowledge.cells()));
    }

    private Knowledge<LocalDate> facts() {
        var knowledge = pieces();
        known.forEach((period, range) -> {
            knowledge.learn(group(period), new Range(range.low(), Double.POSITIVE_INFINITY));
            group(period).cells().forEach(
                    piece -> knowledge.learn(piece, new Range(0, range.high())));
        });
        return knowledge;
    }

    private Knowledge<LocalDate> pieces() {
        double most = known.values().stream().mapToDouble(Range::high).max().orElse(0) + 5.0 * rule.k();
        var knowledge = new Knowledge<LocalDate>();
        cuts.headSet(cuts.last()).forEach(piece -> knowledge.learn(piece, new Range(0, most)));
        return knowledge;
    }

    private Group<LocalDate> group(Period period) {
        return Group.of(List.copyOf(cuts.subSet(period.start(), period.end())));
    }

    private boolean safe(Knowledge<LocalDate> knowledge) {
        var groups = new LinkedHashSet<Group<LocalDate>>();
        group(now).cells().forEach(piece -> groups.add(Group.of(List.of(piece))));
        hidden.stream().map(this::group).forEach(groups::add);
        groups.remove(group(now));
        return first(knowledge).map(witness -> {
            var bounds = new Bounds<>(rule, knowledge, groups, witness);
            bounds.move(knowledge.cells(), knowledge.cells(), true);
            return bounds.open().isEmpty();
        }).orElse(true);
    }
}
