package vn.gopy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Line;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Period;
import vn.gopy.release.Share;
import vn.gopy.topic.Topic;

/// One row of a file, whatever its kind: a figure, or a group of questions without a source, whose words stand
/// where a figure has its item.
///
/// @param areaName what the unit is called; empty for the province and the unclear part
/// @param table    its code
/// @param item     its code, or the words of a group
/// @param persons  empty when hidden
/// @param topic    the code of what a group of questions is about; empty for figures
record Entry(Period period, Area area, String areaName, String table, String item, Optional<Integer> persons,
        Optional<Share> share, String topic) {
    /// The rows of these figures and groups, in the order of the files.
    static List<Entry> of(List<Line> lines, List<OpenQuestion> unanswered, Function<Area, String> names) {
        var entries = new ArrayList<Entry>();
        lines.forEach(line -> entries.add(new Entry(line.period(), line.area(), names.apply(line.area()),
                line.item().table().code(), line.item().code(), persons(line.count()), line.share(), "")));
        unanswered.forEach(group -> entries.add(new Entry(group.period(), Area.PROVINCE, "",
                OpenQuestion.TABLE, group.words(), Optional.of(group.persons()), Optional.empty(),
                group.topic().map(Topic::code).orElse(""))));
        return entries;
    }

    private static Optional<Integer> persons(Count count) {
        return switch (count) {
            case Count.Of(int some) -> Optional.of(some);
            case Count.Hidden() -> Optional.empty();
        };
    }
}
