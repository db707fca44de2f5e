package vn.gopy.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Folded;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The reader that ships: rules for what must not be missed, classifiers for the rest.
public final class TrainedReader implements Reader {
    private static final int A_SENTENCE = 4;
    /// How likely it must be that a message tells of a danger, times how likely it is that it is urgent.
    private static final double LIKELY = 0.2;
    /// The same, for a message that is doubtful.
    private static final double CERTAIN = 0.5;
    private static final List<Sensitive> DANGERS = Stream.of(Sensitive.values())
            .filter(TrainedReader::isDanger).toList();
    /// The places of their labels.
    private static final int[] DANGER_PLACES = DANGERS.stream()
            .mapToInt(kind -> Task.CRISIS.labels().indexOf(kind.name().toLowerCase(Locale.ROOT))).toArray();

    private final Model model;
    private final Map<Language, Map<Kind, String>> placeholders;

    TrainedReader(Model model, Map<Language, Map<Kind, String>> placeholders) {
        this.model = model;
        this.placeholders = Map.copyOf(placeholders);
    }

    /// Loads the model that was trained when the program was built, and the lists of words; placeholders come
    /// from the book's phrases.
    public static TrainedReader open(Phrasebook book) {
        var words = new HashMap<Language, Map<Kind, String>>();
        for (var language : book.languages()) {
            Map<Kind, String> kinds = new EnumMap<>(Kind.class);
            for (var kind : Kind.values()) {
                kinds.put(kind,
                        book.say(language, "reading.placeholder." + kind.name().toLowerCase(Locale.ROOT)));
            }
            words.put(language, kinds);
        }
        var reader = new TrainedReader(ModelFile.shipped(), words);
        // lists are read when they are first needed: not while somebody waits for an answer
        reader.read(book.say(Language.VIETNAMESE, "word.xoa"));
        return reader;
    }

    Model model() {
        return model;
    }

    @Override
    public Reading read(String text) {
        var tokens = new Tokens(Folded.of(text));
        var language = LanguageGuess.of(tokens);
        var spans = Redactor.spans(tokens, text);
        if (tokens.size() == 0) {
            return new Reading(Sentiment.UNSURE, Optional.empty(), Optional.empty(), Intent.UNSURE, false,
                    false,
                    language, List.of(), Sensitive.NONE);
        }
        var raw = model.raw(tokens);
        var sensitive = sensitive(tokens, raw, language);
        var topics = Topics.of(model, raw);
        return new Reading(sentiment(raw), topics.first(), topics.second(), intent(raw),
                isDanger(sensitive) || yes(Task.URGENT, raw), yes(Task.TOXIC, raw), language, spans,
                sensitive);
    }

    private Sentiment sentiment(float[] raw) {
        var moods = model.scores(Task.MOOD, raw);
        if (moods.sureness() < model.threshold(Task.MOOD)) {
            return Sentiment.UNSURE;
        }
        return Sentiment.valueOf(moods.label().toUpperCase(Locale.ROOT));
    }

    private Intent intent(float[] raw) {
        var intents = model.scores(Task.INTENT, raw);
        if (intents.sureness() < model.threshold(Task.INTENT)) {
            return Intent.UNSURE;
        }
        return Intent.valueOf(intents.label().toUpperCase(Locale.ROOT));
    }

    private boolean yes(Task task, float[] raw) {
        return model.scores(task, raw).share("1") >= model.threshold(task);
    }

    /// The known phrases first, then the classifiers. These learnt from Vietnamese sentences above all and
    /// must be surer of others, as of a message with a phrase that mostly just sounds like danger.
    private Sensitive sensitive(Tokens tokens, float[] raw, Language language) {
        var ruled = SensitiveRules.find(tokens);
        if (ruled.kind() != Sensitive.NONE) {
            return ruled.kind();
        }
        if (tokens.size() < A_SENTENCE) {
            return Sensitive.NONE;
        }
        var scores = model.scores(Task.CRISIS, raw);
        float urgent = model.scores(Task.URGENT, raw).share("1");
        boolean doubtful = !language.equals(Language.VIETNAMESE) || ruled.figurative();
        return doubtful ? danger(scores, urgent, CERTAIN) : heard(scores, urgent);
    }

    private Sensitive heard(Scores scores, float urgent) {
        var danger = danger(scores, urgent, LIKELY);
        if (danger != Sensitive.NONE) {
            return danger;
        }
        var label = scores.label().equals("none") ? scores.labels().get(scores.second()) : scores.label();
        var kind = Sensitive.valueOf(label.toUpperCase(Locale.ROOT));
        boolean alarmed = 1 - scores.share("none") >= model.threshold(Task.CRISIS);
        boolean left = isDanger(kind) || kind == Sensitive.YOUNG; // who is young the rule alone tells
        return alarmed && !left ? kind : Sensitive.NONE;
    }

    /// The likeliest danger. All of them are weighed together, for many a call could be of two kinds, and
    /// together with urgency, for who tells of a danger long past is in no hurry.
    private static Sensitive danger(Scores scores, float urgent, double least) {
        double danger = 0;
        int likeliest = 0;
        for (int i = 0; i < DANGER_PLACES.length; i++) {
            danger += scores.share(DANGER_PLACES[i]);
            likeliest = scores.share(DANGER_PLACES[i]) > scores.share(DANGER_PLACES[likeliest])
                    ? i
                    : likeliest;
        }
        return danger * urgent < least ? Sensitive.NONE : DANGERS.get(likeliest);
    }

    private static boolean isDanger(Sensitive sensitive) {
        return switch (sensitive) {
            case FIRE, MEDICAL, CRIME, DISASTER, SELF_HARM, CHILD -> true;
            case NONE, YOUNG, ACCUSATION, CORRUPTION, THREAT -> false;
        };
    }

    @Override
    public String masked(String text, Reading reading, Language language) {
        var words = placeholders.containsKey(language) ? words(language) : words(Language.VIETNAMESE);
        var masked = new StringBuilder(text.length() + 32);
        int from = 0;
        for (var span : reading.spans()) {
            masked.append(text, from, span.start()).append(words.get(span.kind()));
            from = span.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private Map<Kind, String> words(Language language) {
        return Objects.requireNonNull(placeholders.get(language), "placeholders");
    }
}
