package vn.gopy.place;

import java.util.List;

/// Another way to write a place.
///
/// @param parts   new units of whose name it is a part: Móng Cái for Móng Cái 1
/// @param outside the place outside the province that it names; none or one
record Alias(String written, Name.Sort sort, List<Unit> units, List<Unit> parts, List<District> districts,
        List<String> outside) {}
