package vn.gopy.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.gopy.text.Folding;

/// Reads the files of one province, in the order in which they refer to each other, and checks what they say.
final class ProvinceFiles {
    /// The day on which districts ceased in all of Viet Nam.
    private static final String REORGANISED_ON = "2025-07-01";

    final Map<UnitId, Unit> units = new LinkedHashMap<>();
    final List<Succession> successions = new ArrayList<>();
    final List<UnitFacts> facts = new ArrayList<>();
    final List<OlderName> olderNames = new ArrayList<>();
    final List<District> districts = new ArrayList<>();
    final List<District> olderDistricts = new ArrayList<>();
    final List<Hamlet> hamlets = new ArrayList<>();
    final String folder;

    ProvinceFiles(String province) {
        if (!province.matches("[a-z-]+")) {
            throw new PlaceException("a province is named like its folder, such as quang-ninh: " + province);
        }
        folder = "/config/places/" + province + "/";
        readUnits();
        readSuccessions();
        groupDistricts();
        readOlderNames();
        readOlderDistricts();
        readHamlets();
    }

    private void readUnits() {
        var rows = PlaceTable.read(folder + "units.csv",
                Set.of("code", "name", "type", "area_km2", "area_source", "population", "population_source",
                        "seat",
                        "service_centre_address", "lat", "lon", "col", "row", "neighbours", "note"));
        for (var row : rows) {
            var unit = new Unit(UnitId.ofNew(row.code("code")), row.needed("name"), row.kind("type"), "");
            if (units.put(unit.id(), unit) != null) {
                throw row.wrong("code " + unit.id().code() + " stands twice");
            }
        }
        rows.forEach(row -> facts.add(factsOf(row)));
    }

    private UnitFacts factsOf(PlaceRow row) {
        var neighbours = row.parts("neighbours", " ").stream().map(code -> unit(row, UnitId.Side.NEW, code))
                .toList();
        var population = row.text("population").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(row.whole("population"));
        return new UnitFacts(unit(row, UnitId.Side.NEW, row.code("code")), row.number("area_km2"),
                row.needed("area_source"), population, row.text("population_source"), row.needed("seat"),
                row.needed("service_centre_address"), row.number("lat"), row.number("lon"), neighbours,
                row.whole("col"), row.whole("row"), row.text("note"));
    }

    private void readSuccessions() {
        var rows = PlaceTable.read(folder + "successions.csv",
                Set.of("new_code", "old_code", "old_name", "old_type", "old_district", "old_district_type",
                        "partial",
                        "note", "scope_in_resolution", "resolution_item", "likely_main",
                        "likely_main_grade"));
        for (var row : rows) {
            var old = new Unit(UnitId.old(row.code("old_code")), row.needed("old_name"), row.kind("old_type"),
                    row.needed("old_district_type") + " " + row.needed("old_district"));
            var known = units.putIfAbsent(old.id(), old);
            if (known != null && !known.equals(old)) {
                throw row.wrong("code " + old.id().code() + " was " + known.title() + " in an earlier line");
            }
            successions.add(successionOf(row, old));
        }
    }

    private Succession successionOf(PlaceRow row, Unit old) {
        var scope = switch (row.text("scope_in_resolution")) {
            case "full" -> Succession.Scope.WHOLE;
            case "unchanged" -> Succession.Scope.UNCHANGED;
            case "part" -> Succession.Scope.PART;
            case "remainder" -> Succession.Scope.REMAINDER;
            case "part_area_no_people" -> Succession.Scope.AREA_ONLY;
            default -> throw row.wrong("unknown scope_in_resolution " + row.text("scope_in_resolution"));
        };
        boolean whole = !Boolean.parseBoolean(row.needed("partial"));
        return new Succession(old, unit(row, UnitId.Side.NEW, row.code("new_code")), whole,
                row.whole("resolution_item"), scope, whole || row.text("likely_main").equals("yes"),
                row.text("likely_main_grade"), row.text("note"));
    }

    private void groupDistricts() {
        var grouped = new LinkedHashMap<String, List<Unit>>();
        units.values().stream().filter(unit -> !unit.id().isNew())
                .forEach(unit -> grouped.computeIfAbsent(unit.district(), _ -> new ArrayList<>()).add(unit));
        grouped.forEach((title, members) -> districts.add(district(title, REORGANISED_ON, members)));
    }

    private static District district(String title, String retiredOn, Collection<Unit> members) {
        var kind = List.of("thành phố", "thị xã", "huyện").stream().filter(title::startsWith).findFirst()
                .orElseThrow(() -> new PlaceException("no kind of district: " + title));
        var name = title.substring(kind.length() + 1);
        var sorted = members.stream().sorted((a, b) -> a.id().code().compareTo(b.id().code())).toList();
        return new District(Folding.fold(name).replace(' ', '-'), name, kind, retiredOn, sorted);
    }

    private void readOlderNames() {
        var rows = PlaceTable.readIfThere(folder + "older-names.csv",
                Set.of("older_name", "older_type", "older_district", "retired_on", "became_old_unit",
                        "became_old_type", "new_code", "source"));
        for (var row : rows) {
            var became = oldByTitle(row,
                    row.kind("became_old_type").word() + " " + row.needed("became_old_unit"));
            var now = row.text("new_code").isEmpty()
                    ? Optional.<Unit>empty()
                    : Optional.of(successor(row, became, row.code("new_code")));
            olderNames.add(new OlderName(row.needed("older_name"), row.kind("older_type"),
                    row.needed("older_district"), row.needed("retired_on"), became, now,
                    row.needed("source")));
        }
    }

    private void readOlderDistricts() {
        var rows = PlaceTable.readIfThere(folder + "older-districts.csv",
                Set.of("title", "retired_on", "units"));
        for (var row : rows) {
            var members = row.parts("units", " ").stream().map(code -> unit(row, UnitId.Side.OLD, code))
                    .toList();
            olderDistricts.add(district(row.needed("title"), row.needed("retired_on"), members));
        }
    }

    private void readHamlets() {
        var rows = PlaceTable.readIfThere(folder + "hamlets.csv",
                Set.of("old_code", "hamlet", "new_code", "source"));
        for (var row : rows) {
            var from = unit(row, UnitId.Side.OLD, row.code("old_code"));
            hamlets.add(new Hamlet(row.needed("hamlet"), from, successor(row, from, row.code("new_code")),
                    row.needed("source")));
        }
    }

    private Unit successor(PlaceRow row, Unit from, String code) {
        var to = unit(row, UnitId.Side.NEW, code);
        if (successions.stream().noneMatch(edge -> edge.from().equals(from) && edge.to().equals(to))) {
            throw row.wrong(to.title() + " took nothing of the former " + from.title());
        }
        return to;
    }

    private Unit oldByTitle(PlaceRow row, String title) {
        return units.values().stream().filter(unit -> !unit.id().isNew() && unit.title().equals(title))
                .findFirst()
                .orElseThrow(() -> row.wrong("unknown old unit " + title));
    }

    Unit unit(PlaceRow row, UnitId.Side side, String code) {
        var unit = UnitId.isCode(code) ? units.get(new UnitId(side, code)) : null;
        if (unit == null) {
            throw row.wrong("unknown code " + code);
        }
        return unit;
    }
}
