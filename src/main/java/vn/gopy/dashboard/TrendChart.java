package vn.gopy.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.release.Period;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;

/// How moods went: weeks for the province, months for a commune, quarters for an old unit. The line breaks where nothing is published,
/// where the questions were worded anew, and where the places themselves changed.
public final class TrendChart implements Chart {
    private static final int MOST_POINTS = 26;
    private static final double LEFT = 68;
    private static final double RIGHT = 700;
    private static final Axis HEIGHT = new Axis(256, 16, 100);
    private static final List<Mood.Group> SHOWN = List.of(Mood.Group.SATISFIED, Mood.Group.DISSATISFIED);

    /// One period on the line.
    ///
    /// @param labelled whether there is room for its name
    public record Point(Sheet sheet, double x, boolean labelled) implements OfSheet {
        public Period period() {
            return sheet.period();
        }
    }

    /// A stretch of the line without a break: the points of its line and of its band, as SVG writes them.
    public record Stretch(String line, String band) {}

    /// A place on the line that is drawn as a dot.
    public record Dot(double x, double y) {}

    /// One mood over time.
    public record Series(Mood.Group group, List<Stretch> stretches, List<Dot> dots) {
        public String look() {
            return TopicsChart.look(group);
        }
    }

    /// A level of the scale.
    public record Level(int percent, double y) {}

    /// The whole picture.
    public record Drawing(List<Point> points, List<Series> series, List<Level> levels,
            List<TrendMarks.Mark> marks) {}

    private final TrendMarks marks;

    /// @param happenings what to mark, beside new wordings of the questions
    public TrendChart(List<Happening> happenings, TrendMarks.Announced announced) {
        this.marks = new TrendMarks(List.copyOf(happenings), announced);
    }

    @Override
    public String name() {
        return "trend";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        var points = points(view);
        if (points.stream()
                .noneMatch(point -> SHOWN.stream().anyMatch(mood -> point.share(mood).isPresent()))) {
            return Optional.empty();
        }
        var series = SHOWN.stream().map(group -> series(view, group, points)).toList();
        var levels = List.of(0, 25, 50, 75, 100).stream().map(at -> new Level(at, HEIGHT.at(at))).toList();
        return Optional.of(new Drawing(points, series, levels, marks.on(view, points)));
    }

    private static List<Point> points(View view) {
        var kind = kind(view.where());
        var periods = view.releases().periods(kind).stream()
                .filter(period -> !period.start().isAfter(view.period().lastDay())).limit(MOST_POINTS)
                .toList()
                .reversed();
        double step = (RIGHT - LEFT - 40) / Math.max(1, periods.size() - 1);
        int every = Math.max(1, (periods.size() + 6) / 7);
        var points = new ArrayList<Point>();
        for (int i = 0; i < periods.size(); i++) {
            double x = Math.round(10 * (LEFT + 20 + step * i)) / 10.0;
            boolean labelled = (periods.size() - 1 - i) % every == 0;
            view.releases().sheet(view.where().area(), periods.get(i))
                    .ifPresent(sheet -> points.add(new Point(sheet, x, labelled)));
        }
        return points;
    }

    /// What a point of a place's line stands for.
    public static Period.Kind kind(Where where) {
        return where.isProvince()
                ? Period.Kind.WEEK
                : where.isOldUnit() ? Period.Kind.QUARTER : Period.Kind.MONTH;
    }

    private Series series(View view, Mood.Group group, List<Point> points) {
        var stretches = new ArrayList<Stretch>();
        var dots = new ArrayList<Dot>();
        var run = new ArrayList<Mark>();
        for (var point : points) {
            var share = point.share(group);
            if (share.isEmpty()
                    || (!run.isEmpty() && marks.part(view, run.getLast().period(), point.period()))) {
                add(stretches, run);
                run.clear();
            }
            share.ifPresent(known -> {
                run.add(new Mark(point.period(), point.x(), known));
                dots.add(new Dot(point.x(), HEIGHT.at(known.percent())));
            });
        }
        add(stretches, run);
        return new Series(group, stretches, dots);
    }

    private record Mark(Period period, double x, Share share) {
        String at(int percent) {
            return String.format(Locale.ROOT, "%.1f,%.1f", x, HEIGHT.at(percent));
        }
    }

    private static void add(List<Stretch> stretches, List<Mark> run) {
        if (run.size() > 1) {
            var line = run.stream().map(mark -> mark.at(mark.share().percent()));
            var forth = run.stream().map(mark -> mark.at(mark.share().high()));
            var back = run.reversed().stream().map(mark -> mark.at(mark.share().low()));
            stretches.add(new Stretch(line.collect(Collectors.joining(" ")),
                    Stream.concat(forth, back).collect(Collectors.joining(" "))));
        }
    }
}
