package vn.gopy.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which figures of a release somebody asks for: all, or those of an area, a period or a table.
public record Selection(Optional<Area> area, Optional<Period> period, Optional<Table> table) {
    /// Reads `area`, `period` and `table` as they stand in an address; empty when one of them is no code at
    /// all.
    public static Optional<Selection> parse(Map<String, String> query) {
        var area = Optional.ofNullable(query.get("area"));
        var period = Optional.ofNullable(query.get("period"));
        var table = Optional.ofNullable(query.get("table"));
        var read = new Selection(area.flatMap(Area::parse), period.flatMap(Period::parse),
                table.flatMap(Table::of));
        boolean whole = read.area.isPresent() == area.isPresent()
                && read.period.isPresent() == period.isPresent()
                && read.table.isPresent() == table.isPresent();
        return whole ? Optional.of(read) : Optional.empty();
    }

    /// The figures asked for, in the order of the release; none when the release does not hold them.
    public List<Line> of(Releases releases, Release release) {
        return releases.sheets(release).stream().filter(this::holds).flatMap(sheet -> Line.of(sheet).stream())
                .filter(line -> table.isEmpty() || table.get() == line.item().table()).toList();
    }

    private boolean holds(Sheet sheet) {
        return (area.isEmpty() || area.get().equals(sheet.area()))
                && (period.isEmpty() || period.get().equals(sheet.period()));
    }
}
