package vn.gopy.place;

import java.util.List;

/// What a typed name may mean.
public sealed interface Candidate {
    /// A unit of commune level. `certain` is true only when nothing else folds to the same words, no slip was
    /// mended and an old unit was not split.
    record OfUnit(Unit unit, boolean certain) implements Candidate {}

    /// A former district, town or city: not a place to file under, but a list of old units to choose from.
    /// `slug` is its folded name with hyphens, such as `ha-long`.
    record OfDistrict(String slug, String title, List<Unit> units) implements Candidate {}

    /// A name that had gone before 2025, such as phường Yết Kiêu: it says which old unit it became and where
    /// that is now.
    record OfOlderName(OlderName name) implements Candidate {}

    /// A hamlet or quarter of a split unit, which decides where the resident's place belongs now. `certain`
    /// is false when the hamlet is only known as "not one of those that went elsewhere", or when a slip was
    /// mended.
    record OfHamlet(Hamlet hamlet, boolean certain) implements Candidate {}

    /// A place outside Quảng Ninh that people name, such as Hà Nội.
    record Outside(String name) implements Candidate {}
}
