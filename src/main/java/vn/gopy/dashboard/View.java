package vn.gopy.dashboard;

import java.util.Optional;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.Releases;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.release.Summary;

/// What one page shows: a place, a closed period, and their published figures.
///
/// @param province the province's figures of the same period
/// @param before   the place's figures of the period before, where the two may be compared
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

    /// The four figures, as the chat tells them too.
    public Summary summary() {
        return new Summary(sheet, before, release);
    }

    /// Persons in the province whose unit is not known better; empty for a week.
    public Optional<Count> unclear() {
        return releases.sheet(Area.UNCLEAR, period()).map(sheet -> sheet.count(new Item.People()));
    }

    /// Whether a share is clearly another than the province's; never for the province itself.
    public boolean standsOut(Item item) {
        return !where.isProvince() && differs(sheet.share(item), province.share(item));
    }

    private static boolean differs(Optional<Share> one, Optional<Share> other) {
        return one.isPresent() && other.isPresent() && one.get().differsFrom(other.get());
    }
}
