package vn.gopy.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Bounds groups by linear programming and finds those that are known too well.
///
/// Any numbers that contradict nothing are a witness of how far a group can go, and one solution is a witness
/// for many groups at once; so a few directions taken by chance clear nearly all of them. The numbers are moved
/// block by block, while all others stay as they are: whoever knew those exactly would know more, so what is safe
/// from them is safe.
final class Bounds<K> {
    private static final int DIRECTIONS = 8;

    private final Rule rule;
    private final Knowledge<K> knowledge;
    private final double[] start;
    private final List<Group<K>> groups;
    private final List<Knowledge.Sum> sums = new ArrayList<>();
    private final List<Range> seen = new ArrayList<>();
    private final List<List<Integer>> groupsOf = new ArrayList<>();
    private final Map<Group<K>, Integer> numbers = new HashMap<>();
    private final Random chance = new Random(1);

    /// @param start numbers that contradict nothing, in the order of the cells
    Bounds(Rule rule, Knowledge<K> knowledge, Collection<Group<K>> groups, double[] start) {
        this.rule = rule;
        this.knowledge = knowledge;
        this.groups = List.copyOf(groups);
        this.start = start.clone();
        knowledge.cells().forEach(_ -> groupsOf.add(new ArrayList<>()));
        for (var group : groups) {
            var sum = knowledge.sum(group, Range.exactly(0));
            sum.places().forEach(place -> groupsOf.get(place).add(sums.size()));
            numbers.put(group, sums.size());
            sums.add(sum);
            seen.add(Range.exactly(sum.in(start)));
        }
    }

    /// The groups that no block showed to be safe.
    List<Group<K>> open() {
        return IntStream.range(0, groups.size()).filter(this::isOpen).mapToObj(groups::get).toList();
    }

    /// The persons in a group.
    double persons(Group<K> group) {
        return knowledge.sum(group, Range.exactly(0)).in(start);
    }

    /// Whether no witness showed a group to be safe so far.
    boolean isOpen(Group<K> group) {
        return isOpen(numbers.getOrDefault(group, 0));
    }

    /// The numbers as they are, to be changed.
    double[] start() {
        return start.clone();
    }

    /// Looks at numbers that may contradict something.
    void witness(double[] numbers, List<Integer> changed) {
        if (knowledge.allows(numbers, changed)) {
            see(numbers, changed);
        }
    }

    private boolean isOpen(int group) {
        return !seen.get(group).isSafe(rule);
    }

    /// Moves the numbers of a block, as long as groups with cells in its focus are open.
    ///
    /// @param each whether to bound those one by one that are open still
    void move(Collection<K> focus, Collection<K> cells, boolean each) {
        var block = knowledge.places(cells);
        var middle = knowledge.places(focus);
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            var weights = new double[start.length];
            var open = open(middle);
            for (int group : open) {
                weigh(group, direction == 0 ? 1 : direction == 1 ? -1 : chance.nextDouble() - 0.5, weights);
            }
            if (open.isEmpty() || !push(weights, block)) {
                return;
            }
        }
        if (each) {
            open(middle).forEach(group -> bound(group, block));
        }
    }

    /// Both ends of what a group can be.
    private void bound(int group, List<Integer> block) {
        for (int side : sums.get(group).in(start) < 1 ? List.of(1, -1) : List.of(-1, 1)) {
            if (isOpen(group)) {
                var weights = new double[start.length];
                weigh(group, side, weights);
                push(weights, block);
            }
        }
    }

    private List<Integer> open(List<Integer> some) {
        return some.stream().flatMap(place -> groupsOf.get(place).stream()).distinct().filter(this::isOpen)
                .toList();
    }

    private void weigh(int group, double times, double[] weights) {
        var sum = sums.get(group);
        for (int i = 0; i < sum.places().size(); i++) {
            weights[sum.places().get(i)] += times * sum.signs().get(i);
        }
    }

    private boolean push(double[] weights, List<Integer> block) {
        var found = knowledge.farthest(weights, start, block);
        found.ifPresent(numbers -> see(numbers, block));
        return found.isPresent();
    }

    private void see(double[] numbers, List<Integer> changed) {
        open(changed).forEach(group -> seen.set(group, seen.get(group).with(sums.get(group).in(numbers))));
    }
}
