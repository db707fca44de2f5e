package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.dialogue.Step.PickPlace;
import vn.gopy.dialogue.Step.PickPlace.Kind;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.Candidate.OfDistrict;
import vn.gopy.place.Candidate.OfHamlet;
import vn.gopy.place.Candidate.OfOlderName;
import vn.gopy.place.Candidate.OfUnit;
import vn.gopy.place.Candidate.Outside;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Library;
import vn.gopy.reading.Intent;

/// Asks which commune: by typed name and buttons, two tries, then without. Looks communes up for those who
/// only want to know; a look-up stores nothing.
final class PlaceDesk {
    private final Voice voice;
    private final Whereabouts whereabouts;
    private final Library library;
    private final AnswerDesk answers;

    PlaceDesk(Voice voice, Whereabouts whereabouts, Library library, AnswerDesk answers) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        this.library = library;
        this.answers = answers;
    }

    Question ask(Step.AskPlace step, Visit visit) {
        return Question.of(voice.say(visit, step.tries() == 0 ? "place.ask" : "place.ask-again"),
                List.of(List.of(voice.option(visit, "skip", "place.skip"))));
    }

    Question ask(Step.LookUp step, Visit visit) {
        return Question.of(voice.say(visit, step.tries() == 0 ? "lookup.ask" : "place.ask-again"),
                List.of(List.of(voice.word(visit, Word.MENU))));
    }

    Question ask(PickPlace step, Visit visit) {
        var options = new ArrayList<Option>();
        switch (step.kind()) {
            case CONFIRM, MEANT, NAMED ->
                options.add(voice.option(visit, step.picks().getFirst(), "place.yes"));
            case OUTSIDE -> options.add(voice.option(visit, "out", "place.outside-yes"));
            case SPLIT, SEVERAL, DISTRICT -> step.picks()
                    .forEach(verb -> options.add(whereabouts.pick(step, verb, visit)));
        }
        if (step.kind() == Kind.SPLIT && !step.lookUp()) {
            options.add(voice.option(visit, "unsure", "place.unsure"));
        }
        if ((step.kind() == Kind.SEVERAL || step.kind() == Kind.DISTRICT) && !step.lookUp()) {
            options.add(voice.option(visit, "skip", "place.skip"));
        }
        options.add(
                voice.option(visit, "again", step.kind() == Kind.OUTSIDE ? "place.retype" : "place.not-it"));
        return Question.of(text(step, visit), rows(step, options));
    }

    private static List<List<Option>> rows(PickPlace step, List<Option> options) {
        return switch (step.kind()) {
            case CONFIRM, MEANT, NAMED, OUTSIDE, DISTRICT -> FeedbackDesk.inPairs(options);
            case SPLIT, SEVERAL -> options.stream().map(List::of).toList();
        };
    }

    private String text(PickPlace step, Visit visit) {
        return switch (step.kind()) {
            case CONFIRM, MEANT, SPLIT -> text(step, aboutUnit(step), visit);
            case NAMED -> voice.say(visit, "place.named",
                    Map.of("name", Whereabouts.opening(step.about()), "now",
                            UnitId.parse(step.picks().getFirst().substring(2)).flatMap(whereabouts::unit)
                                    .map(Unit::title)
                                    .orElseThrow()));
            case SEVERAL -> voice.say(visit, "place.several");
            case DISTRICT -> voice.say(visit, "place.district", Map.of("district",
                    Whereabouts.opening(whereabouts.district(step.about()).map(OfDistrict::title)
                            .orElse(step.about()))));
            case OUTSIDE -> voice.say(visit, "place.outside", Map.of("place", step.about()));
        };
    }

    private String text(PickPlace step, Unit unit, Visit visit) {
        if (step.kind() == Kind.MEANT && unit.id().isNew()) {
            return voice.say(visit, "place.meant", Map.of("unit", unit.title()));
        }
        if (step.kind() == Kind.SPLIT) {
            return voice.say(visit, "place.split", Map.of("unit", Whereabouts.opening(unit.title())));
        }
        var edge = whereabouts.successorsOf(unit.id()).getFirst();
        return voice.say(visit, became(step.kind() == Kind.MEANT, edge.clause() == 0), Map.of("unit",
                step.kind() == Kind.CONFIRM ? Whereabouts.opening(unit.title()) : unit.title(), "now",
                edge.to().title(), "source",
                answers.source("place.new-of." + unit.id().code(), visit)));
    }

    private static String became(boolean meant, boolean unchanged) {
        if (meant) {
            return unchanged ? "place.meant-old-unchanged" : "place.meant-old";
        }
        return unchanged ? "place.now-unchanged" : "place.now";
    }

    private Unit aboutUnit(PickPlace step) {
        return UnitId.parse(step.about()).flatMap(whereabouts::unit)
                .orElseThrow(() -> new IllegalStateException("a step names an unknown unit"));
    }

    Turn choose(Step.AskPlace step, String verb, Visit visit) {
        return settle(visit, new Place.Unclear());
    }

    Turn choose(PickPlace step, String verb, Visit visit) {
        return switch (verb) {
            case "out" -> settle(visit, new Place.Outside());
            case "skip" -> settle(visit, new Place.Unclear());
            case "unsure" -> settle(visit, new Place.In(aboutUnit(step).id()));
            case "again" -> missed(visit, step.tries(), step.lookUp());
            default -> picked(step, verb, visit);
        };
    }

    private Turn picked(PickPlace step, String verb, Visit visit) {
        if (verb.startsWith("d:")) {
            return whereabouts.district(verb.substring(2))
                    .map(district -> visit.to(whereabouts.within(district, step.tries(), step.lookUp())))
                    .orElseGet(() -> missed(visit, step.tries(), step.lookUp()));
        }
        var unit = UnitId.parse(verb.substring(2)).flatMap(whereabouts::unit).orElseThrow();
        if (step.lookUp()) {
            return tell(visit, unit);
        }
        return unit.id().isNew()
                ? settle(visit, new Place.In(unit.id()))
                : old(visit, unit, true, step.tries());
    }

    /// What a typed name leads to, here and in a look-up.
    Turn hear(Said said, Visit visit, int tries, boolean lookUp) {
        var found = whereabouts.find(said.text(), lookUp);
        if (found.isEmpty()) {
            return missed(visit, tries, lookUp);
        }
        if (found.size() > 1) {
            return visit.to(whereabouts.several(found, tries, lookUp));
        }
        return switch (found.getFirst()) {
            case OfUnit(var unit, var certain) -> one(visit, unit, certain, new Aim(tries, lookUp));
            case OfDistrict district -> visit.to(whereabouts.within(district, tries, lookUp));
            case OfOlderName(var name) when name.now().isEmpty() || lookUp ->
                one(visit, name.became(), true, new Aim(tries, lookUp));
            case OfOlderName(var name) -> named(visit, name.title(), name.now().get(), tries);
            case OfHamlet(var hamlet, var _) when lookUp -> tell(visit, hamlet.from());
            case OfHamlet(var hamlet, var _) -> named(visit, hamlet.others()
                    ? hamlet.from().title()
                    : hamlet.name() + ", " + hamlet.from().title(), hamlet.to(), tries);
            case Outside(var name) -> lookUp
                    ? missed(visit, tries, true)
                    : visit.to(new PickPlace(Kind.OUTSIDE, name, List.of(), tries, false));
        };
    }

    /// Whether the words may be the name of a place, or hold one that is known.
    boolean mayBeMeant(Said said) {
        boolean mayBeAName = said.words() <= 4 && said.reading().intent() != Intent.GREETING;
        return mayBeAName || !whereabouts.find(said.text(), true).isEmpty();
    }

    private record Aim(int tries, boolean lookUp) {}

    private Turn one(Visit visit, Unit unit, boolean certain, Aim aim) {
        if (aim.lookUp()) {
            var pick = (unit.id().isNew() ? "u:" : "o:") + unit.id();
            return certain
                    ? tell(visit, unit)
                    : visit.to(new PickPlace(Kind.MEANT, unit.id().toString(), List.of(pick), aim.tries(),
                            true));
        }
        if (!unit.id().isNew()) {
            return old(visit, unit, certain, aim.tries());
        }
        return certain
                ? settle(visit, new Place.In(unit.id()))
                : visit.to(new PickPlace(Kind.MEANT, unit.id().toString(), List.of("u:" + unit.id()),
                        aim.tries(),
                        false));
    }

    private static Turn named(Visit visit, String name, Unit now, int tries) {
        return visit.to(new PickPlace(Kind.NAMED, name, List.of("u:" + now.id()), tries, false));
    }

    private Turn old(Visit visit, Unit unit, boolean certain, int tries) {
        var picks = whereabouts.successorsOf(unit.id()).stream().map(edge -> "u:" + edge.to().id()).toList();
        var kind = picks.size() > 1 ? Kind.SPLIT : certain ? Kind.CONFIRM : Kind.MEANT;
        return visit.to(new PickPlace(kind, unit.id().toString(), picks, tries, false));
    }

    private Turn settle(Visit visit, Place place) {
        return Path.onward(visit, visit.draft().in(Optional.of(place)));
    }

    private Turn missed(Visit visit, int tries, boolean lookUp) {
        if (tries == 0) {
            return visit.to(lookUp ? new Step.LookUp(1) : new Step.AskPlace(1));
        }
        if (lookUp) {
            return visit.to(new Step.Idle()).say(voice.reply(visit, "lookup.missed"));
        }
        return settle(visit, new Place.Unclear()).say(voice.reply(visit, "place.skipped"));
    }

    /// What became of a unit and what changes there, from the library.
    private Turn tell(Visit visit, Unit unit) {
        var card = library.card(unit.id(), visit.now());
        if (card.isEmpty()) {
            return visit.to(new Step.Idle()).say(voice.reply(visit, "lookup.missed"));
        }
        return answers.answer(visit, card).record(new Event.Counted("lookup"));
    }

    /// The name of a place in a message that asks of nothing else, such as "cho hỏi xã Lê Lợi ạ".
    Optional<Said> lookedUp(Said said) {
        return whereabouts.lookedUp(said.text())
                .map(name -> new Said(name, name, said.words(), said.reading()));
    }

    /// Whether a typed message is nothing but the name of a place.
    boolean isName(Said said) {
        return said.words() <= 6 && whereabouts.isName(said.text());
    }
}
