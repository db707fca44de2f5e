package vn.gopy.outbox;

import vn.gopy.chat.Delivery;

/// Who carries notices to integrators. (Letters are carried by their channel.)
@FunctionalInterface
public interface Carrier {
    /// Makes one attempt, and says what became of it. Blocks; throws nothing for what happens on the way.
    Delivery carry(Parcel.Notice notice);
}
