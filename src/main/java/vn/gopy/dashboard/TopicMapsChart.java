package vn.gopy.dashboard;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Topic;

/// Topics by communes: for each topic a small tile map, the units where it is named clearly more or less than
/// in the whole province, and how many are hidden.
public final class TopicMapsChart implements Chart {
    private static final int TILE_WIDTH = 10;
    private static final int TILE_HEIGHT = 8;

    /// A unit whose share is clearly not the province's.
    public record Named(Unit unit, Count count, Share share) {}

    /// One topic.
    ///
    /// @param tiles the path that draws the tiles of each look
    /// @param count how many units have each look
    public record Row(Topic topic, Count whole, Optional<Share> share, List<Named> more, List<Named> less,
            Map<Side, String> tiles, Map<Side, Integer> count) {
        public int units(Side side) {
            return count.getOrDefault(side, 0);
        }
    }

    /// The whole picture.
    public record Drawing(Period period, List<Row> rows, int width, int height) {}

    private final Communes communes;

    public TopicMapsChart(Gazetteer gazetteer) {
        this.communes = new Communes(gazetteer);
    }

    @Override
    public String name() {
        return "topic-maps";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        if (!view.where().isProvince() || view.where().former() || view.isSilent()) {
            return Optional.empty();
        }
        return Communes.province(view).map(province -> drawing(view, province));
    }

    private Drawing drawing(View view, Sheet province) {
        var all = communes.in(view, province);
        var rows = Arrays.stream(Topic.values()).sorted(view.summary().byPersons())
                .map(topic -> row(topic, province, all)).toList();
        return new Drawing(province.period(), rows,
                TILE_WIDTH * (1 + all.stream().mapToInt(one -> one.facts().column()).max().orElse(0)),
                TILE_HEIGHT * (1 + all.stream().mapToInt(one -> one.facts().row()).max().orElse(0)));
    }

    private static Row row(Topic topic, Sheet province, List<Communes.Commune> all) {
        var item = new Item.TopicOf(topic);
        var tiles = new EnumMap<Side, String>(Side.class);
        var count = new EnumMap<Side, Integer>(Side.class);
        for (var commune : all) {
            var side = Side.of(commune.sheet(), province, item);
            tiles.merge(side, tile(commune), String::concat);
            count.merge(side, 1, Integer::sum);
        }
        return new Row(topic, province.count(item), province.share(item),
                named(all, province, item, Side.MORE), named(all, province, item, Side.LESS), tiles, count);
    }

    private static String tile(Communes.Commune commune) {
        return "M%d %dh%dv%dh-%dz".formatted(TILE_WIDTH * commune.facts().column(),
                TILE_HEIGHT * commune.facts().row(), TILE_WIDTH - 1, TILE_HEIGHT - 1, TILE_WIDTH - 1);
    }

    private static List<Named> named(List<Communes.Commune> all, Sheet province, Item item, Side wanted) {
        return all.stream().filter(commune -> Side.of(commune.sheet(), province, item) == wanted)
                .flatMap(commune -> commune.sheet().share(item).stream()
                        .map(share -> new Named(commune.unit(), commune.sheet().count(item), share)))
                .sorted((one, other) -> Vietnamese.order(one.unit(), other.unit())).toList();
    }
}
