package vn.gopy.outbox;

import vn.gopy.chat.Address;
import vn.gopy.chat.Reply;
import vn.gopy.vault.Pseudonym;

/// Something that must leave the house.
public sealed interface Parcel {
    long id();

    /// How often it was tried so far.
    int attempts();

    /// The name of the channel that carries it; `hook` for notices.
    default String channel() {
        return switch (this) {
            case Letter letter -> letter.to().channel();
            case Notice _ -> "hook";
        };
    }

    /// A message for a resident. `to` is in memory alone; on the disk it is sealed. `pressKey` is for the
    /// answer to a pressed button, else empty.
    record Letter(long id, Pseudonym person, Address to, Reply reply, String pressKey, int attempts)
            implements
                Parcel {}

    /// A signed event for an integrator's endpoint. `body` is fixed when it is put: what is signed is what is
    /// sent (W1).
    record Notice(long id, String endpoint, String eventId, String body, int attempts) implements Parcel {}
}
