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

    /// An item's share of its base; empty when one is hidden, the base is too small, or the item is no share.
    public Optional<Share> share(Item item) {
        return item.base().flatMap(base -> Share.of(count(item), count(base), rule));
    }

    /// Whether an item was counted at all, shown or hidden.
    public boolean holds(Item item) {
        return counts.containsKey(item);
    }

    public boolean isHidden(Item item) {
        return count(item) instanceof Count.Hidden;
    }

    /// How many cells are hidden.
    public long hiddenCells() {
        return counts.values().stream().filter(Count.Hidden.class::isInstance).count();
    }
}
