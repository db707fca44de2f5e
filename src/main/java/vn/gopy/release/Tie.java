package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// How the cells of one period hang together, so that one could work out a hidden cell from the others.
///
/// Persons may be in several topics and communes, so a whole is exactly the sum of its parts only for moods.
sealed interface Tie {
    /// The whole is exactly the sum of its parts: each person is in one.
    record Sum(Cell whole, List<Cell> parts) implements Tie {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /// The whole is at most the sum of its parts: each person is in one or more.
    record Cover(Cell whole, List<Cell> parts) implements Tie {
        public Cover {
            parts = List.copyOf(parts);
        }
    }

    /// The parts lie within the whole, each person in one of them at most; what else the whole holds is not
    /// published.
    record Within(Cell whole, List<Cell> parts) implements Tie {
        public Within {
            parts = List.copyOf(parts);
        }

        Within(Cell whole, Cell part) {
            this(whole, List.of(part));
        }
    }

    /// The parts together are the whole, each person in one or more, but parts and whole are of different borders:
    /// what is hidden of one hides nothing of the other, unless they are the same. Some parts may never be published.
    record Made(Cell whole, List<Cell> parts) implements Tie {
        public Made {
            parts = List.copyOf(parts);
        }
    }

    /// Rows and columns of the same cells, each a [Sum], and all of them together the whole. Whoever adds rows
    /// and takes away columns may be left with cells that stand in no row or column alone; [#remainders] finds
    /// them.
    record Grid(Cell whole, List<Sum> rows, List<Sum> columns) implements Tie {
        public Grid {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        /// What some rows hold beyond some columns, and those columns beyond the rows.
        record Remainder(Set<Cell> over, Set<Cell> under) {}

        /// Every such pair that can be had from the published sums. Hidden rows (or columns) are known only
        /// together.
        List<Remainder> remainders(Set<Cell> hidden) {
            var columnSets = unions(columns, hidden);
            return unions(rows, hidden).stream().flatMap(row -> columnSets.stream()
                    .map(column -> new Remainder(without(row, column), without(column, row)))).toList();
        }

        private static List<Set<Cell>> unions(List<Sum> sums, Set<Cell> hidden) {
            var known = new ArrayList<Set<Cell>>();
            var together = new HashSet<Cell>();
            for (var sum : sums) {
                if (hidden.contains(sum.whole())) {
                    together.addAll(sum.parts());
                } else {
                    known.add(Set.copyOf(sum.parts()));
                }
            }
            if (!together.isEmpty()) {
                known.add(together);
            }
            var unions = new ArrayList<Set<Cell>>(List.of(Set.of()));
            for (var some : known) {
                for (var union : List.copyOf(unions)) {
                    var more = new HashSet<>(union);
                    more.addAll(some);
                    unions.add(more);
                }
            }
            return unions;
        }

        private static Set<Cell> without(Set<Cell> cells, Set<Cell> others) {
            var rest = new HashSet<>(cells);
            rest.removeAll(others);
            return rest;
        }
    }

    /// All cells that it ties together.
    default List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        switch (this) {
            case Sum(var whole, var parts) -> {
                cells.add(whole);
                cells.addAll(parts);
            }
            case Cover(var whole, var parts) -> {
                cells.add(whole);
                cells.addAll(parts);
            }
            case Made(var whole, var parts) -> {
                cells.add(whole);
                cells.addAll(parts);
            }
            case Within(var whole, var parts) -> {
                cells.add(whole);
                cells.addAll(parts);
            }
            case Grid(_, var rows, _) -> rows.forEach(row -> cells.addAll(row.cells()));
        }
        return cells;
    }

    /// All ties of a province and the areas below it (none for a week).
    static List<Tie> of(List<Area> parts) {
        var ties = new ArrayList<Tie>();
        ties.addAll(inside(Area.PROVINCE));
        ties.addAll(ofTopicMoods());
        ties.addAll(ofMoodGuesses());
        ties.addAll(ofTopicGuesses());
        for (var part : parts) {
            ties.addAll(inside(part));
        }
        if (!parts.isEmpty()) {
            ties.addAll(ofCorrections());
            for (var item : Item.ofCommune()) {
                ties.add(new Cover(new Cell(Area.PROVINCE, item),
                        parts.stream().map(part -> new Cell(part, item)).toList()));
            }
        }
        return ties;
    }

    private static List<Tie> inside(Area area) {
        var ties = new ArrayList<>(ofMoods(area));
        ties.add(new Cover(new Cell(area, new Item.People()), topics(area)));
        return ties;
    }

    /// The ties of the figures that areas of the old borders have, too.
    static List<Tie> ofMoods(Area area) {
        var base = new Cell(area, new Item.MoodBase());
        return List.of(new Within(new Cell(area, new Item.People()), base), new Sum(base, groups(area)));
    }

    private static List<Cell> groups(Area area) {
        return Arrays.stream(Mood.Group.values()).map(group -> new Cell(area, new Item.MoodOf(group)))
                .toList();
    }

    private static List<Cell> topics(Area area) {
        return Arrays.stream(Topic.values()).map(topic -> new Cell(area, new Item.TopicOf(topic))).toList();
    }

    private static List<Tie> ofTopicMoods() {
        var ties = new ArrayList<Tie>();
        var bases = new ArrayList<Cell>();
        for (var topic : Topic.values()) {
            var base = province(new Item.TopicBase(topic));
            bases.add(base);
            ties.add(new Within(province(new Item.TopicOf(topic)), base));
            ties.add(new Sum(base, Arrays.stream(Mood.Group.values())
                    .map(group -> province(new Item.TopicMood(topic, group))).toList()));
        }
        ties.add(new Cover(province(new Item.MoodBase()), bases));
        for (var group : Mood.Group.values()) {
            ties.add(new Cover(province(new Item.MoodOf(group)), Arrays.stream(Topic.values())
                    .map(topic -> province(new Item.TopicMood(topic, group))).toList()));
        }
        return ties;
    }

    private static List<Tie> ofMoodGuesses() {
        var rows = Item.moodGuesses().stream().map(guess -> new Sum(province(new Item.MoodGuessed(guess)),
                Arrays.stream(Mood.Group.values()).map(told -> province(new Item.MoodGuess(guess, told)))
                        .toList()))
                .toList();
        var columns = Arrays.stream(Mood.Group.values())
                .map(told -> new Sum(province(new Item.MoodOf(told)), Item.moodGuesses().stream()
                        .map(guess -> province(new Item.MoodGuess(guess, told))).toList()))
                .toList();
        var whole = province(new Item.MoodBase());
        var ties = new ArrayList<Tie>(rows);
        ties.addAll(columns);
        ties.add(new Sum(whole, rows.stream().map(Sum::whole).toList()));
        ties.add(new Grid(whole, rows, columns));
        return ties;
    }

    private static List<Tie> ofTopicGuesses() {
        var ties = new ArrayList<Tie>();
        var guesses = new ArrayList<>(List.of(province(new Item.TopicUnguessed())));
        for (var topic : Topic.values()) {
            var guessed = province(new Item.TopicGuess(topic, Item.Fate.GUESSED));
            var kept = province(new Item.TopicGuess(topic, Item.Fate.KEPT));
            guesses.add(guessed);
            ties.add(
                    new Sum(guessed, List.of(kept, province(new Item.TopicGuess(topic, Item.Fate.CHANGED)))));
            ties.add(new Sum(province(new Item.TopicOf(topic)),
                    List.of(kept, province(new Item.TopicGuess(topic, Item.Fate.OTHERWISE)))));
        }
        ties.add(new Sum(province(new Item.People()), guesses));
        return ties;
    }

    private static List<Tie> ofCorrections() {
        var ties = new ArrayList<Tie>();
        for (var topic : Topic.values()) {
            ties.add(new Sum(province(new Item.TopicGuess(topic, Item.Fate.CHANGED)),
                    Item.corrections(topic).stream().map(Tie::province).toList()));
            ties.add(new Within(province(new Item.TopicGuess(topic, Item.Fate.OTHERWISE)),
                    Arrays.stream(Topic.values()).filter(guess -> guess != topic)
                            .map(guess -> province(new Item.TopicCorrected(guess, topic))).toList()));
        }
        return ties;
    }

    private static Cell province(Item item) {
        return new Cell(Area.PROVINCE, item);
    }
}
