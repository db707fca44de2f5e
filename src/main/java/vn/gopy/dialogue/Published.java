package vn.gopy.dialogue;

import java.util.Optional;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.Telling;

/// What the dialogue may tell of the figures: the releases that the pages read, and nothing else.
public interface Published {
    /// What was published last.
    ///
    /// @param page the address of the page that shows the same; empty on a developer's machine
    record Shown(Telling telling, Optional<String> page) {}

    /// Whether everybody may see the figures.
    boolean open();

    /// The latest period of this kind for a place; empty before its first release.
    Optional<Shown> latest(Area area, Period.Kind kind);
}
