package vn.gopy.place;

import java.util.Optional;
import java.util.Set;

/// One thing that a name may mean.
///
/// @param kinds     the kinds it is called by, as bits of [Cues]
/// @param districts slugs of the districts it lies in
/// @param part      whether the name is only a part of what the unit is called
/// @param others    for a split unit: where all its hamlets went that are not known by name
record Sense(Candidate meaning, int kinds, Set<String> districts, Optional<Hamlet> others, boolean part) {
    Sense(Candidate meaning, int kinds, Set<String> districts) {
        this(meaning, kinds, districts, Optional.empty(), false);
    }

    /// In the order in which a bare name is understood.
    enum Level {
        HAMLET, NEW, DISTRICT, OLD, OLDER, PART, OUTSIDE
    }

    Level level() {
        return switch (meaning) {
            case Candidate.OfHamlet _ -> Level.HAMLET;
            case Candidate.OfUnit(var unit, _) ->
                part ? Level.PART : unit.id().isNew() ? Level.NEW : Level.OLD;
            case Candidate.OfDistrict _ -> Level.DISTRICT;
            case Candidate.OfOlderName _ -> Level.OLDER;
            case Candidate.Outside _ -> Level.OUTSIDE;
        };
    }

    Sense ofPart() {
        return new Sense(meaning, kinds, districts, others, true);
    }

    boolean isDistrict() {
        return meaning instanceof Candidate.OfDistrict;
    }

    boolean liesIn(Set<String> slugs) {
        return !isDistrict() && districts.stream().anyMatch(slugs::contains);
    }
}
