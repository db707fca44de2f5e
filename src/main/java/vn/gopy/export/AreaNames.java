package vn.gopy.export;

import java.util.function.Function;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Area;

/// What areas are called in files: the kind and name of a unit or a former district, nothing for the province and
/// the unclear parts, whose codes say it.
record AreaNames(Gazetteer gazetteer) implements Function<Area, String> {
    @Override
    public String apply(Area area) {
        return area.isUnclear()
                ? ""
                : area.unit().flatMap(gazetteer::unit).map(Unit::title)
                        .or(() -> area.district().flatMap(gazetteer::district).map(District::title))
                        .orElse("");
    }
}
