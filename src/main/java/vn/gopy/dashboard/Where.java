package vn.gopy.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFacts;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.Period;

/// The place a page is about: the province or one of its new units.
///
/// @param unit       empty for the province
/// @param population inhabitants, where a source is known
public record Where(Area area, Optional<Unit> unit, OptionalInt population) {
    public static Where province(Gazetteer gazetteer) {
        int people = gazetteer.newUnits().stream().map(unit -> gazetteer.facts(unit.id()))
                .flatMap(Optional::stream)
                .mapToInt(facts -> facts.population().orElse(0)).sum();
        return new Where(Area.PROVINCE, Optional.empty(), OptionalInt.of(people));
    }

    /// The province or a new unit; empty for an area that has no page.
    public static Optional<Where> of(Gazetteer gazetteer, Area area) {
        return area.isProvince() ? Optional.of(province(gazetteer)) : commune(gazetteer, area.code());
    }

    /// The new unit with this code, if there is one.
    static Optional<Where> commune(Gazetteer gazetteer, String code) {
        return UnitId.parse("new:" + code).flatMap(gazetteer::unit).map(unit -> new Where(Area.of(unit.id()),
                Optional.of(unit),
                gazetteer.facts(unit.id()).map(UnitFacts::population).orElse(OptionalInt.empty())));
    }

    public boolean isProvince() {
        return unit.isEmpty();
    }

    /// The address of its page.
    public String path() {
        return isProvince() ? "/figures" : "/figures/" + area.code();
    }

    /// The kinds of period its figures are published for, the one to begin with first.
    List<Period.Kind> kinds() {
        var communes = List.of(Period.Kind.MONTH, Period.Kind.QUARTER, Period.Kind.YEAR);
        return isProvince()
                ? List.of(Period.Kind.MONTH, Period.Kind.WEEK, Period.Kind.QUARTER, Period.Kind.YEAR)
                : communes;
    }
}
