package vn.gopy.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads how people write places: other spellings, abbreviations, everyday words, places outside the
/// province.
final class SpellingFiles {
    private static final String OUTSIDE = "/config/places/outside.csv";

    final List<Alias> aliases = new ArrayList<>();
    final Map<String, Name.Sort> everyday = new LinkedHashMap<>();
    private final ProvinceFiles files;

    SpellingFiles(ProvinceFiles files) {
        this.files = files;
        PlaceTable.readIfThere(files.folder + "aliases.csv", Set.of("written", "sort", "means"))
                .forEach(row -> aliases.add(alias(row)));
        var known = names();
        PlaceTable.readIfThere(files.folder + "everyday.csv", Set.of("name", "also_with_marks"))
                .forEach(row -> readEveryday(row, known));
        PlaceTable.readIfThere(OUTSIDE, Set.of("name", "also")).forEach(this::readOutside);
    }

    private Alias alias(PlaceRow row) {
        var sort = switch (row.needed("sort")) {
            case "name" -> Name.Sort.PLAIN;
            case "abbreviation" -> Name.Sort.ABBREVIATION;
            case "province" -> Name.Sort.PROVINCE;
            default -> throw row.wrong("unknown sort " + row.text("sort"));
        };
        var units = new ArrayList<Unit>();
        var parts = new ArrayList<Unit>();
        var districts = new ArrayList<District>();
        for (var id : row.parts("means", " ")) {
            if (id.startsWith("district:")) {
                districts.add(district(row, id.substring("district:".length())));
            } else if (id.startsWith("part:")) {
                parts.add(files.unit(row, UnitId.Side.NEW, id.substring("part:".length())));
            } else {
                var known = UnitId.parse(id).orElseThrow(() -> row.wrong("not an id: " + id));
                units.add(files.unit(row, known.side(), known.code()));
            }
        }
        return new Alias(row.needed("written"), sort, units, parts, districts, List.of());
    }

    private District district(PlaceRow row, String slug) {
        return Stream.concat(files.districts.stream(), files.olderDistricts.stream())
                .filter(district -> district.slug().equals(slug)).findFirst()
                .orElseThrow(() -> row.wrong("unknown district " + slug));
    }

    private Set<String> names() {
        var names = new HashSet<String>();
        files.units.values().forEach(unit -> names.add(unit.name()));
        files.olderNames.forEach(older -> names.add(older.name()));
        files.districts.forEach(district -> names.add(district.name()));
        aliases.forEach(alias -> names.add(alias.written()));
        return names;
    }

    private void readEveryday(PlaceRow row, Set<String> known) {
        var name = row.needed("name");
        if (!known.contains(name)) {
            throw row.wrong("no unit is called " + name);
        }
        everyday.put(name, row.text("also_with_marks").equals("yes")
                ? Name.Sort.EVERYDAY_WITH_MARKS
                : Name.Sort.EVERYDAY);
    }

    private void readOutside(PlaceRow row) {
        var name = row.needed("name");
        Stream.concat(Stream.of(name), row.parts("also", ";").stream()).distinct()
                .forEach(written -> aliases.add(new Alias(written,
                        isShort(written) ? Name.Sort.ABBREVIATION : Name.Sort.PLAIN, List.of(), List.of(),
                        List.of(), List.of(name))));
    }

    /// `HN`, `Huế`, `Vinh`: too short to be believed inside a sentence.
    private static boolean isShort(String written) {
        return written.indexOf(' ') < 0 && written.length() <= 6;
    }
}
