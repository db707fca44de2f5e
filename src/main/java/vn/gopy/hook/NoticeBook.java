package vn.gopy.hook;

import vn.gopy.db.Tx;

/// Where notices are put that must go out.
@FunctionalInterface
public interface NoticeBook {
    /// Puts a notice in the caller's transaction: it goes out if, and only if, the rest of it happens
    /// (contracts.md W9).
    ///
    /// @param eventId the same on every attempt and for every endpoint
    /// @param body    sent as it is: what is signed is what was put
    void put(Tx tx, String endpoint, String eventId, String body);
}
