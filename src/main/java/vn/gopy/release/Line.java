package vn.gopy.release;

import java.util.List;
import java.util.Optional;

/// One published figure as answers and files give it: a cell with its count and, where it has one, its share.
public record Line(Period period, Area area, Item item, Count count, Optional<Share> share) {
    /// The figures of a sheet, in the order of pages and files.
    public static List<Line> of(Sheet sheet) {
        return ReleaseDocument.items(sheet).stream().map(item -> new Line(sheet.period(), sheet.area(), item,
                sheet.count(item), sheet.share(item))).toList();
    }
}
