package vn.gopy.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which figures of a release somebody asks for: all, or those of an area, a period or a table.
///
/// @param table      one of the tables of figures; empty for all of them
/// @param unanswered whether the groups of questions without a source are asked for too
/// @param figures    whether figures are asked for, and not those groups alone
public record Selection(Optional<Area> area, Optional<Period> period, Optional<Table> table,
        boolean unanswered, boolean figures) {
    /// Reads `area`, `period` and `table` as they stand in an address; empty when one of them is no code at
    /// all.
    public static Optional<Selection> parse(Map<String, String> query) {
        var area = Optional.ofNullable(query.get("area"));
        var period = Optional.ofNullable(query.get("period"));
        var table = Optional.ofNullable(query.get("table"));
        boolean groups = table.filter(OpenQuestion.TABLE::equals).isPresent();
        var read = new Selection(area.flatMap(Area::parse), period.flatMap(Period::parse),
                table.flatMap(Table::of), groups || table.isEmpty(), !groups);
        return wrong(query).isEmpty() ? Optional.of(read) : Optional.empty();
    }

    /// Those of `area`, `period` and `table` that are no code at all.
    public static List<String> wrong(Map<String, String> query) {
        var readers = Map.<String, Predicate<String>>of("area", code -> Area.parse(code).isPresent(),
                "period", code -> Period.parse(code).isPresent(), "table",
                code -> code.equals(OpenQuestion.TABLE) || Table.of(code).isPresent());
        return readers.entrySet().stream()
                .filter(reader -> query.containsKey(reader.getKey())
                        && !reader.getValue().test(query.getOrDefault(reader.getKey(), "")))
                .map(Map.Entry::getKey).sorted().toList();
    }

    /// The figures asked for, in the order of the release; none when the release does not hold them.
    public List<Line> of(Releases releases, Release release) {
        if (!figures) {
            return List.of();
        }
        return releases.sheets(release).stream().filter(this::holds).flatMap(sheet -> Line.of(sheet).stream())
                .filter(line -> table.isEmpty() || table.get() == line.item().table()).toList();
    }

    /// The groups of questions asked for; they belong to the province.
    public List<OpenQuestion> unansweredOf(Release release) {
        boolean asked = unanswered && (area.isEmpty() || area.get().isProvince());
        return release.unanswered().stream()
                .filter(group -> asked && (period.isEmpty() || period.get().equals(group.period()))).toList();
    }

    private boolean holds(Sheet sheet) {
        return (area.isEmpty() || area.get().equals(sheet.area()))
                && (period.isEmpty() || period.get().equals(sheet.period()));
    }
}
