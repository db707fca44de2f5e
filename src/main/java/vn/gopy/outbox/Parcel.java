package vn.gopy.outbox;

import java.util.Optional;
import vn.gopy.chat.Address;
import vn.gopy.chat.Reply;
import vn.gopy.vault.PersonKey;
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

    /// A message for a resident.
    ///
    /// @param key      what their own things are sealed with; none for a letter that is not kept
    /// @param to       in memory alone; on the disk it is sealed
    /// @param pressKey for the answer to a pressed button, else empty
    record Letter(long id, Pseudonym person, Optional<PersonKey> key, Address to, Reply reply,
            String pressKey, int attempts) implements Parcel {
        /// The same for another address.
        Letter movedTo(Address other) {
            return new Letter(id, person, key, other, reply, pressKey, attempts + 1);
        }

        /// The same with another reply.
        Letter saying(Reply other) {
            return new Letter(id, person, key, to, other, pressKey, attempts);
        }

        /// The same, tried so often.
        Letter tried(int times) {
            return new Letter(id, person, key, to, reply, pressKey, times);
        }
    }

    /// A signed event for an integrator's endpoint. `body` is fixed when it is put: what is signed is what is
    /// sent (W1).
    record Notice(long id, String endpoint, String eventId, String body, int attempts) implements Parcel {}
}
