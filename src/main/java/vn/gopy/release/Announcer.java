package vn.gopy.release;

import vn.gopy.db.Tx;

/// Tells the world that a release was published.
@FunctionalInterface
public interface Announcer {
    /// Called in the write-set that stores the release, so that both happen or neither.
    void published(Tx tx, Release release);
}
