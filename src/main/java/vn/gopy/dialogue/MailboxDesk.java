package vn.gopy.dialogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Slip;
import vn.gopy.policy.Dates;
import vn.gopy.reading.Reader;

/// What becomes of a resident's own requests: what the office asks back, its answer, whether that solved it, a
/// mark, and opening it again. Each is recorded once, however often a button is pressed.
final class MailboxDesk {
    private static final int HIGHEST = 5;

    private final Voice voice;
    private final RequestDesk requests;
    private final Reader reader;
    private final Offices offices;
    private final DialogueSettings settings;

    MailboxDesk(Voice voice, RequestDesk requests, RequestDesk.Behind behind) {
        this.voice = voice;
        this.requests = requests;
        reader = behind.reader();
        offices = behind.offices();
        settings = behind.settings();
    }

    private static Optional<OwnRequest> own(Visit visit, long id) {
        return visit.resident().requests().stream().filter(request -> request.id() == id).findFirst();
    }

    private LocalDate today(Visit visit) {
        return LocalDate.ofInstant(visit.now(), settings.zone());
    }

    Question ask(Step.OneRequest step, Visit visit) {
        return own(visit, step.id()).map(request -> question(request, visit)).orElseGet(() -> Question
                .of(voice.say(visit, "request.gone"), List.of(List.of(voice.word(visit, Word.MENU)))));
    }

    private Question question(OwnRequest own, Visit visit) {
        var head = voice.say(visit, "request.one", Map.of("unit", requests.title(visit, own.unit()), "day",
                Dates.plain(own.sentOn()), "text", own.text()));
        return Question.of(head + "\n" + standing(own, visit) + asks(own, visit), rows(own, visit)).surely();
    }

    private String standing(OwnRequest own, Visit visit) {
        return switch (own.state()) {
            case OPEN -> voice.say(visit, "request.one.open", Map.of("due", Dates.plain(own.due())));
            case ASKED -> voice.say(visit, "request.one.asked", Map.of("office", own.office()));
            case ANSWERED -> voice.say(visit, "request.one.answered", Map.of("office", own.office()));
        };
    }

    /// What may be said to an answer now.
    private String asks(OwnRequest own, Visit visit) {
        var text = new StringBuilder();
        if (own.is(OwnRequest.State.ANSWERED) && own.solved().isEmpty()) {
            text.append('\n').append(voice.say(visit, "request.solved"));
        }
        if (own.mayReopen(today(visit))) {
            text.append('\n').append(voice.say(visit, "request.may-reopen",
                    Map.of("until", Dates.plain(own.endsOn().orElseThrow()))));
        }
        if (own.mayRate()) {
            text.append('\n').append(voice.say(visit, "request.rate"));
        }
        return text.toString();
    }

    private List<List<Option>> rows(OwnRequest own, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        if (own.is(OwnRequest.State.ANSWERED) && own.solved().isEmpty()) {
            rows.add(List.of(voice.option(visit, "yes", "request.solved.yes"),
                    voice.option(visit, "no", "request.solved.no")));
        }
        if (own.mayReopen(today(visit))) {
            rows.add(List.of(voice.option(visit, "reopen", "request.reopen")));
        }
        if (own.mayRate()) {
            rows.add(IntStream.rangeClosed(1, HIGHEST)
                    .mapToObj(mark -> Option.of("r" + mark, Integer.toString(mark))).toList());
        }
        rows.add(List.of(voice.word(visit, Word.MENU)));
        return rows;
    }

    Turn choose(Step.OneRequest step, String verb, Visit visit) {
        var own = own(visit, step.id()).orElseThrow();
        return switch (verb) {
            case "yes" -> judge(own, true, visit);
            case "no" -> judge(own, false, visit);
            case "reopen" -> reopen(own, "", visit);
            default -> visit.to(new Step.Idle()).say(voice.reply(visit, "request.rated"))
                    .record(new Event.RequestRated(own.id(), verb.charAt(1) - '0'));
        };
    }

    /// Says the rest of the question, without the answer that they have just read.
    private Turn judge(OwnRequest own, boolean solved, Visit visit) {
        var after = own.judged(solved);
        var next = visit.standing().at(new Step.OneRequest(own.id()));
        var text = voice.say(visit, "request.judged") + asks(after, visit);
        return Turn.to(next).say(Question.of(text, rows(after, visit)).reply(next))
                .record(new Event.RequestJudged(own.id(), solved));
    }

    private Turn reopen(OwnRequest own, String text, Visit visit) {
        var due = offices.due(today(visit));
        return visit.to(new Step.Idle())
                .say(Reply.of(voice.say(visit, "request.reopened", Map.of("unit",
                        requests.title(visit, own.unit()), "due", Dates.plain(due)))).surely())
                .record(new Event.RequestReopened(own.id(), text, today(visit), due));
    }

    /// A button under a letter, pressed now or long after.
    Optional<Turn> pressed(String payload, Visit visit) {
        return Slip.parse(payload).map(slip -> own(visit, slip.request())
                .map(request -> pressed(request, slip.verb(), visit))
                .orElseGet(() -> visit.stay().say(Reply.toPress(voice.say(visit, "stale")))));
    }

    private Turn pressed(OwnRequest own, String verb, Visit visit) {
        boolean judges = own.is(OwnRequest.State.ANSWERED) && own.solved().isEmpty();
        var turn = judges && (verb.equals("yes") || verb.equals("no"))
                ? judge(own, verb.equals("yes"), visit)
                : visit.to(new Step.OneRequest(own.id()));
        return turn.sayFirst(Reply.toPress(""));
    }

    /// Whether typed words are for this request.
    boolean awaits(Step.OneRequest step, Visit visit) {
        return own(visit, step.id()).filter(
                request -> request.is(OwnRequest.State.ASKED) || request.mayReopen(today(visit))).isPresent();
    }

    Turn hear(Step.OneRequest step, Said said, Visit visit) {
        return shown(visit, step.id(), said.masked());
    }

    /// More words belong to the answer.
    Turn hear(Step.MayAnswer step, Said said, Visit visit) {
        return shown(visit, step.id(), step.text() + " " + said.masked());
    }

    private Turn shown(Visit visit, long id, String masked) {
        var text = NotingDesk.cut(masked.strip(), SentRequest.LONGEST);
        return reader.read(text).toxic()
                ? visit.to(new Step.OneRequest(id)).say(voice.reply(visit, "request.insult"))
                : visit.to(new Step.MayAnswer(id, text));
    }

    Question ask(Step.MayAnswer step, Visit visit) {
        return Question.of(voice.say(visit, "request.answer", Map.of("text", step.text())), List.of(
                List.of(voice.option(visit, "send", "request.send"),
                        voice.option(visit, "refuse", "request.refuse")),
                List.of(voice.option(visit, "reword", "request.reword"))))
                .surely();
    }

    Turn choose(Step.MayAnswer step, String verb, Visit visit) {
        return switch (verb) {
            case "send" -> send(step, visit);
            case "reword" -> visit.to(new Step.OneRequest(step.id()));
            default -> visit.to(new Step.Idle()).say(voice.reply(visit, "request.not-sent"));
        };
    }

    private Turn send(Step.MayAnswer step, Visit visit) {
        var own = own(visit, step.id());
        if (own.isPresent() && own.get().is(OwnRequest.State.ASKED)) {
            return reply(own.get(), step.text(), visit);
        }
        return own.filter(request -> request.mayReopen(today(visit)))
                .map(request -> reopen(request, step.text(), visit))
                .orElseGet(() -> visit.to(new Step.OneRequest(step.id())));
    }

    private Turn reply(OwnRequest own, String text, Visit visit) {
        var today = today(visit);
        var due = offices.putOff(own.due(), own.asked().orElse(today), today);
        return visit.to(new Step.Idle())
                .say(Reply.of(voice.say(visit, "request.replied", Map.of("unit",
                        requests.title(visit, own.unit()), "due", Dates.plain(due)))).surely())
                .record(new Event.RequestReplied(own.id(), text, today, due));
    }
}
