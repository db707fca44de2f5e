package vn.gopy.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;

/// What we post to a bridge, as `docs/channels.md` describes it.
final class BridgeReply {
    private static final JsonMapper JSON = new JsonMapper();

    private BridgeReply() {}

    /// The id under which the bridge sees a message of ours, in the header and in the body: the same on every
    /// attempt.
    static String id(Shipment shipment) {
        return "r-" + shipment.key();
    }

    static byte[] body(Shipment shipment) {
        var reply = shipment.reply();
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", id(shipment)).put("to", shipment.to().id()).put("text", plain(reply.text()));
        var rows = body.putArray("choices");
        reply.choices().forEach(row -> {
            var buttons = rows.addArray();
            row.forEach(choice -> buttons.addObject().put("label", plain(choice.label()))
                    .put("payload", choice.payload()));
        });
        if (shipment.messageId().isEmpty()) {
            body.putNull("edit_of");
        } else {
            body.put("edit_of", shipment.messageId());
        }
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("could not write a reply as JSON", fault);
        }
    }

    /// Other messengers have other marks for bold text, so a bridge gets none.
    private static String plain(String text) {
        return text.replace(String.valueOf(Reply.BOLD), "").replace(String.valueOf(Reply.PLAIN), "");
    }
}
