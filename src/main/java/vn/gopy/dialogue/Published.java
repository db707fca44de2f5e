package vn.gopy.dialogue;

import java.util.Optional;
import vn.gopy.chat.Address;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.Telling;

/// What the dialogue may tell of the figures: the releases that the pages read, and nothing else.
public interface Published {
    /// What was published last.
    ///
    /// @param page the address of the page that shows the same; empty on a developer's machine
    record Shown(Telling telling, Optional<String> page) {}

    /// An official whose account is linked to a chat.
    ///
    /// @param unit theirs; empty for the whole province
    record Reader(Optional<UnitId> unit) {
        /// Whether they may read the figures of a place while figures are not public, as on the pages: the
        /// province's, and of the units their own.
        boolean mayRead(Optional<UnitId> asked) {
            return unit.isEmpty() || asked.isEmpty() || asked.equals(unit);
        }
    }

    /// The official of a chat, as they are at this moment.
    Optional<Reader> reader(Address chat);

    /// Whether everybody may see the figures.
    boolean open();

    /// The latest period of this kind for a place; empty before its first release.
    Optional<Shown> latest(Area area, Period.Kind kind);
}
