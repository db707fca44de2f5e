package vn.gopy.release;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.Voice;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Counts distinct persons in one period. Voices must come person by person, each person's in the order of
/// time; so only one person is remembered at a time, whatever the number of rows.
final class Tally {
    private final Division division;
    private final Map<Cell, Integer> counts = new HashMap<>();
    private Optional<Voice> last = Optional.empty();
    private final Map<Area, Said> said = new HashMap<>();
    private final Set<Item> aside = new HashSet<>();

    /// @param division which areas a voice is counted in
    Tally(Division division) {
        this.division = division;
    }

    void hear(Voice voice) {
        if (!last.map(voice::isBySameAs).orElse(false)) {
            countPerson();
        }
        last = Optional.of(voice);
        if (voice.onBehalf()) {
            aside.add(new Item.OnBehalf());
            return;
        }
        switch (voice.place()) {
            case Feedback.Place.Outside() -> aside.add(new Item.Outside());
            case Feedback.Place.Unclear() -> hear(voice, division.areasOf(Optional.empty()));
            case Feedback.Place.In(var unit) -> hear(voice, division.areasOf(Optional.of(unit)));
        }
    }

    private void hear(Voice voice, Set<Area> areas) {
        said.computeIfAbsent(Area.PROVINCE, _ -> new Said()).hear(voice);
        areas.forEach(area -> said.computeIfAbsent(area, _ -> new Said()).hear(voice));
    }

    /// How many persons each cell holds; cells that nobody is in are missing.
    Map<Cell, Integer> counts() {
        countPerson();
        return Map.copyOf(counts);
    }

    private void countPerson() {
        aside.forEach(item -> count(Area.PROVINCE, item));
        said.forEach((area, what) -> what.countIn(area));
        aside.clear();
        said.clear();
    }

    private void count(Area area, Item item) {
        var cell = new Cell(area, item);
        if (!Division.isFormer(area) || division.former().contains(cell)) {
            counts.merge(cell, 1, Integer::sum);
        }
    }

    /// What one person said in one area.
    private final class Said {
        private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
        private final Map<Topic, Mood.Group> moodOn = new EnumMap<>(Topic.class);
        private Optional<Mood.Group> mood = Optional.empty();
        private Optional<Mood.Group> moodGuess = Optional.empty();
        private Optional<Item.TopicGuess> topicGuess = Optional.empty();
        private Optional<Item> correction = Optional.empty();

        void hear(Voice voice) {
            topics.addAll(voice.topics());
            voice.mood().map(Mood::group).ifPresent(group -> {
                mood = Optional.of(group);
                moodGuess = voice.guess().mood().map(Mood::group);
                voice.topics().forEach(topic -> moodOn.put(topic, group));
            });
            voice.guess().topic().ifPresent(guess -> {
                boolean kept = voice.topics().contains(guess);
                topicGuess = Optional.of(new Item.TopicGuess(guess,
                        kept ? Item.Fate.KEPT : Item.Fate.CHANGED));
                correction = kept
                        ? Optional.empty()
                        : voice.topics().stream().findFirst()
                                .map(told -> new Item.TopicCorrected(guess, told));
            });
        }

        void countIn(Area area) {
            count(area, new Item.People());
            topics.forEach(topic -> count(area, new Item.TopicOf(topic)));
            mood.ifPresent(group -> {
                count(area, new Item.MoodBase());
                count(area, new Item.MoodOf(group));
            });
            if (area.isProvince()) {
                moodOn.forEach((topic, group) -> {
                    count(area, new Item.TopicBase(topic));
                    count(area, new Item.TopicMood(topic, group));
                });
                countGuesses(area);
            }
        }

        private void countGuesses(Area area) {
            mood.ifPresent(told -> {
                count(area, new Item.MoodGuessed(moodGuess));
                count(area, new Item.MoodGuess(moodGuess, told));
            });
            topicGuess.ifPresentOrElse(guess -> {
                count(area, new Item.TopicGuess(guess.topic(), Item.Fate.GUESSED));
                count(area, guess);
            }, () -> count(area, new Item.TopicUnguessed()));
            topics.stream()
                    .filter(topic -> !topicGuess.equals(
                            Optional.of(new Item.TopicGuess(topic, Item.Fate.KEPT))))
                    .forEach(topic -> count(area, new Item.TopicGuess(topic, Item.Fate.OTHERWISE)));
            if (division.hasParts()) {
                correction.ifPresent(item -> count(area, item));
            }
        }
    }
}
