package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /// The part lies within the whole; what else the whole holds is not published.
    record Within(Cell whole, Cell part) implements Tie {}

    /// All ties of a province and the areas below it (none for a week).
    static List<Tie> of(List<Area> parts) {
        var ties = new ArrayList<Tie>();
        ties.addAll(inside(Area.PROVINCE));
        ties.addAll(ofTopicMoods());
        for (var part : parts) {
            ties.addAll(inside(part));
        }
        if (!parts.isEmpty()) {
            for (var item : Item.ofCommune()) {
                ties.add(new Cover(new Cell(Area.PROVINCE, item),
                        parts.stream().map(part -> new Cell(part, item)).toList()));
            }
        }
        return ties;
    }

    private static List<Tie> inside(Area area) {
        var people = new Cell(area, new Item.People());
        var base = new Cell(area, new Item.MoodBase());
        return List.of(new Within(people, base), new Sum(base, groups(area)),
                new Cover(people, topics(area)));
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

    private static Cell province(Item item) {
        return new Cell(Area.PROVINCE, item);
    }
}
