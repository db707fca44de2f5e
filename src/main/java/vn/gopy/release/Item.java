package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// What is counted in one cell, within an area and a period.
public sealed interface Item {
    /// All persons who spoke.
    record People() implements Item {}

    /// Persons who spoke from outside the province; they are in no other item.
    record Outside() implements Item {}

    /// Persons who filed for others ("ghi hộ"); what they filed is in no other item.
    record OnBehalf() implements Item {}

    /// Persons with a confirmed mood: the base of the shares of [MoodOf].
    record MoodBase() implements Item {}

    /// Persons of one mood group.
    record MoodOf(Mood.Group group) implements Item {}

    /// Persons who named a topic; their base is [People].
    record TopicOf(Topic topic) implements Item {}

    /// Persons with a confirmed mood on a topic: the base of [TopicMood].
    record TopicBase(Topic topic) implements Item {}

    /// Persons of one mood group on a topic.
    record TopicMood(Topic topic, Mood.Group group) implements Item {}

    /// Persons by the mood group that the program had guessed; empty: it guessed none.
    record MoodGuessed(Optional<Mood.Group> guess) implements Item {}

    /// Of [MoodGuessed], those who confirmed a mood group.
    record MoodGuess(Optional<Mood.Group> guess, Mood.Group told) implements Item {}

    /// Persons of whom no topic was guessed.
    record TopicUnguessed() implements Item {}

    /// Persons of whom a topic was guessed, and what became of the guess.
    record TopicGuess(Topic topic, Fate fate) implements Item {}

    /// Of [TopicGuess] changed, those who named this topic first instead; in months and longer periods only.
    record TopicCorrected(Topic guess, Topic told) implements Item {}

    /// Persons who sent nearly the same words as many others did, or words of their own.
    record WordsOf(Words words) implements Item {}

    /// Of [WordsOf], those with a confirmed mood: the base of [WordsMood].
    record WordsBase(Words words) implements Item {}

    /// Of [WordsBase], those of one mood group.
    record WordsMood(Words words, Mood.Group group) implements Item {}

    /// Persons who spoke when far more came than usual.
    record InBurst() implements Item {}

    /// Persons who answered a poll: the base of [PollChoice].
    record PollAll(long poll) implements Item {}

    /// Of [PollAll], those who chose an option, counted from 0.
    record PollChoice(long poll, int choice) implements Item {}

    /// Whose words somebody sent.
    enum Words {
        /// Nearly those of at least k - 1 others.
        ALIKE,
        /// Others, or none.
        OWN
    }

    /// What became of a guessed topic.
    enum Fate {
        /// Guessed, whatever came of it: the whole of kept and changed.
        GUESSED,
        /// The resident named the guessed topic, first or second.
        KEPT,
        /// The resident named others only.
        CHANGED,
        /// The resident named the topic, but not by keeping a guess: with kept, the whole of [TopicOf].
        OTHERWISE
    }

    Map<Table, Map<String, Item>> ALL = published().stream().collect(Collectors.groupingBy(Item::table,
            Collectors.toUnmodifiableMap(Item::code, Function.identity())));

    /// The items of a former district or an old unit, in the order of pages and files.
    static List<Item> ofOldBorders() {
        var items = new ArrayList<Item>();
        items.add(new People());
        items.add(new MoodBase());
        for (var group : Mood.Group.values()) {
            items.add(new MoodOf(group));
        }
        return items;
    }

    /// The items of a commune: those by old borders and more, in the order of pages and files.
    static List<Item> ofCommune() {
        var items = new ArrayList<>(ofOldBorders());
        for (var topic : Topic.values()) {
            items.add(new TopicOf(topic));
        }
        return items;
    }

    /// The items of the province: those of a commune and more.
    static List<Item> every() {
        var items = new ArrayList<>(ofCommune());
        items.add(1, new Outside());
        items.add(2, new OnBehalf());
        for (var topic : Topic.values()) {
            items.add(new TopicBase(topic));
            for (var group : Mood.Group.values()) {
                items.add(new TopicMood(topic, group));
            }
        }
        items.addAll(guesses());
        return items;
    }

    /// All items that a release can hold: those of the province, and those that some months have beside them.
    static List<Item> published() {
        var items = new ArrayList<>(every());
        items.addAll(ofWords());
        items.add(new InBurst());
        return items;
    }

    /// The items of a month in which many sent the same words, for the province.
    static List<Item> ofWords() {
        var items = new ArrayList<Item>();
        for (var words : Words.values()) {
            items.add(new WordsOf(words));
            items.add(new WordsBase(words));
            for (var group : Mood.Group.values()) {
                items.add(new WordsMood(words, group));
            }
        }
        return items;
    }

    private static List<Item> guesses() {
        var items = new ArrayList<Item>();
        for (var guess : moodGuesses()) {
            items.add(new MoodGuessed(guess));
            for (var told : Mood.Group.values()) {
                items.add(new MoodGuess(guess, told));
            }
        }
        items.add(new TopicUnguessed());
        for (var topic : Topic.values()) {
            for (var fate : Fate.values()) {
                items.add(new TopicGuess(topic, fate));
            }
            items.addAll(corrections(topic));
        }
        return items;
    }

    /// Every topic that a guess can be corrected to.
    static List<Item> corrections(Topic guess) {
        return Arrays.stream(Topic.values()).filter(told -> told != guess)
                .<Item>map(told -> new TopicCorrected(guess, told)).toList();
    }

    /// The mood groups that can be guessed, and none.
    static List<Optional<Mood.Group>> moodGuesses() {
        return Stream
                .concat(Arrays.stream(Mood.Group.values()).map(Optional::of),
                        Stream.of(Optional.<Mood.Group>empty()))
                .toList();
    }

    /// Reads an item as it is stored.
    static Optional<Item> parse(Table table, String code) {
        return table == Table.POLLS
                ? PollCode.parse(code)
                : Optional.ofNullable(ALL.getOrDefault(table, Map.of()).get(code));
    }

    default Table table() {
        return switch (this) {
            case People _,Outside _,OnBehalf _ -> Table.PEOPLE;
            case MoodBase _,MoodOf _ -> Table.MOODS;
            case TopicOf _ -> Table.TOPICS;
            case TopicBase _,TopicMood _ -> Table.TOPIC_MOODS;
            case MoodGuessed _,MoodGuess _ -> Table.MOOD_GUESSES;
            case TopicUnguessed _,TopicGuess _,TopicCorrected _ -> Table.TOPIC_GUESSES;
            case WordsOf _,WordsBase _,WordsMood _,InBurst _ -> Table.CROWDS;
            case PollAll _,PollChoice _ -> Table.POLLS;
        };
    }

    /// The item that this one is a share of; empty for those that are no share.
    default Optional<Item> base() {
        return switch (this) {
            case MoodOf _ -> Optional.of(new MoodBase());
            case TopicOf _ -> Optional.of(new People());
            case TopicMood(var topic, _) -> Optional.of(new TopicBase(topic));
            case MoodGuess(var guess, _) when guess.isPresent() -> Optional.of(new MoodGuessed(guess));
            case TopicGuess(var topic, var fate) when fate == Fate.KEPT ->
                Optional.of(new TopicGuess(topic, Fate.GUESSED));
            case TopicCorrected(var guess, _) -> Optional.of(new TopicGuess(guess, Fate.GUESSED));
            case WordsMood(var words, _) -> Optional.of(new WordsBase(words));
            case PollChoice(var poll, _) -> Optional.of(new PollAll(poll));
            case People _,Outside _,OnBehalf _,MoodBase _,TopicBase _,MoodGuessed _,MoodGuess _,TopicUnguessed _,TopicGuess _,WordsOf _,WordsBase _,InBurst _,PollAll _ ->
                Optional.empty();
        };
    }

    /// Its name within its table, as stored and published.
    default String code() {
        return switch (this) {
            case People _,MoodBase _ -> "all";
            case Outside _ -> "outside";
            case OnBehalf _ -> "on_behalf";
            case MoodOf(var group) -> word(group);
            case TopicOf(var topic) -> topic.code();
            case TopicBase(var topic) -> topic.code();
            case TopicMood(var topic, var group) -> topic.code() + "." + word(group);
            case MoodGuessed(var guess) -> word(guess);
            case MoodGuess(var guess, var told) -> word(guess) + "." + word(told);
            case WordsOf(var words) -> word(words);
            case WordsBase(var words) -> word(words) + ".all";
            case WordsMood(var words, var group) -> word(words) + "." + word(group);
            case InBurst _ -> "burst";
            case PollAll _,PollChoice _ -> PollCode.of(this);
            case TopicUnguessed _ -> "none";
            case TopicGuess(var topic, var fate) ->
                fate == Fate.GUESSED ? topic.code() : topic.code() + "." + word(fate);
            case TopicCorrected(var guess, var told) -> guess.code() + "." + told.code();
        };
    }

    private static String word(Optional<Mood.Group> guess) {
        return guess.map(Item::word).orElse("none");
    }

    private static String word(Enum<?> group) {
        return group.name().toLowerCase(Locale.ROOT);
    }
}
