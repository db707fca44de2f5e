package vn.gopy.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/// The places where somebody can speak, as a network in which persons flow in circles: out of the province into a
/// new unit, through one place of it into an old unit, a former district, and back. One more in each area of a
/// circle, or one fewer where it runs backwards, and persons still add up by all borders. Parts of a longer period
/// ([Course]) stand where districts do.
final class Network {
    /// An area, or a place in it, that a circle can run through.
    record Pipe(int number, int from, int to, Area area) {}

    /// A pipe and its way: 1 for one more, -1 for one fewer.
    record Step(Pipe pipe, int way) {
        int start() {
            return way > 0 ? pipe.from : pipe.to;
        }

        int end() {
            return way > 0 ? pipe.to : pipe.from;
        }
    }

    private static final String OLD = "old borders";
    private static final String NEW = "new borders";

    private final List<Pipe> pipes = new ArrayList<>();
    private final Map<Area, List<Pipe>> of = new HashMap<>();
    private final List<List<Step>> out = new ArrayList<>();
    private final Map<Object, Integer> nodes = new HashMap<>();

    Network(Set<Area> areas, Kinship kinship) {
        add(OLD, NEW, Area.PROVINCE);
        areas.stream().filter(area -> area.kind() == Area.Kind.NEW).forEach(now -> add(NEW, now, now));
        areas.stream().filter(area -> area.kind() == Area.Kind.DISTRICT || area.kind() == Area.Kind.TIME)
                .forEach(area -> add(area, OLD, area));
        var least = areas.stream().filter(area -> !area.isProvince() && kinship.isLeast(area)).toList();
        least.forEach(place -> add(place, kinship.allAbove(place)));
        if (least.isEmpty()) {
            add(NEW, OLD, Area.meeting(Set.of()));
        }
    }

    private void add(Area place, Set<Area> lies) {
        var now = of(lies, Area.Kind.NEW);
        var district = of(lies, Area.Kind.DISTRICT).or(() -> of(lies, Area.Kind.TIME));
        var old = of(lies, Area.Kind.OLD);
        old.filter(area -> !nodes.containsKey(area)).ifPresent(area -> add(area,
                district.<Object>map(above -> above).orElse(OLD), area));
        add(now.<Object>map(area -> area).orElse(NEW),
                old.or(() -> district).<Object>map(area -> area).orElse(OLD), place);
    }

    private static Optional<Area> of(Set<Area> lies, Area.Kind kind) {
        return lies.stream().filter(area -> area.kind() == kind).findFirst();
    }

    private void add(Object from, Object to, Area area) {
        var pipe = new Pipe(pipes.size(), node(from), node(to), area);
        pipes.add(pipe);
        of.computeIfAbsent(area, _ -> new ArrayList<>()).add(pipe);
        out.get(pipe.from).add(new Step(pipe, 1));
        out.get(pipe.to).add(new Step(pipe, -1));
    }

    private int node(Object what) {
        return nodes.computeIfAbsent(what, _ -> {
            out.add(new ArrayList<>());
            return out.size() - 1;
        });
    }

    /// The pipes of an area: one, or two where a place is all of an area.
    List<Pipe> of(Area area) {
        return of.getOrDefault(area, List.of());
    }

    List<Pipe> pipes() {
        return pipes;
    }

    /// The shortest circle that begins with a step; empty when there is none.
    ///
    /// @param room for how many more there is room on a step
    List<Step> circle(Step first, ToIntFunction<Step> room) {
        var to = new Step[out.size()];
        var reached = new ArrayDeque<Integer>();
        to[first.end()] = first;
        reached.add(first.end());
        while (!reached.isEmpty() && to[first.start()] == null) {
            for (var step : out.get(reached.remove())) {
                if (to[step.end()] == null && step.pipe.number != first.pipe.number
                        && room.applyAsInt(step) > 0) {
                    to[step.end()] = step;
                    reached.add(step.end());
                }
            }
        }
        return to[first.start()] == null ? List.of() : back(first, to);
    }

    /// @param to the step that leads to each node
    private static List<Step> back(Step first, Step[] to) {
        var circle = new ArrayList<Step>();
        int node = first.start();
        do {
            var step = to[node];
            circle.add(step);
            node = step.start();
        } while (node != first.start());
        return circle;
    }
}
