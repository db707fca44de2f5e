package vn.gopy.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFacts;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.Sheet;

/// The new units side by side, for the charts that show all of them.
record Communes(Gazetteer gazetteer) {
    /// One unit and its figures.
    record Commune(UnitFacts facts, Sheet sheet) {
        Unit unit() {
            return facts.unit();
        }
    }

    /// The province's figures of the period to show: the page's own, or for a week, which communes do not
    /// have, the last month that was over by then, as in the digest.
    static Optional<Sheet> province(View view) {
        var shown = view.period().kind().forCommunes()
                ? Optional.of(view.period())
                : view.releases().periods(Period.Kind.MONTH).stream()
                        .filter(month -> !month.lastDay().isAfter(view.period().lastDay())).findFirst();
        return shown.flatMap(period -> view.releases().sheet(Area.PROVINCE, period));
    }

    /// The units that the reader may see, in the order of the gazetteer; a unit without figures has an empty
    /// sheet.
    List<Commune> in(View view, Sheet province) {
        return gazetteer.newUnits().stream().filter(unit -> view.releases().shows(Area.of(unit.id())))
                .map(unit -> gazetteer.facts(unit.id())).flatMap(Optional::stream)
                .map(facts -> new Commune(facts, sheet(view, facts, province))).toList();
    }

    private static Sheet sheet(View view, UnitFacts facts, Sheet province) {
        var area = Area.of(facts.unit().id());
        return view.releases().sheet(area, province.period())
                .orElseGet(() -> new Sheet(area, province.period(), province.rule(), Map.of()));
    }
}
