package vn.gopy.release;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.place.UnitId;

/// Where figures are counted: the province, an area of the new borders, or one of the old borders.
///
/// Its code: `province`; `07030`, a new unit; `unclear`, what belongs to no new unit for certain;
/// `district:ha-long`, a former district; `district:unclear`, what belongs to none for certain; `old:06664`, an
/// old unit; `unclear:ha-long`, what belongs to a former district but to none of its old units for certain.
public record Area(String code) implements Comparable<Area> {
    private static final String OLD = "old:";
    private static final String DISTRICT = "district:";
    private static final String REST = "unclear:";
    private static final String MEETING = "meeting:";
    private static final String TIME = "time:";
    private static final Pattern CODE = Pattern.compile(
            "province|unclear|[0-9]{5}|old:[0-9]{5}|(district|unclear):[a-z]+(-[a-z0-9]+)*");

    public static final Area PROVINCE = new Area("province");
    /// Residents who told no unit, or an old one that was split ("phần chưa rõ").
    public static final Area UNCLEAR = new Area("unclear");
    /// Residents who told no unit, or a new one that was made of parts of several districts.
    public static final Area NO_DISTRICT = new Area("district:unclear");

    /// By which borders an area is drawn.
    public enum Kind {
        PROVINCE, NEW, DISTRICT, OLD,
        /// A part of a longer period, for the audit alone.
        TIME,
        /// Where areas meet: counted for the audit alone, never published.
        MEETING
    }

    public Area {
        if (!CODE.matcher(code).matches() && !code.startsWith(MEETING)
                && !code.startsWith(TIME)) {
            throw new IllegalArgumentException("no area has this code");
        }
    }

    /// The area of a unit, new or old.
    public static Area of(UnitId unit) {
        return new Area(unit.isNew() ? unit.code() : OLD + unit.code());
    }

    /// The area of a former district.
    ///
    /// @param slug as the gazetteer writes it
    public static Area ofDistrict(String slug) {
        return new Area(DISTRICT + slug);
    }

    /// What belongs to a former district, but to none of its old units for certain.
    public static Area restOf(String slug) {
        return new Area(REST + slug);
    }

    /// The persons who are in all of these areas.
    static Area meeting(Set<Area> areas) {
        return new Area(MEETING + areas.stream().map(Area::code).sorted().collect(Collectors.joining("+")));
    }

    /// All who spoke in a part of a longer period.
    static Area during(Period part) {
        return new Area(TIME + part.code());
    }

    /// Reads a code; empty for anything that cannot be one.
    public static Optional<Area> parse(String code) {
        return CODE.matcher(code).matches() ? Optional.of(new Area(code)) : Optional.empty();
    }

    public Kind kind() {
        if (isProvince()) {
            return Kind.PROVINCE;
        }
        if (code.startsWith(MEETING)) {
            return Kind.MEETING;
        }
        if (code.startsWith(TIME)) {
            return Kind.TIME;
        }
        if (code.startsWith(DISTRICT)) {
            return Kind.DISTRICT;
        }
        return code.startsWith(OLD) || code.startsWith(REST) ? Kind.OLD : Kind.NEW;
    }

    public boolean isProvince() {
        return equals(PROVINCE);
    }

    /// Whether it is drawn by the borders before the reorganisation.
    public boolean isFormer() {
        return kind() == Kind.DISTRICT || kind() == Kind.OLD;
    }

    /// Whether it holds what belongs to no unit or district for certain ("phần chưa rõ").
    public boolean isUnclear() {
        return equals(UNCLEAR) || equals(NO_DISTRICT) || code.startsWith(REST);
    }

    /// The slug of the district that this is, or whose rest it is; empty for others.
    public Optional<String> district() {
        boolean named = (code.startsWith(DISTRICT) && !equals(NO_DISTRICT)) || code.startsWith(REST);
        return named ? Optional.of(code.substring(code.indexOf(':') + 1)) : Optional.empty();
    }

    /// The new or old unit that this is; empty for others.
    public Optional<UnitId> unit() {
        return UnitId.parse(code.startsWith(OLD) ? code : "new:" + code);
    }

    @Override
    public int compareTo(Area other) {
        return code.compareTo(other.code);
    }
}
