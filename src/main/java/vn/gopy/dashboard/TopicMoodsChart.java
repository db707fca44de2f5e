package vn.gopy.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// How people feel about each topic, in the province: a dot with its interval for satisfied and for
/// dissatisfied.
public final class TopicMoodsChart implements Chart {
    private static final Axis AXIS = new Axis(0, 100, 100);

    /// One mood on one topic.
    public record Dot(Mood.Group group, Count count, Optional<Share> share, double x, double low,
            double high) {
        public String look() {
            return TopicsChart.look(group);
        }

        /// Each mood has a height of its own, so that intervals do not cover one another.
        public int y() {
            return switch (group) {
                case DISSATISFIED -> 7;
                case NEUTRAL -> 15;
                case SATISFIED -> 23;
            };
        }
    }

    /// One topic.
    ///
    /// @param dots dissatisfied, neutral, satisfied
    public record Row(Topic topic, Count base, List<Dot> dots) {
        /// Whether some moods are hidden and others shown, so that the picture alone would mislead.
        public boolean isPartly() {
            return !isHidden() && dots.stream().anyMatch(dot -> dot.count() instanceof Count.Hidden);
        }

        public boolean isHidden() {
            return dots.stream().allMatch(dot -> dot.share().isEmpty());
        }
    }

    /// The whole picture.
    public record Drawing(List<Row> rows) {}

    @Override
    public String name() {
        return "topic-moods";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        if (!view.where().isProvince() || view.isSilent()) {
            return Optional.empty();
        }
        return Optional.of(new Drawing(Arrays.stream(Topic.values()).sorted(view.summary().byPersons())
                .map(topic -> row(view.sheet(), topic)).toList()));
    }

    private static Row row(Sheet sheet, Topic topic) {
        var dots = Arrays.stream(Mood.Group.values()).map(group -> dot(sheet, topic, group)).toList();
        return new Row(topic, sheet.count(new Item.TopicBase(topic)), dots);
    }

    private static Dot dot(Sheet sheet, Topic topic, Mood.Group group) {
        var item = new Item.TopicMood(topic, group);
        var share = sheet.share(item);
        return new Dot(group, sheet.count(item), share, AXIS.at(share.map(Share::percent).orElse(0)),
                AXIS.at(share.map(Share::low).orElse(0)), AXIS.at(share.map(Share::high).orElse(0)));
    }
}
