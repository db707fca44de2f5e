package vn.gopy.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.fakes.StrictHtml.Refused;

/// The chats of the Bot API double: who may be written to, and what they see.
public final class Chats {
    private static final int LONGEST = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_RAW_BYTES = 32_768;

    private final Map<Long, List<Sent>> messages = new HashMap<>();
    private final Set<Long> photos = new HashSet<>();
    private final Set<Long> known = new HashSet<>();
    private final Set<Long> blocked = new HashSet<>();
    private final Set<String> presses = new HashSet<>();
    private final List<String> answeredPresses = new ArrayList<>();
    private long lastMessageId = 1000;

    /// A message as its reader sees it: the text without tags, and as it came; the keyboard as JSON, empty
    /// for none.
    public record Sent(long messageId, String text, String raw, String keyboard) {}

    /// A 403.
    static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("Forbidden: bot was blocked by the user");
        }
    }

    /// Somebody who wrote to the bot before; others cannot be written to.
    public synchronized void know(long chat) {
        known.add(chat);
    }

    public synchronized void block(long chat, boolean blocks) {
        if (blocks) {
            blocked.add(chat);
        } else {
            blocked.remove(chat);
        }
    }

    /// A button was pressed: its press can be answered once.
    public synchronized void press(String id) {
        presses.add(id);
    }

    /// What a chat sees now, oldest first.
    public synchronized List<Sent> in(long chat) {
        return List.copyOf(messages.getOrDefault(chat, List.of()));
    }

    public synchronized List<String> answeredPresses() {
        return List.copyOf(answeredPresses);
    }

    /// Drops what every chat saw, so that a long load does not fill the memory. Nothing older can be edited.
    synchronized void forget() {
        messages.clear();
        photos.clear();
    }

    synchronized String send(JsonNode body) {
        var list = chat(body);
        var sent = message(++lastMessageId, body, "text", LONGEST);
        list.add(sent);
        return json(body, sent);
    }

    synchronized String photo(JsonNode body) {
        var list = chat(body);
        Photos.check(body.path("photo"));
        var sent = message(++lastMessageId, body, "caption", LONGEST_CAPTION);
        list.add(sent);
        photos.add(sent.messageId());
        return json(body, sent);
    }

    /// Whether a message is a picture, with its text as the caption.
    public synchronized boolean isPhoto(long messageId) {
        return photos.contains(messageId);
    }

    synchronized String edit(JsonNode body) {
        var list = chat(body);
        long id = body.path("message_id").asLong();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).messageId() == id) {
                if (photos.contains(id)) {
                    throw new Refused("there is no text in the message to edit");
                }
                var edited = message(id, body, "text", LONGEST);
                if (edited.equals(list.get(i))) {
                    throw new Refused(
                            "message is not modified: specified new message content and reply markup "
                                    + "are exactly the same as a current content and markup of the message");
                }
                list.set(i, edited);
                return json(body, edited);
            }
        }
        throw new Refused("message to edit not found");
    }

    synchronized String answerPress(JsonNode body) {
        var id = body.path("callback_query_id").asText();
        if (body.path("text").asText().length() > 200) {
            throw new Refused("MESSAGE_TOO_LONG");
        }
        if (!presses.remove(id)) {
            throw new Refused("query is too old and response timeout expired or query ID is invalid");
        }
        answeredPresses.add(id);
        return "true";
    }

    /// A message that is no text, such as a poll; gives back its id.
    synchronized long place(JsonNode body, String words) {
        place(body).add(new Sent(++lastMessageId, words, words, ""));
        return lastMessageId;
    }

    /// The chat that is meant, if it can be written to.
    synchronized List<Sent> place(JsonNode body) {
        return chat(body);
    }

    private List<Sent> chat(JsonNode body) {
        long chat = body.path("chat_id").asLong();
        if (!body.path("chat_id").isIntegralNumber() || !known.contains(chat)) {
            throw new Refused("chat not found");
        }
        if (blocked.contains(chat)) {
            throw new Forbidden();
        }
        return messages.computeIfAbsent(chat, _ -> new ArrayList<>());
    }

    private static Sent message(long id, JsonNode body, String field, int longest) {
        var raw = body.path(field).asText();
        if (raw.getBytes(StandardCharsets.UTF_8).length > LONGEST_RAW_BYTES) {
            throw new Refused("text is too long");
        }
        var mode = body.path("parse_mode").asText();
        var text = (mode.equals("HTML") ? StrictHtml.text(raw) : raw).strip();
        if (text.isEmpty()) {
            throw new Refused("message text is empty");
        }
        if (text.length() > longest) {
            throw new Refused(longest == LONGEST ? "message is too long" : "message caption is too long");
        }
        var keyboard = body.path("reply_markup");
        if (!keyboard.isMissingNode()) {
            check(keyboard.path("inline_keyboard"));
        }
        return new Sent(id, text, raw, keyboard.isMissingNode() ? "" : keyboard.toString());
    }

    private static void check(JsonNode rows) {
        if (!rows.isArray()) {
            throw new Refused("object expected as reply markup");
        }
        rows.forEach(row -> row.forEach(button -> {
            if (button.path("text").asText().isBlank()) {
                throw new Refused("inline keyboard button text is empty");
            }
            if (button.has("url") == button.has("callback_data")) {
                throw new Refused("text buttons are unallowed in the inline keyboard");
            }
            int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
            if (button.has("callback_data") && (bytes < 1 || bytes > 64)) {
                throw new Refused("BUTTON_DATA_INVALID");
            }
            if (button.has("url") && !button.path("url").asText().startsWith("http")) {
                throw new Refused("inline keyboard button URL is invalid");
            }
        }));
    }

    private static String json(JsonNode body, Sent sent) {
        return """
                {"message_id":%d,"from":{"id":123456,"is_bot":true},"date":1760000000,\
                "chat":{"id":%d,"type":"private"},"text":"…"}""".formatted(sent.messageId(),
                body.path("chat_id").asLong());
    }
}
