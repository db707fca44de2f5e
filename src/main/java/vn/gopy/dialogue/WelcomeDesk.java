package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Reply;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

/// Greets, shows the menu and the help. No gate: whoever types straight away is served.
final class WelcomeDesk {
    private final Voice voice;
    private final Whereabouts whereabouts;
    private final DialogueSettings settings;
    private final Offices offices;

    WelcomeDesk(Voice voice, Whereabouts whereabouts, DialogueSettings settings, Offices offices) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        this.settings = settings;
        this.offices = offices;
    }

    /// The greeting: a machine, whose, what for, who reads it. An unfinished opinion is offered again, never
    /// dropped.
    Turn greet(Visit visit) {
        var greeting = Question.of(voice.sayOfUs(visit, "welcome"), menuRows(visit))
                .reply(visit.standing());
        if (visit.standing().hasDraft()) {
            return visit.to(new Step.Resume(Draft.empty(visit.now()))).say(greeting.with(List.of()));
        }
        return visit.resident().consented()
                ? faces(visit).sayFirst(greeting.with(List.of()))
                : visit.to(new Step.Idle()).say(greeting);
    }

    /// Who speaks, in one line: before the first answer to somebody who did not wait for a greeting.
    Reply introduction(Visit visit) {
        return Reply.of(voice.sayOfUs(visit, "welcome.short"));
    }

    /// The menu; for who has agreed before, it opens with the faces.
    Turn menu(Visit visit) {
        return visit.resident().consented() && !visit.standing().hasDraft()
                ? faces(visit)
                : visit.to(new Step.Idle()).say(menuQuestion(visit).reply(visit.standing()));
    }

    private Turn faces(Visit visit) {
        return Path.onward(visit, whereabouts.atHome(visit, Draft.empty(visit.now())));
    }

    Question menuQuestion(Visit visit) {
        var key = visit.standing().hasDraft() ? "menu.ask-draft" : "menu.ask";
        return Question.of(voice.say(visit, key), menuRows(visit));
    }

    private List<List<Option>> menuRows(Visit visit) {
        var rows = new ArrayList<List<Option>>();
        rows.add(List.of(voice.word(visit, Word.GOPY), voice.word(visit, Word.HOI)));
        if (offices.takeRequests()) {
            rows.add(List.of(voice.word(visit, Word.XAMOI), voice.word(visit, Word.GUIXA)));
            rows.add(List.of(voice.word(visit, Word.RIENGTU)));
        } else {
            rows.add(List.of(voice.word(visit, Word.XAMOI), voice.word(visit, Word.RIENGTU)));
        }
        if (!PollDesk.open(visit).isEmpty()) {
            rows.add(List.of(voice.word(visit, Word.THAMDO)));
        }
        if (!ForumDesk.open(visit).isEmpty()) {
            rows.add(List.of(voice.word(visit, Word.DOITHOAI)));
        }
        if (mayPreferAnother(visit)) {
            rows.add(List
                    .of(voice.word(visit, visit.language().equals(Language.ENGLISH) ? Word.VI : Word.EN)));
        }
        return rows;
    }

    /// Once, at the first message, and only when the sender's app speaks another language.
    private static boolean mayPreferAnother(Visit visit) {
        var hint = visit.incoming().languageHint();
        return visit.resident().newcomer() && visit.standing().chosen().isEmpty() && hint.isPresent()
                && !hint.get().startsWith(visit.language().tag());
    }

    Reply help(Visit visit) {
        return Reply.of(voice.sayOfUs(visit, "help"))
                .with(Question.of("", menuRows(visit)).reply(visit.standing()).choices());
    }

    /// A poster's link: the unit is named, one tap confirms it.
    Turn linked(Visit visit, String code) {
        var unit = code.matches("[0-9]{5}") ? whereabouts.unit(UnitId.ofNew(code)) : Optional.<Unit>empty();
        if (unit.isEmpty()) {
            return greet(visit);
        }
        return visit.to(new Step.Linked(unit.get().id())).say(introduction(visit));
    }

    Question ask(Step.Linked step, Visit visit) {
        var title = title(step);
        var speak = Option.of("here", voice.say(visit, "linked.here", Map.of("unit", title)));
        return Question.of(voice.say(visit, "linked.ask", Map.of("unit", title)), List.of(List.of(speak),
                List.of(voice.option(visit, "elsewhere", "linked.elsewhere"), voice.word(visit, Word.HOI)),
                List.of(voice.word(visit, Word.NHANTIN))));
    }

    private String title(Step.Linked step) {
        return whereabouts.unit(step.unit()).map(Unit::title).orElse(step.unit().code());
    }

    Turn choose(Step.Linked step, String verb, Visit visit) {
        var draft = visit.standing().hasDraft() ? visit.draft() : Draft.empty(visit.now());
        return Path.onward(visit, verb.equals("here")
                ? draft.in(Optional.of(new Place.In(step.unit())))
                : draft.in(Optional.empty()));
    }

    /// In a group: one line and the way to a private chat, never anything about the sender.
    Turn inGroup(Visit visit) {
        var line = voice.reply(visit, "group.private");
        var reply = settings.botName().map(name -> line.with(List.of(List.of(
                new Choice(voice.say(visit, "group.open"), "https://t.me/" + name + "?start=nhom")))))
                .orElse(line);
        return visit.stay().say(reply);
    }
}
