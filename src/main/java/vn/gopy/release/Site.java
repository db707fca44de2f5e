package vn.gopy.release;

import java.util.Set;

/// Where somebody spoke, by all borders: each site lies in one new unit, one former district and one old unit, or
/// in what is unclear of them.
record Site(Area now, Area district, Area old) {
    /// Whoever told no unit.
    static final Site UNKNOWN = new Site(Area.UNCLEAR, Area.NO_DISTRICT, Area.NO_DISTRICT);

    /// The areas of a kind of period that it lies in, without the province.
    Set<Area> areas(Period.Kind kind) {
        return kind.forOldUnits() ? coarseAnd(old) : coarse();
    }

    /// Its new unit and its former district.
    Set<Area> coarse() {
        return Set.of(now, district);
    }

    private Set<Area> coarseAnd(Area more) {
        return more.equals(district) ? coarse() : Set.of(now, district, more);
    }
}
