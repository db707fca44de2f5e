package vn.gopy.place;

import java.util.List;

/// What a typed name may mean.
public sealed interface Candidate {
    /// A unit of commune level. `certain` is true only when nothing else folds to the same words and no slip was mended.
    record OfUnit(Unit unit, boolean certain) implements Candidate {}

    /// A former district, town or city: not a place to file under, but a list of old units to choose from.
    /// `slug` is its folded name with hyphens, such as `ha-long`.
    record OfDistrict(String slug, String title, List<Unit> units) implements Candidate {}

    /// A place outside Quảng Ninh that people name, such as Hà Nội.
    record Outside(String name) implements Candidate {}
}
