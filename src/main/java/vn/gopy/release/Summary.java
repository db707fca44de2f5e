package vn.gopy.release;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// The four figures of a place and a period: who spoke, how they feel, what about, and whether that changed.
/// The page and the chat both tell them from here.
///
/// @param before  the place's figures of the period before, where the two may be compared
/// @param release the release that closed the period
public record Summary(Sheet sheet, Optional<Sheet> before, Release release) {
    private static final int TOP = 3;

    /// Whether moods moved since the period before.
    public enum Change {
        /// One of the two periods has no share to compare, or they may not be compared.
        UNKNOWN,
        /// The intervals touch.
        NONE, CLEAR
    }

    public Count people() {
        return sheet.count(new Item.People());
    }

    /// Whether so few spoke that nothing is shown.
    public boolean isSilent() {
        return sheet.isHidden(new Item.People());
    }

    /// The mood groups in the order of pages.
    public List<Mood.Group> moods() {
        return List.of(Mood.Group.SATISFIED, Mood.Group.NEUTRAL, Mood.Group.DISSATISFIED);
    }

    public Count count(Mood.Group group) {
        return sheet.count(new Item.MoodOf(group));
    }

    public Optional<Share> share(Mood.Group group) {
        return sheet.share(new Item.MoodOf(group));
    }

    /// The topics named most, without hidden ones.
    public List<Topic> top() {
        return Arrays.stream(Topic.values()).filter(topic -> !sheet.isHidden(new Item.TopicOf(topic)))
                .sorted(byPersons()).limit(TOP).toList();
    }

    public Count count(Topic topic) {
        return sheet.count(new Item.TopicOf(topic));
    }

    public Optional<Share> share(Topic topic) {
        return sheet.share(new Item.TopicOf(topic));
    }

    /// Most named first; hidden ones and equal ones in the order of the list, which tells nothing.
    public Comparator<Topic> byPersons() {
        return Comparator.comparingInt((Topic topic) -> switch (count(topic)) {
            case Count.Of(int persons) -> -persons;
            case Count.Hidden() -> 0;
        });
    }

    /// Whether the satisfied or the dissatisfied share clearly changed.
    public Change change() {
        var compared = List.of(Mood.Group.SATISFIED, Mood.Group.DISSATISFIED).stream()
                .map(group -> change(new Item.MoodOf(group))).toList();
        return compared.contains(Change.CLEAR)
                ? Change.CLEAR
                : compared.contains(Change.NONE) ? Change.NONE : Change.UNKNOWN;
    }

    private Change change(Item item) {
        var now = sheet.share(item);
        var then = before.flatMap(earlier -> earlier.share(item));
        if (now.isEmpty() || then.isEmpty()) {
            return Change.UNKNOWN;
        }
        return now.get().differsFrom(then.get()) ? Change.CLEAR : Change.NONE;
    }
}
