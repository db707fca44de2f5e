package vn.gopy.channel.telegram;

import java.util.OptionalLong;
import vn.gopy.chat.Address;

/// How addresses name chats: `<chat>` for a private chat, `<chat>:<sender>` for a person in a group, who is
/// answered there.
final class ChatId {
    private ChatId() {}

    /// The chat that an address is answered in; none when it is not one of ours.
    static OptionalLong of(Address address) {
        try {
            return OptionalLong.of(Long.parseLong(place(address)));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// The same as text, whatever it is.
    static String place(Address address) {
        int colon = address.id().indexOf(':');
        return colon < 0 ? address.id() : address.id().substring(0, colon);
    }

    /// The address of the same person, or group, under its new chat id.
    static Address moved(Address address, long chat) {
        int colon = address.id().indexOf(':');
        return new Address(address.channel(), chat + (colon < 0 ? "" : address.id().substring(colon)));
    }
}
