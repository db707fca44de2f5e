package vn.gopy.place;

/// An edge from an old unit to a new one.
///
/// @param whole      whether the new unit took all of the old one
/// @param clause     the clause of the resolution's article that says so
/// @param scope      what the resolution gives to the new unit
/// @param likelyMain whether most people of a split unit are likely here; always true for a whole one
/// @param grade      how sure that is: `A` official page or legal text, `B` geometry, seat and data sets
///                   agree, `C` data sets differ, `?` open; empty for a whole one
/// @param note       what is known of the part, in Vietnamese; may be empty
public record Succession(Unit from, Unit to, boolean whole, int clause, Scope scope, boolean likelyMain,
        String grade, String note) {
    /// What a new unit was given of an old one.
    public enum Scope {
        WHOLE, UNCHANGED, PART, REMAINDER, AREA_ONLY
    }
}
