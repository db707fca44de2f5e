package vn.gopy.wire;

import java.util.Map;

/// The three headers of a signed webhook, as the Standard Webhooks specification names them.
///
/// @param id        names the message, the same on every attempt
/// @param timestamp seconds since 1970, of the attempt
/// @param values    signatures with their version, a space between: `v1,K5oZ… v1,9bcU…`
public record Signature(String id, String timestamp, String values) {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String VALUES = "webhook-signature";

    /// The headers to send.
    public Map<String, String> headers() {
        return Map.of(ID, id, TIMESTAMP, timestamp, VALUES, values);
    }
}
