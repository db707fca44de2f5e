package vn.gopy.release;

/// One place in the lattice of a period: an item counted in an area.
public record Cell(Area area, Item item) {}
