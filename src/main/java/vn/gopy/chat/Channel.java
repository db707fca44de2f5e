package vn.gopy.chat;

/// A way to reach residents: Telegram, the web chat, a bridge to another messenger, the console.
public interface Channel {
    /// The name that its addresses carry, such as `telegram`.
    String name();

    /// Sends one message, and says what became of it. Blocks; throws nothing for what happens on the way.
    Delivery send(Shipment shipment);
}
