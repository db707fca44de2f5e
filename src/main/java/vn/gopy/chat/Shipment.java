package vn.gopy.chat;

import java.util.regex.Pattern;

/// One message on its way to a resident, with all that a channel needs to send it.
///
/// @param key       names this message for ever: the same on every attempt, never that of another message. A
///                  channel whose peer can recognise repeats passes it on
/// @param to        where it goes
/// @param pressKey  for the answer to a pressed button: the key of the press, else empty
/// @param messageId the message to replace, as its [Delivery.Sent] named it; empty for a new one
public record Shipment(String key, Address to, Reply reply, String pressKey, String messageId) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Shipment {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a message's key has 1 to 64 letters, digits, - or _");
        }
    }
}
