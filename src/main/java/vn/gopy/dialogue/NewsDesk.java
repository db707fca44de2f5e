package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;

/// Asks whether a resident wishes to get announcements: of which unit, of one subject if they like, with a consent
/// of its own that nothing chooses beforehand. One word, said in each announcement, ends it at once.
final class NewsDesk {
    private static final String LIMIT = "2";

    private final Voice voice;
    private final Whereabouts whereabouts;
    private final PlaceDesk places;
    private final NewUnits units;
    private final DialogueSettings settings;

    NewsDesk(Voice voice, Whereabouts whereabouts, PlaceDesk places, DialogueSettings settings) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        this.places = places;
        this.settings = settings;
        units = new NewUnits(whereabouts);
    }

    /// The word was typed or its button pressed: a unit that is known already is not asked for.
    Turn begin(Visit visit) {
        if (visit.resident().followed().isPresent()) {
            return visit.to(new Step.AskNews(0));
        }
        return known(visit).map(unit -> visit.to(new Step.MayNews(Optional.of(unit), Optional.empty())))
                .orElseGet(() -> visit.to(new Step.AskNews(0)));
    }

    private Optional<UnitId> known(Visit visit) {
        var there = switch (visit.standing().step()) {
            case Step.Linked(var unit) -> Optional.of(unit);
            case Step.Receipted receipted -> receipted.unit();
            default -> Optional.<UnitId>empty();
        };
        return there.or(() -> visit.standing().home().map(Standing.Home::unit)).filter(UnitId::isNew);
    }

    Question ask(Step.OfNews step, Visit visit) {
        return switch (step) {
            case Step.AskNews(var tries) -> askUnit(tries, visit);
            case Step.PickNews(var pick) -> places.ask(pick, visit);
            case Step.MayNews may -> askLeave(may, visit);
            case Step.TopicOfNews _ -> askTopic(visit);
        };
    }

    private Question askUnit(int tries, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        rows.add(List.of(voice.option(visit, "all", "news.all")));
        var followed = visit.resident().followed();
        rows.add(followed.isPresent()
                ? List.of(voice.word(visit, Word.TATTIN), voice.word(visit, Word.MENU))
                : List.of(voice.word(visit, Word.MENU)));
        if (tries > 0) {
            return Question.of(voice.say(visit, "place.ask-again"), rows);
        }
        return Question.of(followed
                .map(now -> voice.say(visit, "news.change", Map.of("what", title(visit, now))))
                .orElseGet(() -> voice.say(visit, "news.where")), rows);
    }

    /// What is followed, in words.
    String title(Visit visit, Followed what) {
        var unit = what.unit().map(one -> whereabouts.title(visit, new Place.In(one)))
                .orElseGet(() -> voice.say(visit, "news.province"));
        return what.topic().map(topic -> voice.say(visit, "news.about",
                Map.of("unit", unit, "topic", voice.say(visit, "topic." + topic.code())))).orElse(unit);
    }

    private Question askLeave(Step.MayNews step, Visit visit) {
        var topic = step.topic().isPresent()
                ? voice.option(visit, "every", "news.every")
                : voice.option(visit, "topic", "news.topic");
        return Question.of(shown(step, visit), List.of(
                List.of(voice.option(visit, "wish", "news.wish"),
                        voice.option(visit, "refuse", "news.refuse")),
                List.of(topic, voice.option(visit, "elsewhere", "news.elsewhere")))).surely();
    }

    private String shown(Step.MayNews step, Visit visit) {
        var followed = new Followed(step.unit(), step.topic());
        return voice.say(visit, step.unit().isPresent() ? "news.ask" : "news.ask-all",
                Map.of("what", title(visit, followed), "n", LIMIT, "keep",
                        voice.say(visit, settings.keep())));
    }

    private Question askTopic(Visit visit) {
        var options = new ArrayList<Option>();
        for (var topic : Topic.values()) {
            if (topic != Topic.KHAC) {
                options.add(voice.option(visit, "t:" + topic.code(), "topic." + topic.code()));
            }
        }
        options.add(voice.option(visit, "every", "news.every"));
        return Question.of(voice.say(visit, "news.which"), FeedbackDesk.inPairs(options));
    }

    Turn choose(Step.OfNews step, String verb, Visit visit) {
        return switch (step) {
            case Step.AskNews _ -> visit.to(new Step.MayNews(Optional.empty(), Optional.empty()));
            case Step.PickNews(var pick) -> found(units.picked(pick, verb), visit, pick.tries());
            case Step.MayNews may -> decide(may, verb, visit);
            case Step.TopicOfNews(var unit) -> visit.to(new Step.MayNews(unit,
                    verb.equals("every") ? Optional.empty() : Topic.of(verb.substring(2))));
        };
    }

    /// A typed name of the unit.
    Turn find(String name, Visit visit, Step.OfNews step) {
        int tries = switch (step) {
            case Step.AskNews(var before) -> before;
            case Step.PickNews(var pick) -> pick.tries();
            case Step.MayNews _,Step.TopicOfNews _ -> 0;
        };
        return found(units.find(name, tries), visit, tries);
    }

    private Turn found(NewUnits.Found found, Visit visit, int tries) {
        return switch (found) {
            case NewUnits.Found.Sure(var unit) ->
                visit.to(new Step.MayNews(Optional.of(unit), Optional.empty()));
            case NewUnits.Found.Ask(var pick) -> visit.to(new Step.PickNews(pick));
            case NewUnits.Found.Missed _ -> tries == 0
                    ? visit.to(new Step.AskNews(1))
                    : visit.to(new Step.Idle()).say(voice.reply(visit, "news.no-place"));
        };
    }

    private Turn decide(Step.MayNews step, String verb, Visit visit) {
        return switch (verb) {
            case "wish" -> wished(step, visit);
            case "topic" -> visit.to(new Step.TopicOfNews(step.unit()));
            case "every" -> visit.to(new Step.MayNews(step.unit(), Optional.empty()));
            case "elsewhere" -> visit.to(new Step.AskNews(0));
            default -> refused(visit);
        };
    }

    /// Who gets announcements already goes on getting those.
    private Turn refused(Visit visit) {
        var turn = visit.to(new Step.Idle());
        return visit.resident().followed()
                .map(now -> turn.say(Reply.of(
                        voice.say(visit, "news.kept", Map.of("what", title(visit, now))))))
                .orElseGet(() -> turn.say(voice.reply(visit, "news.refused"))
                        .record(new Event.Counted("news.refused")));
    }

    private Turn wished(Step.MayNews step, Visit visit) {
        var followed = new Followed(step.unit(), step.topic());
        return visit.to(new Step.Idle())
                .say(Reply.of(voice.say(visit, "news.wished", Map.of("what", title(visit, followed))))
                        .surely())
                .record(new Event.NewsWished(followed, visit.language(), settings.consentVersion(),
                        ConsentDesk.hash(shown(step, visit))));
    }

    /// A word or two are an answer nobody understood.
    Turn notUnderstood(Visit visit) {
        return Misses.count(visit, voice, "news.again");
    }

    /// They get no announcements any more.
    Turn ended(Visit visit) {
        return Router.aside(visit, voice.reply(visit, "news.ended").surely()).record(new Event.NewsEnded());
    }
}
