package vn.gopy.hook;

import vn.gopy.db.Tx;

/// Hears of a change in its own transaction, so that the audit trail has both or neither.
@FunctionalInterface
public interface Witness {
    /// For orders that nobody signed in for; whoever gives them writes the trail.
    Witness NONE = (_, _) -> {};

    /// Called in the transaction of the change.
    ///
    /// @param what the endpoint's name, and what was done with it
    void saw(Tx tx, String what);
}
