package vn.gopy.dashboard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.Release;

/// What the trend marks, and where its lines break: happenings of the file, what was announced to a place, and each
/// new wording of the questions, which the releases tell themselves.
public record TrendMarks(List<Happening> happenings, Announced announced) {
    /// What was announced of rules, rights or duties to a place, and to all: it may move the figures.
    public interface Announced {
        List<Happening> to(Area area);
    }

    /// One mark on the picture.
    ///
    /// @param number    under which the list below the picture names it
    /// @param happening empty: the questions were worded anew
    public record Mark(int number, double x, LocalDate day, Optional<Happening> happening) {}

    /// Whether a line must not join two periods: the questions, the borders, or the place itself were not the
    /// same in both.
    boolean part(View view, Period then, Period now) {
        var days = Stream.concat(happenings.stream().filter(Happening::breaks).map(Happening::day),
                view.where().ended().stream());
        return wordedAnew(view, then, now)
                || days.anyMatch(day -> day.isAfter(then.start()) && day.isBefore(now.end()));
    }

    private static boolean wordedAnew(View view, Period then, Period now) {
        var before = view.releases().closing(then).map(Release::questions);
        return !before.equals(view.releases().closing(now).map(Release::questions));
    }

    List<Mark> on(View view, List<TrendChart.Point> points) {
        var marks = new ArrayList<Mark>();
        Stream.concat(happenings.stream(), announced.to(view.where().area()).stream())
                .forEach(one -> place(points, one.day())
                        .ifPresent(x -> marks.add(new Mark(0, x, one.day(), Optional.of(one)))));
        for (int i = 1; i < points.size(); i++) {
            var now = points.get(i);
            if (wordedAnew(view, points.get(i - 1).period(), now.period())) {
                marks.add(new Mark(0, (points.get(i - 1).x() + now.x()) / 2, now.period().start(),
                        Optional.empty()));
            }
        }
        marks.sort(Comparator.comparing(Mark::day));
        return numbered(marks);
    }

    private static List<Mark> numbered(List<Mark> marks) {
        var numbered = new ArrayList<Mark>();
        for (var mark : marks) {
            numbered.add(new Mark(numbered.size() + 1, mark.x(), mark.day(), mark.happening()));
        }
        return numbered;
    }

    /// Where a day lies between the points; a period's point stands for its middle. Empty outside the
    /// picture.
    private static Optional<Double> place(List<TrendChart.Point> points, LocalDate day) {
        for (int i = 1; i < points.size(); i++) {
            var then = points.get(i - 1);
            var now = points.get(i);
            var from = middle(then.period());
            var to = middle(now.period());
            if (!day.isBefore(from) && day.isBefore(to)) {
                double part = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
                return Optional.of(Math.round(10 * (then.x() + part * (now.x() - then.x()))) / 10.0);
            }
        }
        return Optional.empty();
    }

    private static LocalDate middle(Period period) {
        return period.start().plusDays(ChronoUnit.DAYS.between(period.start(), period.end()) / 2);
    }
}
