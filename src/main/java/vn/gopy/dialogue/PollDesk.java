package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.policy.Dates;

/// Asks the questions of polls that are open. What is kept of an answer stands in the question itself: choosing an
/// option is the consent to that. Until the end it can be changed and taken back.
final class PollDesk {
    private static final String WITHDRAW = "withdraw";
    private static final int LONGEST_TITLE = 60;

    private final Voice voice;
    private final Whereabouts whereabouts;
    private final DialogueSettings settings;

    PollDesk(Voice voice, Whereabouts whereabouts, DialogueSettings settings) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        this.settings = settings;
    }

    /// The word was typed or its button pressed: where one alone is open, it is asked at once.
    Turn begin(Visit visit) {
        var open = open(visit);
        return switch (open.size()) {
            case 0 -> Router.aside(visit, voice.reply(visit, "poll.none"));
            case 1 -> visit.to(new Step.AskPoll(open.getFirst().id()));
            default -> visit.to(new Step.PickPoll());
        };
    }

    /// Those that can be answered now.
    static List<KnownPoll> open(Visit visit) {
        return visit.resident().polls().stream().filter(KnownPoll::open).toList();
    }

    private static Optional<KnownPoll> open(Visit visit, long id) {
        return open(visit).stream().filter(poll -> poll.id() == id).findFirst();
    }

    Question ask(Step.OfPoll step, Visit visit) {
        return switch (step) {
            case Step.PickPoll _ -> pick(visit);
            case Step.AskPoll(var id) -> open(visit, id).map(poll -> ask(poll, visit))
                    .orElseGet(() -> Question.of(voice.say(visit, "poll.over"),
                            List.of(List.of(voice.word(visit, Word.MENU)))));
        };
    }

    private Question pick(Visit visit) {
        var rows = new ArrayList<List<Option>>();
        open(visit).forEach(poll -> rows.add(List.of(Option.of("p:" + poll.id(), title(poll, visit)))));
        rows.add(List.of(voice.word(visit, Word.MENU)));
        return Question.of(voice.say(visit, "poll.which"), rows);
    }

    private String title(KnownPoll poll, Visit visit) {
        var question = poll.in(visit.language()).question();
        int end = question.length() <= LONGEST_TITLE ? -1 : question.lastIndexOf(' ', LONGEST_TITLE);
        return office(poll, visit) + ": " + (end < 0 ? question : question.substring(0, end) + " …");
    }

    private String office(KnownPoll poll, Visit visit) {
        return poll.unit()
                .map(unit -> voice.say(visit, "theme.office",
                        Map.of("unit", whereabouts.title(visit, new Place.In(unit)))))
                .orElseGet(settings::operator);
    }

    private Question ask(KnownPoll poll, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        poll.order(visit.resident().seed()).forEach(option -> rows
                .add(List.of(Option.of("o:" + option, poll.in(visit.language()).options().get(option)))));
        rows.add(List.of(poll.chosen().isPresent()
                ? voice.option(visit, WITHDRAW, "poll.withdraw")
                : voice.option(visit, "skip", "poll.skip")));
        return Question.of(shown(poll, visit), rows);
    }

    /// The question with its options, who learns what, and what is kept.
    private String shown(KnownPoll poll, Visit visit) {
        var places = new HashMap<String, Object>(Map.of("office", office(poll, visit), "question",
                poll.in(visit.language()).question(), "options", options(poll, visit), "day", day(poll), "k",
                settings.k(), "keep", voice.say(visit, settings.keep())));
        poll.chosen()
                .ifPresent(choice -> places.put("chosen", poll.in(visit.language()).options().get(choice)));
        return voice.say(visit, poll.chosen().isPresent() ? "poll.ask-again" : "poll.ask", places);
    }

    /// The last day on which it can be answered.
    private String day(KnownPoll poll) {
        return Dates.plain(poll.endsAt().minusMillis(1).atZone(settings.zone()).toLocalDate());
    }

    private static String options(KnownPoll poll, Visit visit) {
        var lines = new ArrayList<String>();
        for (var option : poll.order(visit.resident().seed())) {
            lines.add((lines.size() + 1) + ". " + poll.in(visit.language()).options().get(option));
        }
        return String.join("\n", lines);
    }

    Turn choose(Step.OfPoll step, String verb, Visit visit) {
        return switch (step) {
            case Step.PickPoll _ -> visit.to(new Step.AskPoll(Long.parseLong(verb.substring(2))));
            case Step.AskPoll(var id) -> open(visit, id).map(poll -> decide(poll, verb, visit))
                    .orElseGet(() -> visit.to(new Step.Idle()).say(voice.reply(visit, "poll.over")));
        };
    }

    private Turn decide(KnownPoll poll, String verb, Visit visit) {
        return switch (verb) {
            case "skip" -> visit.to(new Step.Idle()).say(voice.reply(visit, "poll.skipped"));
            case WITHDRAW -> visit.to(new Step.Idle()).say(voice.reply(visit, "poll.withdrawn").surely())
                    .record(new Event.PollWithdrawn(poll.id()));
            default -> answered(poll, Integer.parseInt(verb.substring(2)), visit);
        };
    }

    private Turn answered(KnownPoll poll, int choice, Visit visit) {
        return visit.to(new Step.Idle())
                .say(Reply.of(voice.say(visit, "poll.answered", Map.of("choice",
                        poll.in(visit.language()).options().get(choice), "day", day(poll)))).surely())
                .record(new Event.PollAnswered(poll.id(), choice, poll.order(visit.resident().seed()),
                        settings.consentVersion(), ConsentDesk.hash(shown(poll, visit))));
    }

    /// The answers that are kept, each in a line, for who asks for their data.
    List<String> kept(Visit visit) {
        return visit.resident().polls().stream().filter(poll -> poll.chosen().isPresent())
                .map(poll -> voice.say(visit, "data.poll",
                        Map.of("question", poll.in(visit.language()).question(), "choice",
                                poll.in(visit.language()).options().get(poll.chosen().getAsInt()))))
                .toList();
    }

    /// All their answers that are kept are taken back.
    Turn withdrawn(Visit visit) {
        var turn = visit.to(new Step.Idle()).say(voice.reply(visit, "poll.withdrawn").surely());
        for (var poll : visit.resident().polls()) {
            if (poll.chosen().isPresent()) {
                turn = turn.record(new Event.PollWithdrawn(poll.id()));
            }
        }
        return turn;
    }

    /// A word or two are an answer nobody understood.
    Turn notUnderstood(Visit visit) {
        return Misses.count(visit, voice, "poll.again");
    }
}
