package vn.gopy.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFacts;
import vn.gopy.release.Area;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;

/// The new units as equal tiles, roughly where they lie: no unit looks bigger for having more land, and none
/// is ranked. A tile has a colour only when its mood is clearly not the province's.
public final class TileMap implements Chart {
    private static final int WIDTH = 82;
    private static final int HEIGHT = 58;

    /// How a unit's mood lies to the province's.
    public enum Look {
        HIDDEN, FEW, ALIKE, HAPPIER, UNHAPPIER;

        /// The class of its tile.
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One unit.
    public record Tile(Unit unit, double x, double y, Sheet sheet, Look look,
            boolean here) implements OfSheet {
        /// Whether its name needs smaller letters.
        public boolean isLong() {
            return unit.name().length() > 8;
        }
    }

    /// The whole picture; `period` is the one shown, which for a week is the month published last.
    public record Drawing(Period period, List<Tile> tiles, Sheet province, double width, double height) {}

    private final Gazetteer gazetteer;

    public TileMap(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        var shown = view.period().kind().forCommunes()
                ? Optional.of(view.period())
                : view.releases().periods(Period.Kind.MONTH).stream()
                        .filter(month -> !month.start().isAfter(view.period().lastDay())).findFirst();
        return shown.flatMap(period -> drawing(view, period));
    }

    private Optional<Drawing> drawing(View view, Period period) {
        return view.releases().sheet(Area.PROVINCE, period).map(province -> {
            var tiles = gazetteer.newUnits().stream().map(unit -> gazetteer.facts(unit.id()))
                    .flatMap(Optional::stream).map(facts -> tile(view, facts, province))
                    .sorted(Comparator.comparingDouble(Tile::y).thenComparingDouble(Tile::x)).toList();
            return new Drawing(period, tiles, province,
                    tiles.stream().mapToDouble(Tile::x).max().orElse(0) + WIDTH,
                    tiles.stream().mapToDouble(Tile::y).max().orElse(0) + HEIGHT);
        });
    }

    private static Tile tile(View view, UnitFacts facts, Sheet province) {
        var area = Area.of(facts.unit().id());
        var sheet = view.releases().sheet(area, province.period())
                .orElseGet(() -> new Sheet(area, province.period(), province.rule(), Map.of()));
        return new Tile(facts.unit(), (double) WIDTH * facts.column(), (double) HEIGHT * facts.row(), sheet,
                look(sheet, province), view.where().area().equals(area));
    }

    private static Look look(Sheet sheet, Sheet province) {
        if (sheet.isHidden(new Item.People())) {
            return Look.HIDDEN;
        }
        int unhappier = side(sheet, province, Mood.Group.DISSATISFIED);
        int happier = side(sheet, province, Mood.Group.SATISFIED);
        if (unhappier != happier) {
            return unhappier > happier ? Look.UNHAPPIER : Look.HAPPIER;
        }
        boolean known = sheet.share(new Item.MoodOf(Mood.Group.SATISFIED)).isPresent()
                || sheet.share(new Item.MoodOf(Mood.Group.DISSATISFIED)).isPresent();
        return known ? Look.ALIKE : Look.FEW;
    }

    /// 1 when the share is clearly above the province's, -1 when clearly below, else 0.
    private static int side(Sheet sheet, Sheet province, Mood.Group group) {
        var here = sheet.share(new Item.MoodOf(group));
        var whole = province.share(new Item.MoodOf(group));
        if (here.isEmpty() || whole.isEmpty() || !here.get().differsFrom(whole.get())) {
            return 0;
        }
        return here.get().percent() > whole.get().percent() ? 1 : -1;
    }
}
