package vn.gopy.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;

/// Which area a resident's unit is counted in.
///
/// A new unit is its own area. An old unit is counted in the new one that took it whole; one that was split
/// among several is counted as unclear, in the province only: no guess is made (C4).
///
/// @param units the new units
/// @param whole from old units to the new ones that took all of them
public record Borders(List<UnitId> units, Map<UnitId, UnitId> whole) {
    public Borders {
        units = List.copyOf(units);
        whole = Map.copyOf(whole);
    }

    /// The borders as a gazetteer knows them.
    public static Borders of(Gazetteer gazetteer) {
        var whole = new HashMap<UnitId, UnitId>();
        for (var old : gazetteer.oldUnits()) {
            var became = gazetteer.successorsOf(old.id());
            if (became.size() == 1 && became.getFirst().whole()) {
                whole.put(old.id(), became.getFirst().to().id());
            }
        }
        return new Borders(gazetteer.newUnits().stream().map(Unit::id).toList(), whole);
    }

    public Area areaOf(UnitId unit) {
        var now = unit.isNew() ? unit : whole.get(unit);
        return now != null && units.contains(now) ? Area.of(now) : Area.UNCLEAR;
    }

    /// The areas below the province, which together make it up: all new units and the unclear part.
    public List<Area> parts() {
        var areas = new ArrayList<>(units.stream().map(Area::of).sorted().toList());
        areas.add(Area.UNCLEAR);
        return areas;
    }
}
