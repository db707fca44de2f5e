package vn.gopy.export;

import java.util.function.Function;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;

/// What areas are called in files: the kind and name of a new unit, nothing for the province and the unclear
/// part, whose codes say it.
record AreaNames(Gazetteer gazetteer) implements Function<Area, String> {
    @Override
    public String apply(Area area) {
        return UnitId.parse("new:" + area.code()).flatMap(gazetteer::unit).map(Unit::title).orElse("");
    }
}
