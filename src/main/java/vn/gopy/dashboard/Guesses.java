package vn.gopy.dashboard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// How well the program guessed, as residents confirmed or corrected it: what is published of it, for the
/// quality band.
///
/// @param moods  the guessed moods of which any confirmed one is shown
/// @param topics the guessed topics of which it is shown how many kept them, most guessed first
public record Guesses(Sheet sheet, List<Mood.Group> moods, List<Topic> topics) {
    /// So many of the topics that a guess was corrected to are told.
    private static final int COMMONEST = 2;

    /// Both lists are empty for a commune, for a release of before guesses were counted, and where too few
    /// were guessed for.
    public static Guesses of(Sheet sheet) {
        return new Guesses(sheet, moods(sheet), Arrays.stream(Topic.values())
                .filter(topic -> sheet.share(kept(topic)).isPresent())
                .sorted(Comparator.comparingInt(topic -> -persons(sheet, guessed(topic)))).toList());
    }

    private static List<Mood.Group> moods(Sheet sheet) {
        return Stream.of(Mood.Group.SATISFIED, Mood.Group.NEUTRAL, Mood.Group.DISSATISFIED)
                .filter(guess -> Arrays.stream(Mood.Group.values())
                        .anyMatch(told -> sheet.share(told(guess, told)).isPresent()))
                .toList();
    }

    private static int persons(Sheet sheet, Item item) {
        return sheet.count(item) instanceof Count.Of(int persons) ? persons : 0;
    }

    /// The topics that a guess was most often corrected to, where enough persons did; at most two.
    public List<Topic> correctedTo(Topic guess) {
        return Arrays.stream(Topic.values())
                .filter(told -> sheet.share(corrected(guess, told)).isPresent())
                .sorted(Comparator.comparingInt(told -> -persons(sheet, corrected(guess, told))))
                .limit(COMMONEST).toList();
    }

    public boolean isEmpty() {
        return moods.isEmpty() && topics.isEmpty();
    }

    public static Item guessed(Mood.Group guess) {
        return new Item.MoodGuessed(Optional.of(guess));
    }

    public static Item told(Mood.Group guess, Mood.Group told) {
        return new Item.MoodGuess(Optional.of(guess), told);
    }

    public static Item guessed(Topic topic) {
        return new Item.TopicGuess(topic, Item.Fate.GUESSED);
    }

    public static Item corrected(Topic guess, Topic told) {
        return new Item.TopicCorrected(guess, told);
    }

    public static Item kept(Topic topic) {
        return new Item.TopicGuess(topic, Item.Fate.KEPT);
    }
}
