package vn.gopy.chat;

/// One message on its way to a resident, with all that a channel needs to send it.
///
/// @param key       names this message for ever: the same on every attempt, never that of another message. A
///                  channel whose peer can recognise repeats passes it on
/// @param to        where it goes
/// @param pressKey  for the answer to a pressed button: the key of the press, else empty
/// @param messageId the message to replace, as its [Delivery.Sent] named it; empty for a new one
public record Shipment(String key, Address to, Reply reply, String pressKey, String messageId) {
    private static final int LONGEST_KEY = 64;

    public Shipment {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a message's key has 1 to 64 letters, digits, - or _");
        }
    }

    /// 1 to 64 small or large letters, digits, hyphens and low lines.
    private static boolean isKey(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return !key.isEmpty() && key.length() <= LONGEST_KEY;
    }
}
