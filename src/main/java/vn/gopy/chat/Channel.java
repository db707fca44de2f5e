package vn.gopy.chat;

/// A way to reach residents: Telegram, the web chat, a bridge to another messenger, the console.
public interface Channel {
    /// The name that its addresses carry, such as `telegram`.
    String name();

    /// The place in which an address sees its messages, by the channel's own id. Persons in one group share it.
    default String place(Address to) {
        return to.id();
    }

    /// Sends one message, and says what became of it. Blocks; throws nothing for what happens on the way.
    Delivery send(Shipment shipment);
}
