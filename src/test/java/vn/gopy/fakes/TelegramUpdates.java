package vn.gopy.fakes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Writes updates as Telegram sends them, numbered one after the other.
public final class TelegramUpdates {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DATE = 1_790_000_000L;

    private int nextUpdate;
    private long nextMessage = 100;

    /// @param firstUpdate the number of the first update
    public TelegramUpdates(int firstUpdate) {
        nextUpdate = firstUpdate;
    }

    /// An update with its number.
    public record Numbered(int updateId, String json) {}

    /// A resident types in their private chat.
    public Numbered text(long chat, String text) {
        var update = update();
        var message = update.putObject("message");
        about(message, chat);
        message.put("message_id", nextMessage++).put("text", text);
        return numbered(update);
    }

    /// A resident sends something else than text, such as `photo` or `voice`.
    public Numbered media(long chat, String kind) {
        var update = update();
        var message = update.putObject("message");
        about(message, chat);
        message.put("message_id", nextMessage++).putObject(kind).put("file_id", "AgACAg");
        return numbered(update);
    }

    public Numbered edit(long chat, long messageId, String text) {
        var update = update();
        var message = update.putObject("edited_message");
        about(message, chat);
        message.put("message_id", messageId).put("edit_date", DATE + 60 + nextUpdate).put("text", text);
        return numbered(update);
    }

    /// A resident presses a button of one of our messages.
    public Numbered press(long chat, long messageId, String payload) {
        var update = update();
        var press = update.putObject("callback_query");
        press.put("id", "press" + nextUpdate).put("data", payload).put("chat_instance", "1");
        sender(press, chat);
        var message = press.putObject("message");
        message.put("message_id", messageId).put("date", DATE).put("text", "…");
        message.putObject("chat").put("id", chat).put("type", "private");
        return numbered(update);
    }

    /// A resident blocks the bot (`kicked`) or opens the chat again (`member`).
    public Numbered membership(long chat, String status) {
        var update = update();
        var change = update.putObject("my_chat_member");
        about(change, chat);
        change.putObject("new_chat_member").put("status", status);
        return numbered(update);
    }

    /// Somebody types in a group.
    public Numbered inGroup(long group, long person, String text) {
        var update = update();
        var message = update.putObject("message");
        message.put("message_id", nextMessage++).put("date", DATE).put("text", text);
        message.putObject("chat").put("id", group).put("type", "supergroup").put("title", "Xóm 3");
        sender(message, person);
        return numbered(update);
    }

    /// A poll of the bot's stands otherwise than before.
    public Numbered poll(ObjectNode poll) {
        var update = update();
        update.set("poll", poll);
        return numbered(update);
    }

    private ObjectNode update() {
        return JSON.createObjectNode().put("update_id", nextUpdate++);
    }

    private static void about(ObjectNode node, long chat) {
        node.put("date", DATE).putObject("chat").put("id", chat).put("type", "private")
                .put("first_name", "An")
                .put("username", "an_quang_ninh");
        sender(node, chat);
    }

    private static void sender(ObjectNode node, long person) {
        node.putObject("from").put("id", person).put("is_bot", false).put("first_name", "An")
                .put("username", "an_quang_ninh").put("language_code", "vi");
    }

    private Numbered numbered(ObjectNode update) {
        return new Numbered(update.path("update_id").asInt(), update.toString());
    }
}
