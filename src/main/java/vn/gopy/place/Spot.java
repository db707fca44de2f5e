package vn.gopy.place;

import java.util.List;

/// A run of syllables that is a name, or nearly one.
///
/// @param names  one, but for names that differ only in marks and for a slip that several may have been meant
///               by; the likelier first
/// @param match  how far it is from what is written
record Spot(int from, int to, List<Name> names, Match match) {
    /// From surest to least sure.
    enum Match {
        /// Every mark is typed and right.
        FULL,
        /// The letters are right, marks are missing.
        LETTERS,
        /// The letters are right, a mark is wrong.
        WRONG_MARK,
        /// A slip was mended.
        MENDED
    }

    boolean overlaps(Spot other) {
        return from < other.to && other.from < to;
    }

    boolean is(Name.Sort sort) {
        return names.stream().allMatch(name -> name.sort() == sort);
    }
}
