package vn.gopy.place;

/// An edge from an old unit to a new one.
///
/// @param whole  whether the new unit took all of the old one
/// @param clause the clause of Article 1 of Resolution 1679/NQ-UBTVQH15 that says so; 0 for the unit that was not changed
public record Succession(Unit from, Unit to, boolean whole, int clause) {}
