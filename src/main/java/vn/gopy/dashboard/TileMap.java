package vn.gopy.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
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

    private final Communes communes;

    public TileMap(Gazetteer gazetteer) {
        this.communes = new Communes(gazetteer);
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        return view.where().former()
                ? Optional.empty()
                : Communes.province(view).map(province -> drawing(view, province));
    }

    private Drawing drawing(View view, Sheet province) {
        var tiles = communes.in(view, province).stream().map(commune -> tile(view, commune, province))
                .sorted(Comparator.comparingDouble(Tile::y).thenComparingDouble(Tile::x)).toList();
        return new Drawing(province.period(), tiles, province,
                tiles.stream().mapToDouble(Tile::x).max().orElse(0) + WIDTH,
                tiles.stream().mapToDouble(Tile::y).max().orElse(0) + HEIGHT);
    }

    private static Tile tile(View view, Communes.Commune commune, Sheet province) {
        var facts = commune.facts();
        return new Tile(facts.unit(), (double) WIDTH * facts.column(), (double) HEIGHT * facts.row(),
                commune.sheet(), look(commune.sheet(), province),
                view.where().area().equals(Area.of(facts.unit().id())));
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
        return switch (Side.of(sheet, province, new Item.MoodOf(group))) {
            case MORE -> 1;
            case LESS -> -1;
            case HIDDEN, FEW, ALIKE -> 0;
        };
    }
}
