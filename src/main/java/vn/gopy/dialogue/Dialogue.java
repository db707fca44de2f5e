package vn.gopy.dialogue;

import java.util.Set;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.policy.Library;
import vn.gopy.reading.Reader;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Decides what one message leads to. Pure: it reads no clock, no table, no file, and sends nothing.
///
/// The order is the same for every message: a pressed button of the open question; a universal word; words
/// that name a button; danger; and only then the desk of the open step. A turn that moves on ends with the
/// new step's question.
public final class Dialogue {
    private static final String LINK = "/start c_";

    private final Desks desks;
    private final Words words;
    private final Reader reader;
    private final Set<Language> languages;

    /// What the dialogue knows of the world.
    public record Knowledge(Reader reader, Places places, Library library, Published figures,
            Offices offices) {}

    public Dialogue(Phrasebook phrases, Knowledge knowledge, DialogueSettings settings) {
        var reader = knowledge.reader();
        this.desks = new Desks(phrases, knowledge, settings);
        this.words = new Words(phrases);
        this.reader = reader;
        this.languages = phrases.languages();
    }

    /// Hears one message. Never null; throws only for a programming fault.
    public Turn hear(Visit visit) {
        var here = spoken(visit.with(visit.standing().fresh(visit.now())));
        var turn = switch (here.incoming().content()) {
            case Incoming.Reachable _,Incoming.Tallied _ -> here.stay();
            case Incoming.InGroup _ -> desks.welcome.inGroup(here);
            case Incoming.Unreadable _ -> here.stay().say(desks.voice.reply(here, "unreadable"));
            case Incoming.Pressed press -> pressed(press, here);
            case Incoming.Typed(var text) -> typed(text, here);
            case Incoming.Edited(var text) -> edited(text, here);
        };
        return asking(turn, here).but(next -> next.heard(visit.now()));
    }

    /// What somebody hears who writes more than is kept: to wait a minute, and whom to call in danger.
    public Reply tooFast(Visit visit) {
        return desks.care.tooFast(visit.in(visit.standing().chosen().orElse(visit.language())));
    }

    /// Asks the open question again, as after a restart that may have lost a press. Says nothing when none is
    /// open.
    public Turn again(Visit visit) {
        var here = spoken(visit.with(visit.standing().fresh(visit.now())));
        var step = here.standing().step();
        return step.lingers() ? here.stay() : here.stay().say(desks.ask(step, here).reply(here.standing()));
    }

    /// The visit in the language that the resident picked; else in that of the page they write on, if we
    /// speak it; else in the house's.
    private Visit spoken(Visit visit) {
        var page = visit.incoming().pageLanguage()
                .flatMap(
                        tag -> languages.stream().filter(language -> language.tag().equals(tag)).findFirst());
        return visit.in(visit.standing().chosen().or(() -> page).orElse(visit.language()));
    }

    private Turn pressed(Incoming.Pressed press, Visit visit) {
        var payload = press.payload();
        if (payload.startsWith("w:")) {
            var word = words.find(payload.substring(2));
            if (word.isPresent()) {
                return desks.router.obey(word.get(), visit).sayFirst(Reply.toPress(""));
            }
        }
        var slip = desks.mailbox.pressed(payload, visit);
        if (slip.isPresent()) {
            return slip.get();
        }
        var judged = desks.hearing.pressed(payload, visit);
        if (judged.isPresent()) {
            return judged.get().sayFirst(Reply.toPress(""));
        }
        var here = visit.standing();
        var prefix = Integer.toString(here.number(), Character.MAX_RADIX) + ":";
        var question = desks.ask(here.step(), visit);
        if (payload.startsWith(prefix) && question.offers(payload.substring(prefix.length()))) {
            return desks.choose(here.step(), payload.substring(prefix.length()), visit)
                    .sayFirst(Reply.toPress(""));
        }
        return visit.stay().say(Reply.toPress(desks.voice.say(visit, "stale"))).say(question.reply(here));
    }

    private Turn typed(String text, Visit visit) {
        var word = words.find(text);
        if (word.isPresent()) {
            return desks.router.obey(word.get(), visit);
        }
        if (text.startsWith(LINK)) {
            return desks.welcome.linked(visit, text.substring(LINK.length()).strip());
        }
        var figures = FiguresDesk.asked(text);
        if (figures.isPresent()) {
            return desks.careful(read(figures.get(), visit), visit)
                    .orElseGet(() -> desks.figures.hear(figures.get(), visit));
        }
        if (text.startsWith("/start ")) {
            return desks.welcome.greet(visit);
        }
        var option = desks.ask(visit.standing().step(), visit).named(text);
        if (option.isPresent()) {
            return option.get().isWord()
                    ? desks.router.obey(words.find(option.get().verb().substring(2)).orElseThrow(), visit)
                    : desks.choose(visit.standing().step(), option.get().verb(), visit);
        }
        if (desks.consent.agreesAgain(text, visit)) {
            return visit.stay().say(desks.ask(visit.standing().step(), visit).reply(visit.standing()));
        }
        return words(text, visit);
    }

    private Turn words(String text, Visit visit) {
        var said = read(text, visit);
        var careful = desks.careful(said, visit);
        if (careful.isPresent()) {
            return careful.get();
        }
        if (speaksEnglish(said, visit)) {
            var there = visit.in(Language.ENGLISH).with(visit.standing().speaking(Language.ENGLISH));
            return listened(read(text, there), there).sayFirst(desks.voice.reply(there, "language.offer"));
        }
        return listened(said, visit);
    }

    private Turn listened(Said said, Visit visit) {
        var turn = desks.returns.afterSilence(said, visit)
                .orElseGet(() -> desks.hear(visit.standing().step(), said, visit));
        return visit.resident().newcomer() && visit.standing().step() instanceof Step.Idle
                ? turn.sayFirst(desks.welcome.introduction(visit))
                : turn;
    }

    /// Detected once, offered once: who never chose a language and writes an English sentence is answered in
    /// English.
    private static boolean speaksEnglish(Said said, Visit visit) {
        return visit.standing().chosen().isEmpty() && !visit.language().equals(Language.ENGLISH)
                && said.words() >= 3 && said.reading().language().equals(Language.ENGLISH);
    }

    private Turn edited(String text, Visit visit) {
        var said = read(text, visit);
        return desks.care.care(said, visit).orElseGet(() -> desks.edited(said, visit));
    }

    private Said read(String text, Visit visit) {
        var reading = reader.read(text);
        return new Said(text, reader.masked(text, reading, visit.language()), count(text), reading);
    }

    private static int count(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return words;
    }

    /// The turn with the question of the step it leads to, unless it says that one already or the step has
    /// none to ask.
    private Turn asking(Turn turn, Visit visit) {
        var next = turn.next();
        if (next.number() == visit.standing().number() || next.step().lingers() || asks(turn)) {
            return turn;
        }
        var there = visit.with(next).in(next.chosen().orElse(visit.language()));
        return turn.say(desks.ask(next.step(), there).reply(next));
    }

    private static boolean asks(Turn turn) {
        var prefix = Integer.toString(turn.next().number(), Character.MAX_RADIX) + ":";
        for (var reply : turn.replies()) {
            if (carries(reply, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean carries(Reply reply, String prefix) {
        for (var row : reply.choices()) {
            for (var choice : row) {
                if (choice.payload().startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }
}
