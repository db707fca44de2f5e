package vn.gopy.register;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import vn.gopy.place.Unit;

/// Units by the names that people write into sheets: with the kind or without, marks and case aside.
final class UnitNames {
    private final Map<String, List<Unit>> byTitle;
    private final Map<String, List<Unit>> byName;

    UnitNames(List<Unit> units) {
        byTitle = units.stream().collect(groupingBy(unit -> Choices.plain(unit.title())));
        byName = units.stream().collect(groupingBy(unit -> Choices.plain(unit.name())));
    }

    /// By kind and name, else by the name alone; several where it means several.
    List<Unit> named(String typed) {
        var plain = Choices.plain(typed);
        return byTitle.getOrDefault(plain, byName.getOrDefault(plain, List.of()));
    }
}
