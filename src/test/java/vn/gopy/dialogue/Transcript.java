package vn.gopy.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vn.gopy.chat.Address;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.feedback.Feedback;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

/// A conversation as text: what the citizen does is played to the real dialogue, what comes out is written
/// below it.
///
/// Lines of the citizen: `citizen:` types, `press:` a button, `press-old:` the first button that had this
/// label, `edit:`, `sends:` something unreadable, `group:` a command in a group, `wait: 40m`, `blocks:`,
/// `again:` (after a restart), `told:` (an answer to a theme was carried to them),
/// `poll: 7 | question | option | option` (an office asks), `forum: 5 | subject` (an office holds a dialogue session). A file may begin with `language:`, `seed:`, `hint:`, `page:`,
/// `whole:`. What comes out:
/// `bot:`, `tap:` (the answer to a press), `buttons:`, `event:`. Lines that begin with `#` are for the
/// reader.
final class Transcript {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    private final Dialogue dialogue;
    private final StringBuilder out = new StringBuilder();
    private Language language = Language.VIETNAMESE;
    private long seed;
    private boolean whole;
    private Conversation talk;

    Transcript(Dialogue dialogue) {
        this.dialogue = dialogue;
        this.talk = new Conversation(dialogue, language, seed, MONDAY);
    }

    /// The file as it would be if the dialogue had written it.
    String play(String file) {
        file.lines().filter(line -> !isOutcome(line)).forEach(this::line);
        return out.toString();
    }

    private static boolean isOutcome(String line) {
        return line.startsWith("bot:") || line.startsWith("bot (") || line.startsWith("tap:")
                || line.startsWith("buttons:") || line.startsWith("event:") || line.startsWith("broken:")
                || line.startsWith("    ");
    }

    private void line(String line) {
        out.append(line).append('\n');
        int colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
            return;
        }
        try {
            perform(line.substring(0, colon), line.substring(colon + 1).strip());
        } catch (AssertionError cannot) {
            out.append("broken: ").append(cannot.getMessage()).append('\n');
        }
    }

    private void perform(String what, String with) {
        switch (what) {
            case "language" -> begin(new Language(with), seed);
            case "seed" -> begin(language, Long.parseLong(with));
            case "whole" -> whole = true;
            case "office-asks" -> talk.mailbox().asks(with);
            case "office-answers" -> talk.mailbox().answers(with);
            case "slip" -> tell(talk.hear(new Incoming.Pressed(talk.mailbox().slip(with), "press", "")));
            case "hint" -> talk.hint(with);
            case "page" -> talk.page(with);
            case "wait" -> talk.pass(Duration.parse("PT" + with));
            case "citizen" -> tell(talk.type(with.replace("⏎", "\n")));
            case "press" -> tell(talk.press(with));
            case "press-old" -> tell(talk.pressOld(with));
            case "press-raw" -> tell(talk.hear(new Incoming.Pressed(with, "press", "")));
            case "edit" -> tell(talk.hear(new Incoming.Edited(with)));
            case "sends" -> tell(talk.hear(new Incoming.Unreadable(with)));
            case "group" -> tell(talk.hear(new Incoming.InGroup(with, new Address("telegram", "-1"))));
            case "blocks" -> tell(talk.hear(new Incoming.Reachable(false)));
            case "returns" -> tell(talk.hear(new Incoming.Reachable(true)));
            case "told" -> talk.told();
            case "poll" -> talk.poll(poll(with));
            case "forum" -> talk.forum(forum(with));
            case "again" -> tell(dialogue.again(talk.visit(new Incoming.Reachable(true))));
            default -> throw new IllegalArgumentException("not a line of a transcript: " + what);
        }
    }

    private void begin(Language spoken, long number) {
        language = spoken;
        seed = number;
        talk = new Conversation(dialogue, spoken, number, MONDAY);
    }

    private void tell(Turn turn) {
        turn.replies().forEach(this::tell);
        turn.events().forEach(event -> out.append("event: ").append(told(event)).append('\n'));
    }

    private void tell(Reply reply) {
        if (reply.care() == Reply.Care.PRESS_ANSWER) {
            out.append(reply.text().isEmpty() ? "" : "tap: " + reply.text() + "\n");
            return;
        }
        var place = reply.edits().map(name -> "bot (in place of " + name + "): ").orElse("bot: ");
        var text = reply.text().replace(String.valueOf(Reply.BOLD), "**").replace(String.valueOf(Reply.PLAIN),
                "**").replace(House.LIBRARY.version(), "…");
        out.append(place).append(whole ? text.replace("\n", "\n    ") : shortened(text)).append('\n');
        reply.choices().forEach(row -> out.append("buttons: ").append(row.stream().map(Transcript::told)
                .collect(Collectors.joining(" "))).append('\n'));
    }

    /// The long consent text stands in full only in files that begin with `whole: yes`.
    private static String shortened(String text) {
        var lines = text.lines().toList();
        return text.startsWith("Trước khi lưu") || text.startsWith("Before anything is stored")
                ? lines.getFirst() + " …"
                : String.join("\n    ", lines);
    }

    /// A number, the question, and its options; open until the end of November.
    private static KnownPoll poll(String words) {
        var parts = List.of(words.split(" \\| ", -1));
        return new KnownPoll(Long.parseLong(parts.getFirst()), Optional.of(UnitId.ofNew("07030")),
                new KnownPoll.Wording(parts.get(1), parts.subList(2, parts.size())), Optional.empty(),
                Instant.parse("2026-11-30T17:00:00Z"), true, OptionalInt.empty());
    }

    /// A number and the subject; open until the end of November.
    private static KnownForum forum(String words) {
        var parts = List.of(words.split(" \\| ", -1));
        return new KnownForum(Long.parseLong(parts.getFirst()), Optional.of(UnitId.ofNew("07030")),
                parts.get(1),
                Optional.empty(), Instant.parse("2026-11-30T17:00:00Z"), true, List.of());
    }

    private static String told(Choice choice) {
        return "[" + choice.label() + "]" + (choice.opensPage() ? "(" + choice.payload() + ")" : "");
    }

    private static String told(Event event) {
        return switch (event) {
            case Event.ConsentGiven given ->
                "consent given, version " + given.version() + ", for " + given.purposes();
            case Event.ConsentWithdrawn _ -> "consent withdrawn";
            case Event.FeedbackFiled(var feedback, var receipt) ->
                "feedback filed: " + told(feedback) + "; receipt "
                        + receipt;
            case Event.QuestionNoted noted -> "question noted: “" + noted.question().text() + "”, "
                    + noted.question().language().tag() + ", version " + noted.version()
                    + (noted.question().wishesToHear() ? ", wishes to hear" : "");
            case Event.QuoteAllowed allowed ->
                "quote allowed: “" + allowed.text() + "”, version " + allowed.version();
            case Event.QuotesWithdrawn _ -> "quotes withdrawn";
            case Event.RequestSent sent -> "request sent: “" + sent.request().text() + "”, "
                    + sent.request().unit() + ", " + sent.request().topic().code() + ", due "
                    + sent.request().due() + ", " + sent.request().language().tag() + ", version "
                    + sent.version() + "; receipt " + sent.receipt();
            case Event.RequestReplied replied ->
                "request replied: “" + replied.text() + "”, due " + replied.due();
            case Event.RequestReopened opened ->
                "request opened again: “" + opened.text() + "”, due " + opened.due();
            case Event.RequestJudged judged -> "request " + (judged.solved() ? "solved" : "not solved");
            case Event.RequestRated rated -> "request rated " + rated.rating();
            case Event.RequestsWithdrawn _ -> "requests withdrawn";
            case Event.HearingWished wished ->
                "hearing wished, " + wished.language().tag() + ", version " + wished.version();
            case Event.AnswerJudged(var answer, var fits) ->
                "answer " + (answer.isPresent() ? answer.getAsLong() : "told last")
                        + (fits ? " fits" : " does not fit");
            case Event.HearingEnded _ -> "hearing ended";
            case Event.NewsWished wished -> "announcements wished, "
                    + wished.what().unit().map(Object::toString).orElse("the province")
                    + wished.what().topic().map(topic -> ", " + topic.code()).orElse("") + ", "
                    + wished.language().tag() + ", version " + wished.version();
            case Event.NewsEnded _ -> "announcements ended";
            case Event.PollAnswered answered -> "poll " + answered.poll() + " answered " + answered.choice()
                    + ", shown " + answered.order() + ", version " + answered.version();
            case Event.PollWithdrawn(var poll) -> "answer to poll " + poll + " taken back";
            case Event.ForumAsked asks -> "asked in session " + asks.forum() + ": " + asks.text()
                    + (asks.wishesToHear() ? ", to be told" : "") + ", version " + asks.version();
            case Event.ForumsWithdrawn _ -> "questions in sessions taken back";
            case Event.FeedbackWithdrawn _ -> "feedback withdrawn";
            case Event.Erased _ -> "erased";
            case Event.Counted(var what) -> "counted " + what;
        };
    }

    private static String told(Feedback feedback) {
        var parts = new ArrayList<>(
                List.of(feedback.mood().map(mood -> "mood " + mood.value()).orElse("no mood"),
                        feedback.topic().code()));
        feedback.second().ifPresent(topic -> parts.add("and " + topic.code()));
        parts.add(switch (feedback.place()) {
            case Feedback.Place.In(var unit) -> unit.toString();
            case Feedback.Place.Unclear _ -> "place unclear";
            case Feedback.Place.Outside _ -> "outside";
        });
        feedback.text().ifPresent(text -> parts.add("“" + text + "”"));
        feedback.guessedMood().ifPresent(mood -> parts.add("guessed mood " + mood.value()));
        feedback.guessedTopic().ifPresent(topic -> parts.add("guessed " + topic.code()));
        if (feedback.onBehalf()) {
            parts.add("on behalf");
        }
        return String.join(", ", parts);
    }
}
