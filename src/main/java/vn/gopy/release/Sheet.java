package vn.gopy.release;

import java.util.Map;
import java.util.Optional;

/// The published figures of one area in one period.
public record Sheet(Area area, Period period, Rule rule, Map<Item, Count> counts) {
    private static final Count HIDDEN = new Count.Hidden();

    public Sheet {
        counts = Map.copyOf(counts);
    }

    /// An item's count; hidden when the release does not hold it.
    public Count count(Item item) {
        return counts.getOrDefault(item, HIDDEN);
    }

    public Optional<Share> share(Item part, Item base) {
        return Share.of(count(part), count(base), rule);
    }

    /// How many cells are hidden.
    public long hiddenCells() {
        return counts.values().stream().filter(Count.Hidden.class::isInstance).count();
    }
}
