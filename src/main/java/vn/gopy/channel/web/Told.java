package vn.gopy.channel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;

/// One message as the browser's stream carries it: a server-sent event with a JSON object in it.
///
/// @param key the message's name for ever; the browser shows each name once
record Told(String key, String event) {
    /// What keeps a stream alive when nobody speaks; browsers ignore it.
    static final Told HEARTBEAT = new Told("", ": \n\n");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// @param png the message's picture; empty for none
    static Told from(Shipment shipment, Optional<byte[]> png) {
        var reply = shipment.reply();
        var kind = reply.care() == Reply.Care.PRESS_ANSWER ? "notice" : "message";
        return new Told(shipment.key(), "event: " + kind + "\ndata: " + json(shipment, png) + "\n\n");
    }

    private static String json(Shipment shipment, Optional<byte[]> png) {
        var reply = shipment.reply();
        var rows = reply.choices().stream().map(row -> row.stream().map(Told::button).toList()).toList();
        try {
            var told = new LinkedHashMap<String, Object>(Map.of("id", shipment.key(), "edits",
                    shipment.messageId(), "text", reply.text(), "choices", rows));
            if (reply.picture().isPresent() && png.isPresent()) {
                told.put("picture", "data:image/png;base64," + Base64.getEncoder().encodeToString(png.get()));
                told.put("pictured", reply.picture().get().title() + ", " + reply.picture().get().more());
            }
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("could not write a message for a browser", impossible);
        }
    }

    private static Map<String, String> button(Choice choice) {
        return Map.of("label", choice.label(), "payload", choice.payload());
    }

    /// Whether the browser says that it has this message.
    boolean isAmong(List<String> seen) {
        return seen.contains(key);
    }
}
