package vn.gopy.dialogue;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.Candidate;
import vn.gopy.place.Candidate.OfDistrict;
import vn.gopy.place.Candidate.OfHamlet;
import vn.gopy.place.Candidate.OfOlderName;
import vn.gopy.place.Candidate.OfUnit;
import vn.gopy.place.Candidate.Outside;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;

/// What places are called, and which question a typed name leads to. Never a silent guess.
final class Whereabouts {
    private static final int MOST_PICKS = 8;

    private final Voice voice;
    private final Places places;
    private final Namesakes namesakes;
    private final ZoneId zone;
    private final Enquiry enquiry;

    Whereabouts(Voice voice, Places places, ZoneId zone, Enquiry enquiry) {
        this.voice = voice;
        this.places = places;
        this.namesakes = new Namesakes(places);
        this.zone = zone;
        this.enquiry = enquiry;
    }

    /// The draft with the unit that the resident agreed to keep, when it names none and the period is the
    /// same.
    Draft atHome(Visit visit, Draft draft) {
        if (draft.place().isPresent()) {
            return draft;
        }
        return draft.in(visit.standing().home().filter(home -> isSamePeriod(home, visit))
                .map(home -> new Place.In(home.unit())));
    }

    private boolean isSamePeriod(Standing.Home home, Visit visit) {
        return YearMonth.from(home.keptAt().atZone(zone)).equals(YearMonth.from(visit.now().atZone(zone)));
    }

    /// The new unit that a sentence names beyond doubt.
    Optional<Unit> named(Said said) {
        return namesakes.only(places.mentioned(said.text())).flatMap(this::placeOf);
    }

    private Optional<Unit> placeOf(Candidate candidate) {
        return switch (candidate) {
            case OfUnit(var unit, var certain) when certain ->
                unit.id().isNew() ? Optional.of(unit) : onlySuccessor(unit);
            case OfHamlet(var hamlet, var certain) when certain -> Optional.of(hamlet.to());
            case OfUnit _,OfHamlet _,OfDistrict _,OfOlderName _,Outside _ -> Optional.empty();
        };
    }

    private Optional<Unit> onlySuccessor(Unit old) {
        var next = places.successorsOf(old.id());
        return next.size() == 1 ? Optional.of(next.getFirst().to()) : Optional.empty();
    }

    /// The places between which a resident must choose; one, when nothing is in doubt.
    List<Candidate> find(String typed, boolean lookUp) {
        return namesakes.apart(typed, places.find(typed), lookUp);
    }

    /// Whether the words are the name of a place and nothing else.
    boolean isName(String typed) {
        return namesakes.isName(typed);
    }

    /// The name that is looked up with nothing else to ask, without the polite words around it.
    Optional<String> lookedUp(String typed) {
        return enquiry.name(typed, namesakes::isName);
    }

    Optional<Unit> unit(UnitId id) {
        return places.unit(id);
    }

    List<Succession> successorsOf(UnitId old) {
        return places.successorsOf(old);
    }

    /// The former district of a slug that a button carried.
    Optional<OfDistrict> district(String slug) {
        for (var candidate : places.find(slug.replace('-', ' '))) {
            if (candidate instanceof OfDistrict district && district.slug().equals(slug)) {
                return Optional.of(district);
            }
        }
        return Optional.empty();
    }

    /// The question that several candidates lead to.
    Step.PickPlace several(List<Candidate> candidates, int tries, boolean lookUp) {
        var picks = candidates.stream().filter(candidate -> !(candidate instanceof Outside))
                .map(Whereabouts::verb)
                .distinct().limit(MOST_PICKS).toList();
        return new Step.PickPlace(Step.PickPlace.Kind.SEVERAL, "", picks, tries, lookUp);
    }

    private static String verb(Candidate candidate) {
        return switch (candidate) {
            case OfUnit(var unit, var _) -> (unit.id().isNew() ? "u:" : "o:") + unit.id();
            case OfDistrict(var slug, var _, var _) -> "d:" + slug;
            case OfOlderName(var name) -> name.now().map(unit -> "u:" + unit.id())
                    .orElseGet(() -> "o:" + name.became().id());
            case OfHamlet(var hamlet, var _) -> "u:" + hamlet.to().id();
            case Outside _ -> "out";
        };
    }

    /// The question that a former district leads to: the new units that lie in it now.
    Step.PickPlace within(OfDistrict district, int tries, boolean lookUp) {
        var picks = new ArrayList<String>();
        for (var old : district.units()) {
            for (var edge : places.successorsOf(old.id())) {
                var verb = "u:" + edge.to().id();
                if (!picks.contains(verb)) {
                    picks.add(verb);
                }
            }
        }
        return new Step.PickPlace(Step.PickPlace.Kind.DISTRICT, district.slug(), picks, tries, lookUp);
    }

    /// The button of a pick. Where several places share a name, only the whole label names one.
    Option pick(Step.PickPlace step, String verb, Visit visit) {
        if (verb.startsWith("d:")) {
            return Option.of(verb, voice.say(visit, "place.pick-district",
                    Map.of("district", district(verb.substring(2)).map(OfDistrict::title).orElse(verb))));
        }
        var unit = unitOf(verb);
        if (!unit.id().isNew()) {
            return Option.of(verb, voice.say(visit, "place.pick-old",
                    Map.of("unit", unit.title(), "district", unit.district(), "now", now(unit))));
        }
        return switch (step.kind()) {
            case DISTRICT ->
                new Option(verb, unit.title(), List.of(Plain.of(unit.title()), Plain.of(unit.name())));
            case SPLIT -> Option.of(verb, unit.title() + quarters(step, unit, visit));
            case CONFIRM, MEANT, NAMED, SEVERAL, OUTSIDE -> Option.of(verb,
                    voice.say(visit, "place.pick-new", Map.of("unit", unit.title())));
        };
    }

    private Unit unitOf(String verb) {
        return UnitId.parse(verb.substring(2)).flatMap(places::unit)
                .orElseThrow(() -> new IllegalArgumentException("no unit for a pick"));
    }

    /// The quarters that decide where a split unit went, when they are known.
    private String quarters(Step.PickPlace step, Unit to, Visit visit) {
        var names = UnitId.parse(step.about()).map(places::quartersOf).orElse(Map.of()).get(to.id());
        return names == null ? "" : " (" + voice.say(visit, "place.quarters", Map.of("names", names)) + ")";
    }

    /// The new units of an old one, in one breath.
    String now(Unit old) {
        return String.join(", ",
                places.successorsOf(old.id()).stream().map(edge -> edge.to().title()).toList());
    }

    /// A place as a resident reads it in a review.
    String title(Visit visit, Place place) {
        return switch (place) {
            case Place.In(var id) when id.isNew() -> places.unit(id).map(Unit::title).orElse(id.toString());
            case Place.In(var id) -> voice.say(visit, "place.title-old",
                    Map.of("unit", places.unit(id).map(Unit::title).orElse(id.toString())));
            case Place.Unclear _ -> voice.say(visit, "place.title-unclear");
            case Place.Outside _ -> voice.say(visit, "place.title-outside");
        };
    }

    /// A title that opens a sentence.
    static String opening(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }
}
