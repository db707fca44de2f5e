package vn.gopy.chat;

/// A way to reach residents: Telegram, the web chat, a bridge to another messenger, the console.
public interface Channel {
    /// The name that its addresses carry, such as `telegram`.
    String name();

    /// Sends one message, and says what became of it. Blocks; throws nothing for what happens on the way.
    ///
    /// @param pressKey  for the answer to a pressed button: the key of the press, else empty
    /// @param messageId the message to replace, empty for a new one
    Delivery send(Address to, Reply reply, String pressKey, String messageId);
}
