package vn.gopy.place;

import java.util.List;
import java.util.OptionalInt;

/// What is known of a new unit.
///
/// @param areaSource       who says the area: `bando`, `laodong` or `computed` (from the boundary)
/// @param population       empty where no source is known
/// @param populationSource empty with the population
/// @param seat             the building the unit's committee sits in
/// @param serviceCentre    address of the public service centre; from a transcript with slips, "check before
///          you go"
/// @param neighbours       units with a common land border; none for islands
/// @param column           place on the tile map, from the west
/// @param row              place on the tile map, from the north
/// @param note             for editors: where sources differ and what was decided
public record UnitFacts(Unit unit, double areaKm2, String areaSource, OptionalInt population,
        String populationSource,
        String seat, String serviceCentre, double latitude, double longitude, List<Unit> neighbours,
        int column,
        int row, String note) {
    public UnitFacts {
        neighbours = List.copyOf(neighbours);
    }

    /// Where the figures come from, without repeats.
    public List<String> sources() {
        return List.of(areaSource, populationSource).stream().filter(s -> !s.isEmpty()).distinct().toList();
    }
}
