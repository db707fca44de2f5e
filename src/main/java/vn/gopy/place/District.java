package vn.gopy.place;

import java.util.List;

/// A former district, town or city.
///
/// @param slug     folded name with hyphens: `ha-long`
/// @param kind     `thành phố`, `thị xã` or `huyện`
/// @param retiredOn when it ceased, as its source gives it: `2025-07-01`
/// @param units    the old units that lay in it, by code
public record District(String slug, String name, String kind, String retiredOn, List<Unit> units) {
    public District {
        units = List.copyOf(units);
    }

    /// Kind and name: `thành phố Hạ Long`.
    public String title() {
        return kind + " " + name;
    }
}
