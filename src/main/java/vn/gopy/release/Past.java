package vn.gopy.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is published already, or is about to be with the same release.
@FunctionalInterface
interface Past {
    Past NONE = _ -> Map.of();

    /// A cell's published numbers, by period.
    Map<Period, Count> of(Cell cell);

    /// With the figures of more periods.
    default Past and(List<Draft> drafts) {
        return cell -> {
            var counts = new TreeMap<>(of(cell));
            drafts.stream().filter(draft -> draft.truth().containsKey(cell))
                    .forEach(draft -> counts.put(draft.period(), draft.shown(cell)));
            return counts;
        };
    }
}
