package vn.gopy.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFacts;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Period;

/// The place a page is about: the province, one of its new units, a former district or an old unit.
///
/// @param unit       empty for the province and a district
/// @param district   the former district that it is, or that an old unit lay in
/// @param former     whether the page goes by the old borders
/// @param population inhabitants, where a source is known
public record Where(Area area, Optional<Unit> unit, Optional<District> district, boolean former,
        OptionalInt population) {
    public static Where province(Gazetteer gazetteer) {
        int people = gazetteer.newUnits().stream().map(unit -> gazetteer.facts(unit.id()))
                .flatMap(Optional::stream)
                .mapToInt(facts -> facts.population().orElse(0)).sum();
        return new Where(Area.PROVINCE, Optional.empty(), Optional.empty(), false, OptionalInt.of(people));
    }

    /// The province, cut up by its old borders.
    static Where formerProvince(Gazetteer gazetteer) {
        return new Where(Area.PROVINCE, Optional.empty(), Optional.empty(), true,
                province(gazetteer).population());
    }

    /// The province, a unit or a former district; empty for an area that has no page.
    public static Optional<Where> of(Gazetteer gazetteer, Area area) {
        return switch (area.kind()) {
            case PROVINCE -> Optional.of(province(gazetteer));
            case NEW -> commune(gazetteer, area.code());
            case DISTRICT -> area.district().flatMap(gazetteer::district).map(Where::of);
            case OLD -> area.unit().flatMap(gazetteer::unit).map(unit -> old(gazetteer, unit));
            case MEETING, TIME -> Optional.empty();
        };
    }

    /// The new unit with this code, if there is one.
    static Optional<Where> commune(Gazetteer gazetteer, String code) {
        return UnitId.parse("new:" + code).flatMap(gazetteer::unit).map(unit -> new Where(Area.of(unit.id()),
                Optional.of(unit), Optional.empty(), false,
                gazetteer.facts(unit.id()).map(UnitFacts::population).orElse(OptionalInt.empty())));
    }

    static Where of(District district) {
        return new Where(Area.ofDistrict(district.slug()), Optional.empty(), Optional.of(district), true,
                OptionalInt.empty());
    }

    private static Where old(Gazetteer gazetteer, Unit unit) {
        return new Where(Area.of(unit.id()), Optional.of(unit), districtOf(gazetteer, unit), true,
                OptionalInt.empty());
    }

    private static Optional<District> districtOf(Gazetteer gazetteer, Unit old) {
        return gazetteer.districts().stream().filter(district -> district.units().contains(old)).findFirst();
    }

    public boolean isProvince() {
        return area.isProvince();
    }

    public boolean isOldUnit() {
        return former && unit.isPresent();
    }

    /// Whether its figures tell what people spoke of.
    public boolean hasTopics() {
        return isProvince() || !former;
    }

    /// Its name, opening a sentence.
    public String title(FigureWords words) {
        return isOldUnit()
                ? words.former(unit.orElseThrow())
                : unit.isEmpty() && district.isPresent()
                        ? words.place(district.get())
                        : words.place(unit);
    }

    /// The address of its page, on the latest period.
    public String path() {
        return isProvince() ? former ? "/figures?borders=old" : "/figures" : "/figures/" + area.code();
    }

    /// The address of its page on a period.
    public String path(Period period) {
        return path() + (isProvince() && former ? "&" : "?") + "period=" + period.code();
    }

    /// The kinds of period its figures are published for, the one to begin with first.
    List<Period.Kind> kinds() {
        if (isOldUnit()) {
            return List.of(Period.Kind.QUARTER, Period.Kind.YEAR);
        }
        var communes = List.of(Period.Kind.MONTH, Period.Kind.QUARTER, Period.Kind.YEAR);
        return isProvince()
                ? List.of(Period.Kind.MONTH, Period.Kind.WEEK, Period.Kind.QUARTER, Period.Kind.YEAR)
                : communes;
    }

    /// The day on which a former place ceased.
    Optional<LocalDate> ended() {
        return district.map(District::retiredOn).map(LocalDate::parse);
    }

    /// What became of an old unit; empty for every other place.
    public List<Unit> became(Gazetteer gazetteer) {
        return isOldUnit()
                ? unit.stream().flatMap(old -> gazetteer.successorsOf(old.id()).stream()).map(Succession::to)
                        .toList()
                : List.of();
    }

    /// The nearest place by the other borders.
    Where across(Gazetteer gazetteer) {
        return former ? now(gazetteer) : then(gazetteer);
    }

    private Where now(Gazetteer gazetteer) {
        var became = became(gazetteer);
        return (became.size() == 1
                ? commune(gazetteer, became.getFirst().id().code())
                : Optional.<Where>empty())
                .orElseGet(() -> province(gazetteer));
    }

    private Where then(Gazetteer gazetteer) {
        var lay = unit.stream().flatMap(now -> gazetteer.predecessorsOf(now.id()).stream())
                .map(part -> districtOf(gazetteer, part.from())).flatMap(Optional::stream).distinct()
                .toList();
        return lay.size() == 1 ? of(lay.getFirst()) : formerProvince(gazetteer);
    }
}
