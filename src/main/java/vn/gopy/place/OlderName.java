package vn.gopy.place;

import java.util.Optional;

/// A name that had gone before July 2025, and that people still use.
///
/// @param retiredOn a date, or words where only the year is known
/// @param became    the unit of before July 2025 that took it in
/// @param now       the new unit; empty where the old one was split and nobody can say
public record OlderName(String name, Unit.Kind kind, String district, String retiredOn, Unit became,
        Optional<Unit> now, String source) {
    /// Whether only the kind changed, such as xã Bình Dương to phường Bình Dương.
    public boolean kindOnly() {
        return name.equals(became.name());
    }

    public String title() {
        return kind.word() + " " + name;
    }
}
