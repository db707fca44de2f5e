package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.Optional;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;
import vn.gopy.place.Unit;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Telling;
import vn.gopy.topic.Mood;

/// The moods of a place and a period as a small chart: what the page shows, in its words, and nothing else.
final class MoodPicture {
    private final FigureWords words;
    private final Phrase phrase;

    /// Says a phrase by its key.
    @FunctionalInterface
    interface Phrase {
        String say(String key);
    }

    MoodPicture(FigureWords words, Phrase phrase) {
        this.words = words;
        this.phrase = phrase;
    }

    /// None where no share is shown: bars without lengths tell nothing.
    Optional<Picture> of(Telling telling, Optional<Unit> unit) {
        var summary = telling.summary();
        var bars = summary.moods().stream()
                .map(group -> new Bar(words.mood(group),
                        words.share(summary.count(group), summary.share(group)),
                        summary.share(group)
                                .map(share -> new Span(share.percent(), share.low(), share.high())),
                        tone(group)))
                .toList();
        if (bars.stream().allMatch(bar -> bar.span().isEmpty())) {
            return Optional.empty();
        }
        var notes = new ArrayList<String>();
        if (telling.demo()) {
            notes.add(phrase.say("figures.demo"));
        }
        notes.add(phrase.say("figures.legend"));
        notes.add(words.release(summary.release()));
        return Optional.of(new Picture(words.place(unit),
                phrase.say("figures.moods.title") + " · " + words.period(summary.sheet().period()), bars,
                notes));
    }

    private static Tone tone(Mood.Group group) {
        return switch (group) {
            case DISSATISFIED -> Tone.LOW;
            case NEUTRAL -> Tone.MIDDLE;
            case SATISFIED -> Tone.HIGH;
        };
    }
}
