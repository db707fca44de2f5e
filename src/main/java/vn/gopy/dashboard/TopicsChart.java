package vn.gopy.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Share;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// What people spoke about: a bar with its interval for each topic; beside a commune's bar, the province's
/// share.
public final class TopicsChart implements Chart {
    /// One topic's bar.
    ///
    /// All lengths are hundredths of the drawing's width.
    ///
    /// @param mark where the province's share lies; negative when there is none
    public record Bar(Topic topic, Count count, Optional<Share> share, double width, double low, double high,
            double mark, boolean standsOut) {}

    /// The whole picture; `most` is the share at its right edge.
    public record Drawing(List<Bar> bars, int most) {}

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        if (view.isSilent() || !view.where().hasTopics()) {
            return Optional.empty();
        }
        int most = Arrays.stream(Topic.values()).map(topic -> view.sheet().share(new Item.TopicOf(topic)))
                .flatMap(Optional::stream).mapToInt(Share::high).max().orElse(50);
        var axis = new Axis(0, 100, (most + 9) / 10 * 10);
        var bars = Arrays.stream(Topic.values()).sorted(view.summary().byPersons())
                .map(topic -> bar(view, topic, axis))
                .toList();
        return Optional.of(new Drawing(bars, axis.most()));
    }

    /// The class that gives a mood its colour, in every chart the same.
    public static String look(Mood.Group group) {
        return switch (group) {
            case SATISFIED -> "high";
            case NEUTRAL -> "mid";
            case DISSATISFIED -> "low";
        };
    }

    private static Bar bar(View view, Topic topic, Axis axis) {
        var item = new Item.TopicOf(topic);
        var share = view.sheet().share(item);
        double mark = view.where().isProvince()
                ? -1
                : view.province().share(item).map(whole -> axis.at(Math.min(whole.percent(), axis.most())))
                        .orElse(-1.0);
        return new Bar(topic, view.sheet().count(item), share, axis.at(share.map(Share::percent).orElse(0)),
                axis.at(share.map(Share::low).orElse(0)),
                axis.at(share.map(Share::high).orElse(0)), mark, view.standsOut(item));
    }
}
