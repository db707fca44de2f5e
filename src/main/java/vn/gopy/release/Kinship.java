package vn.gopy.release;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which areas hang together by [Tie.Made], so that the persons of one cannot move without the others'.
final class Kinship {
    private static final int FEW = 2;
    private static final int MOST = 3;

    private final Map<Area, Set<Area>> parts = new LinkedHashMap<>();
    private final Map<Area, Set<Area>> wholes = new LinkedHashMap<>();

    Kinship(List<Tie> ties) {
        for (var tie : ties) {
            if (tie instanceof Tie.Made(var whole, var made)) {
                made.stream().map(Cell::area).filter(part -> !part.equals(whole.area())).forEach(part -> {
                    parts.computeIfAbsent(whole.area(), _ -> new LinkedHashSet<>()).add(part);
                    wholes.computeIfAbsent(part, _ -> new LinkedHashSet<>()).add(whole.area());
                });
            }
        }
    }

    /// The areas to look at together: each new unit with what it is made of, each district with its rest, and
    /// whatever is left alone.
    List<Set<Area>> families(Set<Area> areas) {
        var left = new LinkedHashSet<>(areas);
        var families = new LinkedHashMap<Object, Set<Area>>();
        for (var area : areas) {
            if (area.kind() == Area.Kind.NEW) {
                var family = families.computeIfAbsent(area, _ -> new LinkedHashSet<>(Set.of(area)));
                partsOf(area).stream().filter(left::contains).forEach(family::add);
                left.removeAll(family);
            } else if (left.contains(area) && area.kind() != Area.Kind.MEETING) {
                families.computeIfAbsent(area.district().<Object>map(slug -> slug).orElse(area),
                        _ -> new LinkedHashSet<>()).add(area);
            }
        }
        return List.copyOf(families.values());
    }

    /// The areas that some lie in.
    Set<Area> above(Set<Area> some) {
        var above = new LinkedHashSet<Area>();
        some.forEach(area -> above.addAll(wholesOf(area)));
        return above;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// Whether an area is made of no others.
    boolean isLeast(Area area) {
        return partsOf(area).isEmpty();
    }

    /// An area, all that it lies in, and the groups in which those meet.
    Set<Area> allAbove(Area area) {
        var all = new LinkedHashSet<>(Set.of(area));
        for (var next = wholesOf(area); !next.isEmpty(); next = above(next)) {
            all.addAll(next);
        }
        wholes.forEach((part, lies) -> {
            if (part.kind() == Area.Kind.MEETING && lies.size() > 1 && all.containsAll(lies)) {
                all.add(part);
            }
        });
        return all;
    }

    /// Some areas with those whose persons move when theirs do.
    ///
    /// @param orders in which areas come first; a few of each are taken of what an area is made of
    Set<Area> around(List<Area> some, List<List<Area>> orders) {
        var block = new LinkedHashSet<>(some);
        for (var area : some) {
            var near = new LinkedHashSet<>(wholesOf(area));
            orders.forEach(
                    order -> order.stream().filter(partsOf(area)::contains).limit(FEW).forEach(near::add));
            near.addAll(meetings(area, orders.getFirst()));
            near.stream().filter(other -> other.kind() == Area.Kind.NEW && !other.isUnclear()).toList()
                    .forEach(other -> near.addAll(meetings(other, orders.getFirst())));
            block.addAll(near);
            block.addAll(above(near));
        }
        return block;
    }

    private List<Area> meetings(Area area, List<Area> order) {
        return order.stream().filter(part -> part.kind() == Area.Kind.MEETING)
                .filter(partsOf(area)::contains).limit(MOST).toList();
    }

    private Set<Area> partsOf(Area area) {
        return parts.getOrDefault(area, Set.of());
    }

    private Set<Area> wholesOf(Area area) {
        return wholes.getOrDefault(area, Set.of());
    }
}
