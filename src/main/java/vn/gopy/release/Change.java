package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Somebody more who says something, or who says it instead of something else: how many more each item then counts.
///
/// @param items in a new unit; of them, an area of the old borders has those of moods
/// @param all   in the province
record Change(Map<Item, Integer> items, Map<Item, Integer> all) {
    static final List<Change> EVERY = every();

    Change {
        items = Map.copyOf(items);
        all = Map.copyOf(all);
    }

    /// What one person is counted as.
    ///
    /// @param items in a new unit
    /// @param aside in the province besides
    private record Saying(List<Item> items, List<Item> aside) {
        /// Of somebody of whom nothing was guessed.
        static Saying of(Topic topic, Optional<Mood.Group> mood) {
            var items = new ArrayList<Item>(List.of(new Item.People(), new Item.TopicOf(topic)));
            var aside = new ArrayList<>(ofTopic(topic, Optional.empty()).aside);
            mood.ifPresent(told -> {
                items.addAll(List.of(new Item.MoodBase(), new Item.MoodOf(told)));
                aside.addAll(ofMood(told, Optional.empty()).aside);
                aside.addAll(List.of(new Item.TopicBase(topic), new Item.TopicMood(topic, told)));
            });
            return new Saying(items, aside);
        }

        /// What somebody who names a topic is counted as when one was guessed.
        static Saying ofTopic(Topic told, Optional<Topic> guess) {
            var otherwise = new Item.TopicGuess(told, Item.Fate.OTHERWISE);
            return new Saying(List.of(), guess.<List<Item>>map(topic -> {
                var guessed = new Item.TopicGuess(topic, Item.Fate.GUESSED);
                return topic == told
                        ? List.<Item>of(guessed, new Item.TopicGuess(topic, Item.Fate.KEPT))
                        : List.of(guessed, new Item.TopicGuess(topic, Item.Fate.CHANGED), otherwise,
                                new Item.TopicCorrected(topic, told));
            }).orElseGet(() -> List.<Item>of(new Item.TopicUnguessed(), otherwise)));
        }

        static Saying ofMood(Mood.Group told, Optional<Mood.Group> guess) {
            return new Saying(List.of(),
                    List.of(new Item.MoodGuessed(guess), new Item.MoodGuess(guess, told)));
        }
    }

    /// Somebody comes, tells another mood, names another topic, or had another guess made of either: every way of
    /// it, once.
    private static List<Change> every() {
        var every = new ArrayList<Change>();
        for (var topic : Topic.values()) {
            for (var mood : Item.moodGuesses()) {
                every.add(of(Saying.of(topic, mood), new Saying(List.of(), List.of())));
            }
        }
        for (var topic : Topic.values()) {
            every.addAll(between(Item.moodGuesses().stream().map(mood -> Saying.of(topic, mood)).toList()));
        }
        for (var mood : Item.moodGuesses()) {
            every.addAll(
                    between(Arrays.stream(Topic.values()).map(topic -> Saying.of(topic, mood)).toList()));
        }
        for (var told : Topic.values()) {
            every.addAll(between(Stream.concat(Stream.of(Optional.<Topic>empty()),
                    Arrays.stream(Topic.values()).map(Optional::of))
                    .map(guess -> Saying.ofTopic(told, guess)).toList()));
        }
        for (var told : Mood.Group.values()) {
            every.addAll(between(Item.moodGuesses().stream()
                    .map(guess -> Saying.ofMood(told, guess)).toList()));
        }
        return List.copyOf(every);
    }

    /// One instead of another, each two once: the other way round is the same, backwards.
    private static List<Change> between(List<Saying> sayings) {
        var between = new ArrayList<Change>();
        for (int i = 0; i < sayings.size(); i++) {
            var more = sayings.get(i);
            sayings.subList(0, i).forEach(less -> between.add(of(more, less)));
        }
        return between;
    }

    private static Change of(Saying more, Saying less) {
        var items = new HashMap<Item, Integer>();
        more.items.forEach(item -> items.merge(item, 1, Integer::sum));
        less.items.forEach(item -> items.merge(item, -1, Integer::sum));
        var all = new HashMap<>(items);
        more.aside.forEach(item -> all.merge(item, 1, Integer::sum));
        less.aside.forEach(item -> all.merge(item, -1, Integer::sum));
        items.values().removeIf(count -> count == 0);
        all.values().removeIf(count -> count == 0);
        return new Change(items, all);
    }

    Map<Item, Integer> in(Area area) {
        return area.isProvince() ? all : items;
    }

    /// How many more of a group somebody in a cell then is.
    int of(Group<Cell> group, Cell cell) {
        return group.times(cell) * in(cell.area()).getOrDefault(cell.item(), 0);
    }
}
