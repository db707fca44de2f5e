package vn.gopy.dashboard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// What the smaller side says. Which side that is follows from the figures alone, never from a setting: it is
/// praise where more people are dissatisfied, and criticism where more are satisfied.
///
/// @param side   empty when the figures hide one of the two sides
/// @param clear  whether the other side is clearly larger
/// @param topics in the province: where the smaller side is strongest
/// @param rare   topics that few named, but enough to be shown, fewest first
public record Minority(Optional<Mood.Group> side, boolean clear, List<Voice> topics, List<Voice> rare) {
    private static final int MOST = 3;

    /// What a line says: how many of a topic's people.
    public record Voice(Topic topic, Count count, Optional<Share> share) {}

    static Minority of(View view) {
        var sheet = view.sheet();
        var side = side(sheet);
        return new Minority(side, side.map(smaller -> clear(sheet, smaller)).orElse(false),
                side.map(smaller -> strongest(sheet, smaller)).orElse(List.of()), rare(sheet));
    }

    private static Optional<Mood.Group> side(Sheet sheet) {
        int praise = persons(sheet, new Item.MoodOf(Mood.Group.SATISFIED));
        int blame = persons(sheet, new Item.MoodOf(Mood.Group.DISSATISFIED));
        if (praise == 0 || blame == 0) {
            return Optional.empty();
        }
        return Optional.of(praise < blame ? Mood.Group.SATISFIED : Mood.Group.DISSATISFIED);
    }

    private static boolean clear(Sheet sheet, Mood.Group smaller) {
        var larger = smaller == Mood.Group.SATISFIED ? Mood.Group.DISSATISFIED : Mood.Group.SATISFIED;
        var one = sheet.share(new Item.MoodOf(smaller));
        var other = sheet.share(new Item.MoodOf(larger));
        return one.isPresent() && other.isPresent() && one.get().differsFrom(other.get());
    }

    private static List<Voice> strongest(Sheet sheet, Mood.Group side) {
        return Arrays.stream(Topic.values())
                .map(topic -> voice(sheet, topic, new Item.TopicMood(topic, side)))
                .filter(voice -> voice.count() instanceof Count.Of)
                .sorted(Comparator.comparingInt((Voice voice) -> -percent(voice))).limit(MOST).toList();
    }

    /// Under any share for those on too few persons to have one.
    private static int percent(Voice voice) {
        return voice.share().map(Share::percent).orElse(-1);
    }

    private static List<Voice> rare(Sheet sheet) {
        return Arrays.stream(Topic.values()).filter(topic -> topic != Topic.KHAC)
                .filter(topic -> !sheet.isHidden(new Item.TopicOf(topic)))
                .sorted(Comparator.comparingInt((Topic topic) -> persons(sheet, new Item.TopicOf(topic))))
                .limit(MOST).map(topic -> voice(sheet, topic, new Item.TopicOf(topic))).toList();
    }

    private static Voice voice(Sheet sheet, Topic topic, Item item) {
        return new Voice(topic, sheet.count(item), sheet.share(item));
    }

    private static int persons(Sheet sheet, Item item) {
        return sheet.count(item) instanceof Count.Of(int persons) ? persons : 0;
    }
}
