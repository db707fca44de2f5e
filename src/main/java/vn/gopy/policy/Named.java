package vn.gopy.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.gopy.place.District;
import vn.gopy.place.OlderName;
import vn.gopy.place.Unit;

/// What a name in a question may mean: units before and since July 2025, names that had gone before, former
/// districts.
record Named(List<Unit> old, List<Unit> now, List<OlderName> older, List<District> districts) {
    static final Named NOTHING = new Named(List.of(), List.of(), List.of(), List.of());

    Named {
        old = List.copyOf(old);
        now = List.copyOf(now);
        older = List.copyOf(older);
        districts = List.copyOf(districts);
    }

    boolean isEmpty() {
        return old.isEmpty() && now.isEmpty() && older.isEmpty() && districts.isEmpty();
    }

    Named with(Named other) {
        return new Named(joined(old, other.old), joined(now, other.now), joined(older, other.older),
                joined(districts, other.districts));
    }

    /// Only what meets the conditions, or everything when nothing does: people mix up kinds.
    Named preferring(Predicate<Unit> units, Predicate<OlderName> olders, Predicate<District> wholes) {
        var kept = new Named(old.stream().filter(units).toList(), now.stream().filter(units).toList(),
                older.stream().filter(olders).toList(), districts.stream().filter(wholes).toList());
        return kept.isEmpty() ? this : kept;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        second.stream().filter(one -> !first.contains(one)).forEach(all::add);
        return all;
    }
}
