package vn.gopy.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Topic;

/// One topic in all units: what the page of a topic shows.
///
/// @param whole the province's share, with where its interval lies in a bar
/// @param most  the share at the right edge of the bars
public record TopicTable(Topic topic, Optional<Bar> whole, List<Row> rows, int most) {
    /// A share and where it and its interval lie, in hundredths of the width.
    public record Bar(Share share, double at, double low, double high) {}

    /// One unit.
    public record Row(Unit unit, Count count, Optional<Bar> bar, Side side) {
        public Optional<Share> share() {
            return bar.map(Bar::share);
        }
    }

    static TopicTable of(View view, Topic topic, Gazetteer gazetteer) {
        var item = new Item.TopicOf(topic);
        var all = new Communes(gazetteer).in(view, view.province());
        int most = all.stream().flatMap(one -> one.sheet().share(item).stream()).mapToInt(Share::high).max()
                .orElse(50);
        var axis = new Axis(0, 100, Math.max(10, (most + 9) / 10 * 10));
        var rows = all.stream().sorted(Comparator.comparing(Communes.Commune::unit, Vietnamese::order))
                .map(one -> new Row(one.unit(), one.sheet().count(item), bar(one.sheet(), item, axis),
                        Side.of(one.sheet(), view.province(), item)))
                .toList();
        return new TopicTable(topic, bar(view.province(), item, axis), rows, axis.most());
    }

    private static Optional<Bar> bar(Sheet sheet, Item item, Axis axis) {
        return sheet.share(item).map(share -> new Bar(share, within(axis, share.percent()),
                within(axis, share.low()), within(axis, share.high())));
    }

    private static double within(Axis axis, int percent) {
        return axis.at(Math.min(percent, axis.most()));
    }
}
