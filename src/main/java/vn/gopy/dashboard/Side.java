package vn.gopy.dashboard;

import java.util.Locale;
import vn.gopy.release.Item;
import vn.gopy.release.Sheet;

/// How a unit's share lies to the province's. One rule for every chart: only intervals that do not touch are
/// clearly apart.
public enum Side {
    HIDDEN, FEW, ALIKE, MORE, LESS;

    static Side of(Sheet here, Sheet province, Item item) {
        if (here.isHidden(item)) {
            return HIDDEN;
        }
        var share = here.share(item);
        var whole = province.share(item);
        if (share.isEmpty()) {
            return FEW;
        }
        if (whole.isEmpty() || !share.get().differsFrom(whole.get())) {
            return ALIKE;
        }
        return share.get().percent() > whole.get().percent() ? MORE : LESS;
    }

    /// Whether it is clearly not the province's.
    public boolean isApart() {
        return this == MORE || this == LESS;
    }

    /// The class of what is drawn for it.
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
