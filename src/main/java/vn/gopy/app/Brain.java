package vn.gopy.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.gopy.answer.Insight;
import vn.gopy.config.Settings;
import vn.gopy.dialogue.Atlas;
import vn.gopy.dialogue.Dialogue;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitFinder;
import vn.gopy.policy.LiveLibrary;
import vn.gopy.reading.Reader;
import vn.gopy.reading.Sensitive;
import vn.gopy.reading.TrainedReader;
import vn.gopy.request.RequestSettings;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// What understands and decides. The slow parts are opened side by side.
record Brain(Phrasebook phrases, Dialogue dialogue, LiveLibrary library, Reader reader, ShownFigures figures,
        OpenOffices offices) {
    private static final List<Language> LANGUAGES = List.of(Language.VIETNAMESE, Language.ENGLISH);

    static Brain open(Ground ground) {
        return open(ground.settings(), ground.gazetteer());
    }

    /// The same without a ground, so that both can be opened side by side.
    static Brain open(Settings settings, Gazetteer gazetteer) {
        var phrases = Phrasebook.open(LANGUAGES);
        try (var hands = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon(true).factory())) {
            var library = hands.submit((Callable<LiveLibrary>) () -> library(settings, gazetteer, phrases));
            var reader = hands.submit((Callable<Reader>) () -> TrainedReader.open(phrases));
            var places = new Atlas(UnitFinder.of(gazetteer), gazetteer);
            var figures = new ShownFigures();
            var offices = new OpenOffices(RequestSettings.from(settings));
            var dialogue = new Dialogue(phrases,
                    new Dialogue.Knowledge(of(reader), places, of(library), figures, offices),
                    DialogueSettings.from(settings));
            return new Brain(phrases, dialogue, of(library), of(reader), figures, offices);
        }
    }

    Insight insight() {
        return new Insight(library.likeness(), text -> reader.read(text).topic(), this::fit);
    }

    private boolean fit(String words) {
        var reading = reader.read(words);
        return !reading.toxic() && reading.sensitive() == Sensitive.NONE;
    }

    private static LiveLibrary library(Settings settings, Gazetteer gazetteer, Phrasebook phrases) {
        return LiveLibrary.open(Policies.bookcase(settings), gazetteer, phrases,
                settings.zone("time-zone"));
    }

    /// What another thread opened; throws what it threw.
    static <T> T of(Future<T> part) {
        try {
            return part.get();
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", stop);
        }
    }
}
