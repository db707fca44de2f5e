package vn.gopy.dashboard;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;

/// Names in the order of the Vietnamese alphabet: the one order in which units stand, so that no list ranks
/// them.
public final class Vietnamese {
    private Vietnamese() {}

    static int order(Unit one, Unit other) {
        return order(one.name(), other.name());
    }

    static int order(String one, String other) {
        return Collator.getInstance(Locale.of("vi")).compare(one, other);
    }

    /// The new units by name.
    public static List<Unit> byName(Gazetteer gazetteer) {
        return gazetteer.newUnits().stream().sorted(Vietnamese::order).toList();
    }
}
