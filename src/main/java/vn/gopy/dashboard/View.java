package vn.gopy.dashboard;

import java.util.Optional;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.Releases;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;

/// What one page shows: a place, a closed period, and their published figures.
///
/// @param province the province's figures of the same period
/// @param before   the place's figures of the period before
/// @param release  the release that closed the period
public record View(Where where, Sheet sheet, Sheet province, Optional<Sheet> before, Release release,
        Releases releases) {
    public Period period() {
        return sheet.period();
    }

    /// Whether so few spoke that nothing is shown.
    public boolean isSilent() {
        return sheet.isHidden(new Item.People());
    }

    /// Whether a share is clearly another than the province's; never for the province itself.
    public boolean standsOut(Item item) {
        return !where.isProvince() && differs(sheet.share(item), province.share(item));
    }

    /// Whether a share has clearly changed since the period before.
    public boolean hasChanged(Item item) {
        return before.map(then -> differs(sheet.share(item), then.share(item))).orElse(false);
    }

    /// Whether both this period and the one before have this share.
    public boolean canCompare(Item item) {
        return sheet.share(item).isPresent() && before.flatMap(then -> then.share(item)).isPresent();
    }

    private static boolean differs(Optional<Share> one, Optional<Share> other) {
        return one.isPresent() && other.isPresent() && one.get().differsFrom(other.get());
    }
}
