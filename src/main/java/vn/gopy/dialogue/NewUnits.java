package vn.gopy.dialogue;

import java.util.List;
import vn.gopy.dialogue.Step.PickPlace;
import vn.gopy.place.Candidate.OfDistrict;
import vn.gopy.place.Candidate.OfHamlet;
import vn.gopy.place.Candidate.OfOlderName;
import vn.gopy.place.Candidate.OfUnit;
import vn.gopy.place.Candidate.Outside;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;

/// Which new unit a typed name stands for, where only a new one will do. Never a silent guess: in doubt there is
/// a question.
final class NewUnits {
    private final Whereabouts whereabouts;

    NewUnits(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /// What a name or a button leads to.
    sealed interface Found {
        /// This unit, beyond doubt.
        record Sure(UnitId unit) implements Found {}

        /// It must be asked.
        record Ask(PickPlace pick) implements Found {}

        /// No such place here.
        record Missed() implements Found {}
    }

    /// A typed name.
    Found find(String name, int tries) {
        var found = whereabouts.find(name, false);
        if (found.isEmpty()) {
            return new Found.Missed();
        }
        if (found.size() > 1) {
            return new Found.Ask(whereabouts.several(found, tries, true));
        }
        return switch (found.getFirst()) {
            case OfUnit unit -> one(unit, tries);
            case OfDistrict district -> new Found.Ask(whereabouts.within(district, tries, true));
            case OfOlderName(var older) -> older.now().isPresent()
                    ? named(older.title(), older.now().get(), tries)
                    : one(new OfUnit(older.became(), true), tries);
            case OfHamlet(var hamlet, var _) ->
                named(hamlet.name() + ", " + hamlet.from().title(), hamlet.to(), tries);
            case Outside _ -> new Found.Missed();
        };
    }

    private static Found named(String name, Unit now, int tries) {
        return new Found.Ask(
                new PickPlace(PickPlace.Kind.NAMED, name, List.of("u:" + now.id()), tries, true));
    }

    /// An old unit leads to what became of it.
    private Found one(OfUnit found, int tries) {
        var unit = found.unit();
        if (unit.id().isNew()) {
            return found.certain()
                    ? new Found.Sure(unit.id())
                    : new Found.Ask(new PickPlace(PickPlace.Kind.MEANT, unit.id().toString(),
                            List.of("u:" + unit.id()), tries, true));
        }
        var picks = whereabouts.successorsOf(unit.id()).stream().map(edge -> "u:" + edge.to().id()).toList();
        var asks = found.certain() ? PickPlace.Kind.CONFIRM : PickPlace.Kind.MEANT;
        return new Found.Ask(new PickPlace(picks.size() > 1 ? PickPlace.Kind.SPLIT : asks,
                unit.id().toString(), picks, tries, true));
    }

    /// A button of such a question.
    Found picked(PickPlace step, String verb) {
        if (verb.equals("again")) {
            return new Found.Missed();
        }
        if (verb.startsWith("d:")) {
            return whereabouts.district(verb.substring(2))
                    .<Found>map(district -> new Found.Ask(whereabouts.within(district, step.tries(), true)))
                    .orElseGet(Found.Missed::new);
        }
        var unit = UnitId.parse(verb.substring(2)).flatMap(whereabouts::unit).orElseThrow();
        return one(new OfUnit(unit, true), step.tries());
    }
}
