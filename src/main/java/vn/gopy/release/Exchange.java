package vn.gopy.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What if somebody had spoken elsewhere, or said something else, and others the other way round? Finds witnesses of
/// how far groups can go, for which no solver is needed: circles in a [Network] with room left in each area.
/// Whether anything contradicts them is looked at as always.
final class Exchange {
    private static final int ENOUGH = 1_000_000;
    private static final Item PEOPLE = new Item.People();
    private static final Item BASE = new Item.MoodBase();

    private final Rule rule;
    private final Knowledge<Cell> knowledge;
    private final Network network;
    private final List<Change> changes = Change.EVERY;
    private final Map<Item, List<Integer>> about = new HashMap<>();
    /// By change and pipe: the places of the numbers that change, each followed by by how much.
    private final int[][][] moved;
    /// By pipe: the places of all persons and of those with a mood.
    private final int[][] silent;

    Exchange(Rule rule, Knowledge<Cell> knowledge, Network network) {
        this.rule = rule;
        this.knowledge = knowledge;
        this.network = network;
        for (int change = 0; change < changes.size(); change++) {
            for (var item : changes.get(change).all().keySet()) {
                about.computeIfAbsent(item, _ -> new ArrayList<>()).add(change);
            }
        }
        moved = new int[changes.size()][network.pipes().size()][];
        silent = new int[network.pipes().size()][];
    }

    /// Tries those of some groups that are open: one of nobody holds somebody, one of some holds nobody, or k.
    void move(Bounds<Cell> bounds, List<Group<Cell>> groups) {
        for (var group : groups) {
            int persons = (int) Math.round(bounds.persons(group));
            if (persons > 0 && bounds.isOpen(group)) {
                new Attempt(bounds, group, -1).pass(persons);
            }
            if (bounds.isOpen(group)) {
                new Attempt(bounds, group, 1)
                        .pass(persons < 1 ? 1 : Math.max(rule.k() - persons, rule.round()));
            }
        }
    }

    /// One group, to be made larger or smaller.
    private final class Attempt {
        private final Bounds<Cell> bounds;
        private final Group<Cell> group;
        private final int goal;
        private final double[] numbers;
        private final Set<Integer> changed = new LinkedHashSet<>();

        Attempt(Bounds<Cell> bounds, Group<Cell> group, int goal) {
            this.bounds = bounds;
            this.group = group;
            this.goal = goal;
            numbers = bounds.start();
        }

        void pass(int persons) {
            int left = persons;
            for (int change : about()) {
                left -= left > 0 ? pass(change, left) : 0;
            }
            if (left < persons) {
                bounds.witness(numbers, List.copyOf(changed));
            }
        }

        /// The changes that the group may have a part in.
        private Set<Integer> about() {
            var some = new TreeSet<Integer>();
            group.cells().stream().map(Cell::item).distinct()
                    .forEach(item -> some.addAll(about.getOrDefault(item, List.of())));
            return some;
        }

        private int pass(int change, int persons) {
            var gains = new int[network.pipes().size()];
            var firsts = new TreeSet<Integer>();
            for (var cell : group.cells()) {
                for (var pipe : network.of(cell.area())) {
                    gains[pipe.number()] += changes.get(change).of(group, cell) * goal;
                    firsts.add(pipe.number());
                }
            }
            int passed = 0;
            for (int first : firsts) {
                if (gains[first] != 0 && passed < persons) {
                    passed += pass(change, gains, new Network.Step(network.pipes().get(first),
                            Integer.signum(gains[first])), persons - passed);
                }
            }
            return passed;
        }

        private int pass(int change, int[] gains, Network.Step first, int persons) {
            int passed = 0;
            while (passed < persons && room(change, first) > 0) {
                var circle = network.circle(first,
                        step -> gains[step.pipe().number()] * step.way() < 0 ? 0 : room(change, step));
                int some = flow(change, circle, Math.min(persons - passed,
                        circle.stream().mapToInt(step -> room(change, step)).min().orElse(0)));
                if (some == 0) {
                    return passed;
                }
                passed += some;
            }
            return passed;
        }

        /// Lets so many persons move, or one, or nobody, as nothing contradicts it.
        ///
        /// @return how many
        private int flow(int change, List<Network.Step> circle, int most) {
            for (int persons = most; persons > 0; persons = persons > 1 ? 1 : 0) {
                var places = new LinkedHashSet<Integer>();
                add(change, circle, persons, places);
                if (knowledge.allows(numbers, List.copyOf(places))) {
                    changed.addAll(places);
                    return persons;
                }
                add(change, circle, -persons, places);
            }
            return 0;
        }

        private void add(int change, List<Network.Step> circle, int persons, Set<Integer> places) {
            var seen = new LinkedHashSet<Area>();
            for (var step : circle) {
                if (seen.add(step.pipe().area())) {
                    var some = moved(change, step.pipe());
                    for (int i = 0; i < some.length; i += 2) {
                        numbers[some[i]] += some[i + 1] * step.way() * persons;
                        places.add(some[i]);
                    }
                }
            }
        }

        private int room(int change, Network.Step step) {
            var some = moved(change, step.pipe());
            double room = ENOUGH;
            int told = 0;
            for (int i = 0; i < some.length; i += 2) {
                var range = knowledge.range(some[i]);
                room = Math.min(room, some[i + 1] * step.way() > 0
                        ? range.high() - numbers[some[i]]
                        : numbers[some[i]] - range.low());
                told += some[i] == silent(step.pipe())[0] ? some[i + 1] * step.way() : 0;
                told -= some[i] == silent(step.pipe())[1] ? some[i + 1] * step.way() : 0;
            }
            var both = silent(step.pipe());
            if (told < 0 && both[0] >= 0 && both[1] >= 0) {
                room = Math.min(room, numbers[both[0]] - numbers[both[1]]);
            }
            return (int) Math.floor(room + 0.001);
        }
    }

    private int[] silent(Network.Pipe pipe) {
        if (silent[pipe.number()] == null) {
            silent[pipe.number()] = IntStream.of(place(pipe, PEOPLE), place(pipe, BASE)).toArray();
        }
        return silent[pipe.number()];
    }

    private int place(Network.Pipe pipe, Item item) {
        return knowledge.places(List.of(new Cell(pipe.area(), item))).stream().findFirst().orElse(-1);
    }

    private int[] moved(int change, Network.Pipe pipe) {
        var known = moved[change][pipe.number()];
        if (known == null) {
            var some = new ArrayList<Integer>();
            changes.get(change).in(pipe.area()).forEach((item, times) -> {
                int place = place(pipe, item);
                if (place >= 0) {
                    some.add(place);
                    some.add(times);
                }
            });
            known = some.stream().mapToInt(Integer::intValue).toArray();
            moved[change][pipe.number()] = known;
        }
        return known;
    }
}
