package vn.gopy.release;

import java.util.Optional;
import vn.gopy.place.UnitId;

/// Where figures are counted: the province, a new unit by its code, or the part of the province that is not
/// known better.
public record Area(String code) implements Comparable<Area> {
    public static final Area PROVINCE = new Area("province");
    /// Residents who told no unit, or an old one that was split ("phần chưa rõ").
    public static final Area UNCLEAR = new Area("unclear");

    public Area {
        if (!code.matches("province|unclear|[0-9]{5}")) {
            throw new IllegalArgumentException("no area has this code");
        }
    }

    /// The area of a new unit.
    public static Area of(UnitId unit) {
        if (!unit.isNew()) {
            throw new IllegalArgumentException("figures are kept by new units, not by " + unit);
        }
        return new Area(unit.code());
    }

    /// Reads a code; empty for anything that cannot be one.
    public static Optional<Area> parse(String code) {
        return code.matches("province|unclear|[0-9]{5}") ? Optional.of(new Area(code)) : Optional.empty();
    }

    public boolean isProvince() {
        return equals(PROVINCE);
    }

    @Override
    public int compareTo(Area other) {
        return code.compareTo(other.code);
    }
}
