package vn.gopy.release;

import vn.gopy.db.Tx;

/// Tells the world that a release was published.
@FunctionalInterface
public interface Announcer {
    /// Called in the write-set that stores the release. A fault here leaves the release published and nobody told:
    /// it is stored anew without this.
    ///
    /// @param all what is published by then, this release with it
    void published(Tx tx, Release release, Releases all);
}
