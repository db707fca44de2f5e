package vn.gopy.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.place.Candidate;
import vn.gopy.place.Candidate.OfDistrict;
import vn.gopy.place.Candidate.OfHamlet;
import vn.gopy.place.Candidate.OfOlderName;
import vn.gopy.place.Candidate.OfUnit;
import vn.gopy.place.Candidate.Outside;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;

/// Asks no more than is in doubt: an old unit and the new one of the same name that took it in are one place
/// for a resident, and a name typed exactly is not confused with one that is only like it.
final class Namesakes {
    private static final List<String> KINDS = List.of("huyện ", "thị xã ", "thành phố ");

    private final Places places;
    /// What places are called, folded: most messages are no name, and need not be looked for.
    private final Set<String> known;

    Namesakes(Places places) {
        this.places = places;
        this.known = places.all().stream().flatMap(Namesakes::names).collect(Collectors.toUnmodifiableSet());
    }

    /// The candidates between which a resident must choose. In a look-up the old unit stands for both,
    /// because its story is asked for; else the new one does, unless the old one was divided.
    List<Candidate> apart(String typed, List<Candidate> found, boolean lookUp) {
        var bare = bare(typed);
        var exact = found.stream().filter(candidate -> isNamed(candidate, bare)).toList();
        var kept = exact.isEmpty() ? found : exact;
        if (kept.size() > 1) {
            kept = lookUp ? withoutNewNamesakes(kept) : withoutDivided(withoutOldNamesakes(kept));
        }
        return exact.isEmpty() || kept.size() > 1 ? kept : List.of(certain(kept.getFirst()));
    }

    /// The only place that whole names in a sentence leave, if they leave one.
    Optional<Candidate> only(List<Candidate> mentioned) {
        if (mentioned.isEmpty()) {
            return Optional.empty();
        }
        var kept = withoutDivided(withoutOldNamesakes(mentioned));
        return kept.size() == 1
                ? Optional.of(mentioned.size() == 1 ? kept.getFirst() : certain(kept.getFirst()))
                : Optional.empty();
    }

    /// Whether the typed words are the name of a place and nothing else, with or without its kind.
    boolean isName(String typed) {
        var bare = bare(typed);
        return known.contains(bare)
                && places.find(typed).stream().anyMatch(candidate -> isNamed(candidate, bare));
    }

    /// Typed words, folded, without "cũ" or "mới" behind them.
    private static String bare(String typed) {
        var words = Plain.of(typed).folded();
        return words.endsWith(" cu") || words.endsWith(" moi")
                ? words.substring(0, words.lastIndexOf(' '))
                : words;
    }

    private static boolean isNamed(Candidate candidate, String bare) {
        return names(candidate).anyMatch(bare::equals);
    }

    private static Stream<String> names(Candidate candidate) {
        return (switch (candidate) {
            case OfUnit(var unit, var _) -> withDistrict(unit);
            case OfDistrict(var slug, var title, var _) -> Stream.of(slug.replace('-', ' '), title);
            case OfOlderName(var name) -> Stream.of(name.title(), name.name());
            case OfHamlet(var hamlet, var _) -> Stream.of(hamlet.name());
            case Outside(var name) -> Stream.of(name);
        }).map(name -> Plain.of(name).folded());
    }

    /// Alone, or with the district behind it: "Trà Cổ, Móng Cái", "xã Lê Lợi huyện Hoành Bồ".
    private static Stream<String> withDistrict(Unit unit) {
        var district = unit.district();
        var places = KINDS.stream().filter(district::startsWith)
                .flatMap(kind -> Stream.of(district, district.substring(kind.length())));
        var behind = Stream.concat(Stream.of(""), places.map(place -> " " + place)).toList();
        return Stream.of(unit.name(), unit.title())
                .flatMap(name -> behind.stream().map(place -> name + place));
    }

    private static Candidate certain(Candidate only) {
        return only instanceof OfUnit(var unit, var _) ? new OfUnit(unit, true) : only;
    }

    private List<Candidate> withoutOldNamesakes(List<Candidate> found) {
        var now = units(found, true);
        return found.stream()
                .filter(candidate -> !(candidate instanceof OfUnit(var unit, var _) && !unit.id().isNew()
                        && now.containsAll(successors(unit.id()))))
                .toList();
    }

    /// Without new units that took only a part of an old one that could be meant as well: that one is asked
    /// about.
    private List<Candidate> withoutDivided(List<Candidate> found) {
        var parts = units(found, false).stream().map(this::successors).filter(next -> next.size() > 1)
                .flatMap(Set::stream).collect(Collectors.toSet());
        return found.stream().filter(candidate -> !(candidate instanceof OfUnit(var unit, var _)
                && parts.contains(unit.id()))).toList();
    }

    private List<Candidate> withoutNewNamesakes(List<Candidate> found) {
        var parts = units(found, false).stream().flatMap(old -> successors(old).stream())
                .collect(Collectors.toSet());
        return found.stream().filter(candidate -> !(candidate instanceof OfUnit(var unit, var _)
                && parts.contains(unit.id()))).toList();
    }

    private static Set<UnitId> units(List<Candidate> found, boolean now) {
        return found.stream().filter(OfUnit.class::isInstance)
                .map(candidate -> ((OfUnit) candidate).unit().id())
                .filter(id -> id.isNew() == now).collect(Collectors.toSet());
    }

    private Set<UnitId> successors(UnitId old) {
        return places.successorsOf(old).stream().map(edge -> edge.to().id()).collect(Collectors.toSet());
    }
}
