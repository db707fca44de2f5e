package vn.gopy.release;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import vn.gopy.release.Item.Fate;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Fills the tables of guesses by chance, true to the tables of moods, topics and persons that are there.
record AnyGuesses(Random chance) {
    static AnyGuesses of(Random chance) {
        return new AnyGuesses(chance);
    }

    void addTo(Map<Cell, Integer> truth) {
        moods(truth);
        var guessed = Stream.concat(Stream.of(new Item.TopicUnguessed()),
                Stream.of(Topic.values()).map(topic -> new Item.TopicGuess(topic, Fate.GUESSED))).toList();
        divide(truth, new Item.People(), guessed);
        for (var topic : Topic.values()) {
            int all = persons(truth, new Item.TopicGuess(topic, Fate.GUESSED));
            int named = persons(truth, new Item.TopicOf(topic));
            int kept = chance.nextInt(Math.min(all, named) + 1);
            truth.put(cell(new Item.TopicGuess(topic, Fate.KEPT)), kept);
            truth.put(cell(new Item.TopicGuess(topic, Fate.CHANGED)), all - kept);
            truth.put(cell(new Item.TopicGuess(topic, Fate.OTHERWISE)), named - kept);
        }
        correct(truth);
    }

    /// Whoever corrected a guess did so to a topic that is left, as far as there is one.
    private void correct(Map<Cell, Integer> truth) {
        var left = new EnumMap<Topic, Integer>(Topic.class);
        for (var topic : Topic.values()) {
            left.put(topic, persons(truth, new Item.TopicGuess(topic, Fate.OTHERWISE)));
        }
        for (var guess : Topic.values()) {
            var corrections = Item.corrections(guess);
            corrections.forEach(item -> truth.put(cell(item), 0));
            for (int still = persons(truth, new Item.TopicGuess(guess, Fate.CHANGED)); still > 0; still--) {
                var told = Stream.of(Topic.values()).filter(topic -> topic != guess
                        && left.getOrDefault(topic, 0) > 0).toList();
                if (told.isEmpty()) {
                    keep(truth, guess, still);
                    break;
                }
                var topic = told.get(chance.nextInt(told.size()));
                left.merge(topic, -1, Integer::sum);
                truth.merge(cell(new Item.TopicCorrected(guess, topic)), 1, Integer::sum);
            }
        }
    }

    /// Nothing was guessed of those who can have corrected nothing.
    private static void keep(Map<Cell, Integer> truth, Topic guess, int persons) {
        truth.merge(cell(new Item.TopicGuess(guess, Fate.CHANGED)), -persons, Integer::sum);
        truth.merge(cell(new Item.TopicGuess(guess, Fate.GUESSED)), -persons, Integer::sum);
        truth.merge(cell(new Item.TopicUnguessed()), persons, Integer::sum);
    }

    /// The moods alone.
    void moods(Map<Cell, Integer> truth) {
        for (var told : Mood.Group.values()) {
            divide(truth, new Item.MoodOf(told), Item.moodGuesses().stream()
                    .map(guess -> new Item.MoodGuess(guess, told)).toList());
        }
        for (var guess : Item.moodGuesses()) {
            truth.put(cell(new Item.MoodGuessed(guess)), Stream.of(Mood.Group.values())
                    .mapToInt(told -> persons(truth, new Item.MoodGuess(guess, told))).sum());
        }
    }

    private void divide(Map<Cell, Integer> truth, Item whole, List<? extends Item> parts) {
        parts.forEach(part -> truth.put(cell(part), 0));
        for (int left = persons(truth, whole); left > 0;) {
            int some = 1 + chance.nextInt(left);
            truth.merge(cell(parts.get(chance.nextInt(parts.size()))), some, Integer::sum);
            left -= some;
        }
    }

    private static int persons(Map<Cell, Integer> truth, Item item) {
        return truth.getOrDefault(cell(item), 0);
    }

    private static Cell cell(Item item) {
        return new Cell(Area.PROVINCE, item);
    }
}
