package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.policy.Dates;
import vn.gopy.reading.Reader;

/// Takes questions to the dialogue sessions that are open: a question, masked and shown before it is sent, and a consent
/// of its own to exactly that. Danger and accusations never come here: they are answered before any desk hears them.
final class ForumDesk {
    private static final int A_THOUGHT = 3;
    private static final int LONGEST_TITLE = 60;

    private final Voice voice;
    private final Whereabouts whereabouts;
    private final Reader reader;
    private final DialogueSettings settings;

    ForumDesk(Voice voice, Whereabouts whereabouts, Reader reader, DialogueSettings settings) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        this.reader = reader;
        this.settings = settings;
    }

    /// The word was typed or its button pressed: where one alone is open, its question is asked at once.
    Turn begin(Visit visit) {
        var open = open(visit);
        return switch (open.size()) {
            case 0 -> Router.aside(visit, voice.reply(visit, "forum.none"));
            case 1 -> enter(open.getFirst(), visit);
            default -> visit.to(new Step.PickForum());
        };
    }

    /// Those that are open now.
    static List<KnownForum> open(Visit visit) {
        return visit.resident().forums().stream().filter(KnownForum::open).toList();
    }

    private static Optional<KnownForum> open(Visit visit, long id) {
        return open(visit).stream().filter(forum -> forum.id() == id).findFirst();
    }

    private Turn enter(KnownForum forum, Visit visit) {
        return forum.hasRoom()
                ? visit.to(new Step.AskForum(forum.id()))
                : Router.aside(visit, voice.reply(visit, "forum.enough"));
    }

    Question ask(Step.OfForum step, Visit visit) {
        return switch (step) {
            case Step.PickForum _ -> pick(visit);
            case Step.AskForum(var id) -> open(visit, id).map(forum -> ask(forum, visit))
                    .orElseGet(() -> over(visit));
            case Step.MayAsk(var id, var text) -> open(visit, id).map(forum -> ask(forum, text, visit))
                    .orElseGet(() -> over(visit));
        };
    }

    private Question over(Visit visit) {
        return Question.of(voice.say(visit, "forum.over"), List.of(List.of(voice.word(visit, Word.MENU))));
    }

    private Question pick(Visit visit) {
        var rows = new ArrayList<List<Option>>();
        open(visit).forEach(forum -> rows.add(List.of(Option.of("f:" + forum.id(), title(forum, visit)))));
        rows.add(List.of(voice.word(visit, Word.MENU)));
        return Question.of(voice.say(visit, "forum.which"), rows);
    }

    private String title(KnownForum forum, Visit visit) {
        var subject = forum.in(visit.language());
        int end = subject.length() <= LONGEST_TITLE ? -1 : subject.lastIndexOf(' ', LONGEST_TITLE);
        return office(forum, visit) + ": " + (end < 0 ? subject : subject.substring(0, end) + " …");
    }

    private String office(KnownForum forum, Visit visit) {
        return forum.unit()
                .map(unit -> voice.say(visit, "theme.office",
                        Map.of("unit", whereabouts.title(visit, new Place.In(unit)))))
                .orElseGet(settings::operator);
    }

    private Question ask(KnownForum forum, Visit visit) {
        return Question.of(voice.say(visit, "forum.ask",
                Map.of("office", office(forum, visit), "subject", forum.in(visit.language()), "day",
                        day(forum))),
                List.of(List.of(voice.option(visit, "leave", "forum.leave"))));
    }

    /// The last day on which questions are taken.
    private String day(KnownForum forum) {
        return Dates.plain(forum.closesAt().minusMillis(1).atZone(settings.zone()).toLocalDate());
    }

    private Question ask(KnownForum forum, String text, Visit visit) {
        return Question.of(shown(forum, text, visit),
                List.of(List.of(voice.option(visit, "tell", "forum.may.tell")),
                        List.of(voice.option(visit, "only", "forum.may.only"),
                                voice.option(visit, "refuse", "forum.may.refuse"))))
                .surely();
    }

    private String shown(KnownForum forum, String text, Visit visit) {
        return voice.say(visit, "forum.may", Map.of("subject", forum.in(visit.language()), "text", text, "k",
                settings.k(), "keep", voice.say(visit, settings.keepQuestion())));
    }

    Turn choose(Step.OfForum step, String verb, Visit visit) {
        return switch (step) {
            case Step.PickForum _ -> open(visit, Long.parseLong(verb.substring(2)))
                    .map(forum -> enter(forum, visit)).orElseGet(() -> closed(visit));
            case Step.AskForum _ -> visit.to(new Step.Idle()).say(voice.reply(visit, "forum.left"));
            case Step.MayAsk(var id, var text) -> open(visit, id)
                    .map(forum -> decide(forum, text, verb, visit)).orElseGet(() -> closed(visit));
        };
    }

    private Turn closed(Visit visit) {
        return visit.to(new Step.Idle()).say(voice.reply(visit, "forum.over"));
    }

    private Turn decide(KnownForum forum, String text, String verb, Visit visit) {
        if (verb.equals("refuse")) {
            return visit.to(new Step.Idle()).say(voice.reply(visit, "forum.left"));
        }
        boolean wishesToHear = verb.equals("tell");
        // the hash is of the words around the question: of the question itself it would tell too much
        return visit.to(new Step.Idle())
                .say(voice.reply(visit, wishesToHear ? "forum.asked-tell" : "forum.asked").surely())
                .record(new Event.ForumAsked(forum.id(), text, visit.language(), wishesToHear,
                        settings.consentVersion(), ConsentDesk.hash(shown(forum, "…", visit))));
    }

    /// The words that are to be asked, or others in place of those that are shown. Empty where one of several sessions
    /// is to be chosen: other words are something else.
    Optional<Turn> hear(Step.OfForum step, Said said, Visit visit) {
        return switch (step) {
            case Step.PickForum _ -> Optional.empty();
            case Step.AskForum asked -> Optional.of(hear(asked, said, visit));
            case Step.MayAsk shown -> Optional.of(hear(shown, said, visit));
        };
    }

    private Turn hear(Step.AskForum step, Said said, Visit visit) {
        var text = NotingDesk.cut(said.masked().strip(), NotedQuestion.LONGEST);
        if (said.words() < A_THOUGHT) {
            return Misses.count(visit, voice, "forum.again");
        }
        return reader.read(text).toxic()
                ? visit.to(step).say(voice.reply(visit, "forum.insult"))
                : visit.to(new Step.MayAsk(step.forum(), text));
    }

    /// A word or two are an answer nobody understood.
    private Turn hear(Step.MayAsk step, Said said, Visit visit) {
        return said.words() < A_THOUGHT
                ? Misses.count(visit, voice, "forum.may.again")
                : hear(new Step.AskForum(step.forum()), said, visit);
    }

    /// The message was edited before it was sent.
    Turn replace(Step.MayAsk step, Said said, Visit visit) {
        return hear(new Step.AskForum(step.forum()), said, visit);
    }

    /// The questions that are kept, each in a line, for who asks for their data.
    List<String> kept(Visit visit) {
        return visit.resident().forums().stream()
                .flatMap(forum -> forum.own().stream().map(text -> voice.say(visit, "data.forum",
                        Map.of("subject", forum.in(visit.language()), "text", text))))
                .toList();
    }

    /// All their questions that are kept are taken back.
    Turn withdrawn(Visit visit) {
        return visit.to(new Step.Idle()).say(voice.reply(visit, "forum.withdrawn").surely())
                .record(new Event.ForumsWithdrawn());
    }
}
