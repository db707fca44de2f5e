package vn.gopy.outbox;

import vn.gopy.chat.Delivery;
import vn.gopy.db.Tx;

/// Hears what a messenger told when it took a letter that is a poll. It is noted in the transaction that takes the
/// letter off the disk: whoever finds the letter gone finds this too, or the letter was given up.
@FunctionalInterface
public interface Returns {
    /// A house that posts no polls.
    Returns NONE = (_, _, _) -> {};

    void came(Tx tx, Parcel.Letter letter, Delivery.Polled polled);
}
