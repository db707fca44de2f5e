package vn.gopy.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;

/// Satisfied share by number of persons, instead of a ranking: small units scatter by chance, and the funnel
/// around the province's share shows how far. Units without a share are not drawn; units inside the funnel
/// have no colour and no name.
public final class FunnelChart implements Chart {
    private static final Item SATISFIED = new Item.MoodOf(Mood.Group.SATISFIED);
    private static final double LEFT = 56;
    private static final double RIGHT = 704;
    private static final Axis HEIGHT = new Axis(276, 12, 100);
    private static final int STEP = 5;
    private static final double NAME = 110;

    /// One unit.
    ///
    /// @param named whether its name stands beside it
    /// @param end   whether the name stands on its left
    public record Dot(Unit unit, Sheet sheet, double x, double y, Side side, boolean here, boolean named,
            boolean end) implements OfSheet {
        private Dot named(boolean left) {
            return new Dot(unit, sheet, x, y, side, here, true, left);
        }

        private double from() {
            return named && end ? x - NAME : x - 6;
        }

        private double to() {
            return named && !end ? x + NAME : x + 6;
        }

        private boolean fits() {
            return from() > LEFT && to() < RIGHT + 30;
        }

        private boolean covers(Dot other) {
            return Math.abs(y - other.y) < 14 && from() < other.to() && to() > other.from();
        }
    }

    /// A value of a scale and where it lies.
    public record Level(int value, double at) {}

    /// The whole picture; `funnel` are the points of its area as SVG writes them.
    public record Drawing(Period period, Share whole, double wholeAt, String funnel, List<Level> across,
            List<Level> up, List<Dot> dots) {
        /// Those that are clearly not the province.
        public List<Dot> apart() {
            return dots.stream().filter(dot -> dot.side().isApart()).toList();
        }

        /// For the table, which ranks nobody.
        public List<Dot> byName() {
            return dots.stream().sorted(Comparator.comparing(Dot::unit, Vietnamese::order)).toList();
        }
    }

    private final Communes communes;

    public FunnelChart(Gazetteer gazetteer) {
        this.communes = new Communes(gazetteer);
    }

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        return Optional.of(view).filter(one -> !one.where().former()).flatMap(Communes::province)
                .flatMap(province -> province.share(SATISFIED)
                        .flatMap(whole -> drawing(view, province, whole)));
    }

    private Optional<Drawing> drawing(View view, Sheet province, Share whole) {
        var shown = communes.in(view, province).stream()
                .filter(commune -> commune.sheet().share(SATISFIED).isPresent()).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int most = shown.stream().mapToInt(commune -> base(commune.sheet())).max().orElseThrow();
        int step = step(most);
        var across = new Axis(LEFT, RIGHT, (most + step - 1) / step * step);
        var dots = shown.stream().map(commune -> dot(view, commune, province, across))
                .sorted(Comparator.comparing((Dot dot) -> !dot.here()).thenComparingDouble(
                        dot -> -Math.abs(dot.y() - HEIGHT.at(whole.percent()))))
                .toList();
        return Optional.of(new Drawing(province.period(), whole, HEIGHT.at(whole.percent()),
                funnel(new Limits(whole, province.rule()), across), levels(across, step), levels(HEIGHT, 25),
                named(dots)));
    }

    private static int base(Sheet sheet) {
        return sheet.share(SATISFIED).map(Share::of).orElse(0);
    }

    private static int step(int most) {
        return IntStream.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000).filter(step -> most / step <= 8)
                .findFirst().orElse(10_000);
    }

    private static List<Level> levels(Axis axis, int step) {
        return IntStream.rangeClosed(0, axis.most() / step)
                .mapToObj(i -> new Level(step * i, axis.at((double) step * i))).toList();
    }

    private static Dot dot(View view, Communes.Commune commune, Sheet province, Axis across) {
        var sheet = commune.sheet();
        double x = across.at(base(sheet));
        return new Dot(commune.unit(), sheet, x, HEIGHT.at(exact(sheet)), Side.of(sheet, province, SATISFIED),
                view.where().area().equals(Area.of(commune.unit().id())), false, x > RIGHT - 130);
    }

    /// The share of the rounded counts, not yet rounded to whole per cent.
    private static double exact(Sheet sheet) {
        return sheet.count(SATISFIED) instanceof Count.Of(int some) ? 100.0 * some / base(sheet) : 0;
    }

    private static String funnel(Limits limits, Axis across) {
        int least = 7 * STEP;
        var bases = IntStream.rangeClosed(0, 60)
                .map(i -> least + Math.round((across.most() - least) * i / 60f)).distinct().toArray();
        var upper = points(bases, across, limits::upper);
        var lower = points(bases, across, limits::lower).reversed();
        return String.join(" ", upper) + " " + lower.stream().collect(Collectors.joining(" "));
    }

    private static List<String> points(int[] bases, Axis across, IntToDoubleFunction limit) {
        return IntStream.of(bases).mapToObj(n -> String.format(Locale.ROOT, "%.1f,%.1f", across.at(n),
                HEIGHT.at(limit.applyAsDouble(n)))).toList();
    }

    /// Names the page's own unit and those outside, on the right or the left, where there is room.
    private static List<Dot> named(List<Dot> dots) {
        var done = new ArrayList<Dot>();
        var taken = new ArrayList<Dot>();
        for (var dot : dots) {
            var next = Stream.of(dot.end(), !dot.end()).map(dot::named)
                    .filter(_ -> dot.here() || dot.side().isApart())
                    .filter(named -> named.fits() && taken.stream().noneMatch(named::covers)).findFirst()
                    .orElse(dot);
            done.add(next);
            taken.add(next);
        }
        return done.reversed();
    }
}
