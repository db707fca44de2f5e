package vn.gopy.release;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.gopy.topic.Mood;

/// What a release tells of crowds in a month of the province: how many sent the same words, and the moods without
/// them.
///
/// @param sheet the province's figures of a month in which crowds were looked for
public record Crowd(Sheet sheet) {
    private static final Item ALIKE = new Item.WordsOf(Item.Words.ALIKE);

    /// Empty where none were looked for: in weeks, quarters and years, in communes, in early releases.
    public static Optional<Crowd> in(Sheet sheet) {
        return sheet.holds(new Item.InBurst()) ? Optional.of(new Crowd(sheet)) : Optional.empty();
    }

    /// Whether k persons or more sent the same words, be their number shown or not.
    public boolean isSeen() {
        return sheet.holds(ALIKE);
    }

    /// How many sent the same words as others.
    public Count alike() {
        return sheet.count(ALIKE);
    }

    /// The same as a number; empty when it is hidden.
    public Optional<Integer> persons() {
        return alike() instanceof Count.Of(int some) ? Optional.of(some) : Optional.empty();
    }

    /// How many came in a burst.
    public Count burst() {
        return sheet.count(new Item.InBurst());
    }

    /// A mood group's share among those who sent the same words, or among all others.
    public Optional<Share> share(Item.Words words, Mood.Group group) {
        return sheet.share(new Item.WordsMood(words, group));
    }

    /// The mood groups that have such a share, in the order given.
    public List<Mood.Group> told(Item.Words words, Mood.Group... groups) {
        return Arrays.stream(groups).filter(group -> share(words, group).isPresent()).toList();
    }
}
