package vn.gopy.dialogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Dates;
import vn.gopy.reading.Reader;
import vn.gopy.topic.Topic;

/// Sends what a resident chose to an office: their words, the office, and a consent of its own to exactly what is
/// shown. Danger and accusations never come here: they are answered before any desk hears them.
final class RequestDesk {
    private static final int A_THOUGHT = 3;
    private static final int LISTED = 5;

    private final Voice voice;
    private final Whereabouts whereabouts;
    private final PlaceDesk places;
    private final NewUnits units;
    private final Behind behind;

    /// What stands behind the desk.
    record Behind(Reader reader, Offices offices, Receipts receipts, DialogueSettings settings) {}

    RequestDesk(Voice voice, Whereabouts whereabouts, PlaceDesk places, Behind behind) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        this.places = places;
        this.behind = behind;
        units = new NewUnits(whereabouts);
    }

    /// The word was typed or its button pressed: behind a question without a source it means that question.
    Turn begin(Visit visit) {
        if (visit.standing().step() instanceof Step.NoSource(var question) && !question.isEmpty()) {
            return start(visit, question);
        }
        return behind.offices().takeRequests() || !visit.resident().requests().isEmpty()
                ? visit.to(new Step.AskRequest())
                : Router.aside(visit, voice.reply(visit, "request.closed"));
    }

    Question ask(Step.AskRequest step, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        visit.resident().requests().stream().limit(LISTED).forEach(own -> rows.add(List.of(Option.of(
                "own" + own.id(), voice.say(visit, "request.own", Map.of("unit", title(visit, own.unit()),
                        "day", Dates.plain(own.sentOn()), "state", state(visit, own)))))));
        rows.add(List.of(voice.word(visit, Word.MENU)));
        return Question.of(
                voice.say(visit, behind.offices().takeRequests() ? "request.ask" : "request.closed"),
                rows);
    }

    String state(Visit visit, OwnRequest own) {
        return switch (own.state()) {
            case OPEN -> voice.say(visit, "request.state.open");
            case ASKED -> voice.say(visit, "request.state.asked");
            case ANSWERED -> voice.say(visit, "request.state.answered");
        };
    }

    String title(Visit visit, UnitId unit) {
        return whereabouts.title(visit, new Place.In(unit));
    }

    Turn choose(Step.AskRequest step, String verb, Visit visit) {
        return visit.to(new Step.OneRequest(Long.parseLong(verb.substring("own".length()))));
    }

    /// The words that are to be sent.
    Turn hear(Step.AskRequest step, Said said, Visit visit) {
        return said.words() < A_THOUGHT
                ? Misses.count(visit, voice, "request.again")
                : start(visit, said.masked());
    }

    /// Where to, unless the words name it or the resident let us keep it.
    ///
    /// @param masked as it may be sent
    Turn start(Visit visit, String masked) {
        var text = NotingDesk.cut(masked.strip(), SentRequest.LONGEST);
        var said = new Said(text, text, A_THOUGHT, behind.reader().read(text));
        var refused = refused(said, visit);
        if (refused.isPresent()) {
            return refused.get();
        }
        var home = whereabouts.atHome(visit, Draft.empty(visit.now())).place();
        return whereabouts.named(said).map(unit -> Optional.of(unit.id()))
                .orElseGet(() -> home.flatMap(RequestDesk::newUnit))
                .map(unit -> settle(visit, text, unit))
                .orElseGet(() -> visit.to(new Step.AskOffice(text, 0)));
    }

    private static Optional<UnitId> newUnit(Place place) {
        return place instanceof Place.In(var unit) && unit.isNew() ? Optional.of(unit) : Optional.empty();
    }

    /// What an office is not made to read, and who sends too much.
    private Optional<Turn> refused(Said said, Visit visit) {
        long waiting = visit.resident().requests().stream().filter(own -> !own.is(OwnRequest.State.ANSWERED))
                .count();
        if (!behind.offices().takeRequests() || waiting >= SentRequest.MOST) {
            var why = waiting >= SentRequest.MOST ? "request.enough" : "request.closed";
            return Optional.of(visit.to(new Step.Idle()).say(voice.reply(visit, why)));
        }
        return said.reading().toxic()
                ? Optional.of(visit.to(new Step.AskRequest()).say(voice.reply(visit, "request.insult")))
                : Optional.empty();
    }

    private Turn settle(Visit visit, String text, UnitId unit) {
        if (!behind.offices().read(unit)) {
            return visit.to(new Step.AskOffice(text, 0)).say(voice.reply(visit, "request.nobody"));
        }
        var topic = behind.reader().read(text).topic().orElse(Topic.KHAC);
        return visit.to(new Step.MaySend(text, unit, topic));
    }

    Question ask(Step.AskOffice step, Visit visit) {
        return Question.of(voice.say(visit, step.tries() == 0 ? "request.where" : "place.ask-again"),
                List.of(List.of(voice.word(visit, Word.MENU))));
    }

    Question ask(Step.PickOffice step, Visit visit) {
        return places.ask(step.pick(), visit);
    }

    /// A typed name of the office's unit.
    Turn find(String name, Visit visit, String text, int tries) {
        return found(units.find(name, tries), visit, text, tries);
    }

    Turn choose(Step.PickOffice step, String verb, Visit visit) {
        return found(units.picked(step.pick(), verb), visit, step.text(), step.pick().tries());
    }

    private Turn found(NewUnits.Found found, Visit visit, String text, int tries) {
        return switch (found) {
            case NewUnits.Found.Sure(var unit) -> settle(visit, text, unit);
            case NewUnits.Found.Ask(var pick) -> visit.to(new Step.PickOffice(text, pick));
            case NewUnits.Found.Missed _ -> tries == 0
                    ? visit.to(new Step.AskOffice(text, 1))
                    : visit.to(new Step.Idle()).say(voice.reply(visit, "request.no-place"));
        };
    }

    Question ask(Step.MaySend step, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        rows.add(List.of(voice.option(visit, "send", "request.send"),
                voice.option(visit, "refuse", "request.refuse")));
        rows.add(List.of(voice.option(visit, "reword", "request.reword"),
                voice.option(visit, "office", "request.elsewhere")));
        if (step.topic() != Topic.KHAC) {
            rows.add(List.of(voice.option(visit, "topic", "request.drop-topic")));
        }
        return Question.of(shown(visit, title(visit, step.unit()), step.text(),
                new Shown(voice.say(visit, "topic." + step.topic().code()), Dates.plain(due(visit))))
                + (step.text().length() >= SentRequest.LONGEST - 1
                        ? "\n" + voice.say(visit, "request.full")
                        : ""),
                rows).surely();
    }

    private record Shown(String topic, String due) {}

    private String shown(Visit visit, String unit, String text, Shown more) {
        return voice.say(visit, "request.consent", Map.of("unit", unit, "text", text, "topic", more.topic(),
                "due", more.due(), "keep", voice.say(visit, behind.offices().keep())));
    }

    private LocalDate today(Visit visit) {
        return LocalDate.ofInstant(visit.now(), behind.settings().zone());
    }

    private LocalDate due(Visit visit) {
        return behind.offices().due(today(visit));
    }

    Turn choose(Step.MaySend step, String verb, Visit visit) {
        return switch (verb) {
            case "send" -> send(step, visit);
            case "reword" -> visit.to(new Step.AskRequest());
            case "office" -> visit.to(new Step.AskOffice(step.text(), 0));
            case "topic" -> visit.to(new Step.MaySend(step.text(), step.unit(), Topic.KHAC));
            default -> visit.to(new Step.Idle()).say(voice.reply(visit, "request.not-sent"))
                    .record(new Event.Counted("request.refused"));
        };
    }

    private Turn send(Step.MaySend step, Visit visit) {
        var said = new Said(step.text(), step.text(), A_THOUGHT, behind.reader().read(step.text()));
        var refused = refused(said, visit);
        if (refused.isPresent()) {
            return refused.get();
        }
        var request = new SentRequest(step.unit(), step.topic(), step.text(), visit.language(), today(visit),
                due(visit));
        var receipt = behind.receipts().write(visit);
        // the hash is of the words around the request: of the request itself it would tell too much
        var hash = ConsentDesk.hash(shown(visit, "…", "…", new Shown("…", "…")));
        return visit.to(new Step.Idle())
                .say(sent(visit, step, receipt))
                .record(new Event.RequestSent(request, receipt, behind.settings().consentVersion(), hash))
                .record(new Event.Counted("request.sent"));
    }

    private Reply sent(Visit visit, Step.MaySend step, String receipt) {
        return Reply.of(voice.say(visit, "request.sent", Map.of("unit", title(visit, step.unit()),
                "receipt", receipt, "due", Dates.plain(due(visit))))).surely();
    }

    /// More words belong to the request; a word or two are an answer nobody understood.
    Turn hear(Step.MaySend step, Said said, Visit visit) {
        return said.words() < A_THOUGHT
                ? Misses.count(visit, voice, "request.send-again")
                : reworded(step, visit, step.text() + " " + said.masked());
    }

    /// An edited message replaces the words.
    Turn replace(Step.MaySend step, Said said, Visit visit) {
        return reworded(step, visit, said.masked());
    }

    private Turn reworded(Step.MaySend step, Visit visit, String masked) {
        var text = NotingDesk.cut(masked.strip(), SentRequest.LONGEST);
        var said = new Said(text, text, A_THOUGHT, behind.reader().read(text));
        return refused(said, visit)
                .orElseGet(() -> visit.to(new Step.MaySend(text, step.unit(), step.topic())));
    }
}
