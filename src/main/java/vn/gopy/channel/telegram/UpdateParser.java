package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/// Goes once through the JSON of one update and fills a form. A field of a wrong type, or one that comes
/// twice, is noted as a fault and skipped, so that whatever stands behind it can still be read.
final class UpdateParser {
    private static final int LONGEST_WORD = 128;

    /// Contents of a message that the bot does not read (Bot API 10.1).
    private static final Set<String> MEDIA = Set.of("animation", "audio", "checklist", "contact", "dice",
            "document", "game", "invoice", "location", "paid_media", "photo", "poll", "sticker", "story",
            "venue", "video", "video_note", "voice", "rich_message");

    /// Happenings in a chat that nobody expects an answer to (Bot API 10.1).
    private static final Set<String> EVENTS = Set.of("boost_added", "channel_chat_created",
            "chat_background_set", "chat_owner_changed", "chat_owner_left", "chat_shared",
            "checklist_tasks_added", "checklist_tasks_done", "connected_website", "delete_chat_photo",
            "direct_message_price_changed", "forum_topic_closed", "forum_topic_created",
            "forum_topic_edited", "forum_topic_reopened", "general_forum_topic_hidden",
            "general_forum_topic_unhidden", "gift", "gift_upgrade_sent", "giveaway", "giveaway_completed",
            "giveaway_created", "giveaway_winners", "group_chat_created", "left_chat_member",
            "message_auto_delete_timer_changed", "migrate_from_chat_id", "migrate_to_chat_id",
            "new_chat_members", "new_chat_photo", "new_chat_title", "paid_message_price_changed",
            "passport_data", "pinned_message", "poll_option_added", "poll_option_deleted",
            "proximity_alert_triggered", "refunded_payment", "successful_payment",
            "suggested_post_approval_failed", "suggested_post_approved", "suggested_post_declined",
            "suggested_post_paid", "suggested_post_refunded", "supergroup_chat_created", "unique_gift",
            "users_shared", "video_chat_ended", "video_chat_participants_invited",
            "video_chat_scheduled", "video_chat_started", "web_app_data", "write_access_allowed");

    private final JsonParser json;
    private final UpdateForm form;

    UpdateParser(JsonParser json, UpdateForm form) {
        this.json = json;
        this.form = form;
    }

    /// What is done with the fields of one object; the parser stands on the field's value.
    private interface Field {
        void read(String name, JsonToken value) throws IOException;
    }

    /// Reads the object on whose opening brace the parser stands, up to its closing one.
    void update() throws IOException {
        each(this::payload);
    }

    private void payload(String name, JsonToken value) throws IOException {
        if (name.equals("update_id")) {
            updateId(value);
            return;
        }
        if (!form.kind.isEmpty()) {
            form.wrong("more than one payload");
            return;
        }
        form.kind = name;
        switch (name) {
            case "message", "edited_message" -> object(name, value, this::message);
            case "callback_query" -> object(name, value, this::press);
            case "my_chat_member" -> object(name, value, this::membership);
            case "poll" -> object(name, value, this::poll);
            default -> {
                // Skipped: the reader says what becomes of it.
            }
        }
    }

    private void message(String name, JsonToken value) throws IOException {
        switch (name) {
            case "message_id" -> form.messageId = number(name, value, form.messageId);
            case "date" -> form.date = number(name, value, form.date);
            case "edit_date" -> form.editDate = number(name, value, form.editDate);
            case "chat" -> object(name, value, this::chat);
            case "from" -> object(name, value, this::sender);
            case "text" -> form.text = string(name, value, form.text);
            case "sender_chat" -> form.onBehalf = true;
            default -> content(name);
        }
    }

    private void content(String name) {
        if (form.media.isEmpty() && MEDIA.contains(name)) {
            form.media = name;
        } else if (form.event.isEmpty() && EVENTS.contains(name)) {
            form.event = name;
        }
    }

    private void chat(String name, JsonToken value) throws IOException {
        switch (name) {
            case "id" -> form.chatId = number("chat id", value, form.chatId);
            case "type" -> form.chatType = word("chat type", value, form.chatType);
            default -> {
                // Titles and names stay outside.
            }
        }
    }

    private void sender(String name, JsonToken value) throws IOException {
        switch (name) {
            case "id" -> form.fromId = number("sender id", value, form.fromId);
            case "is_bot" -> form.fromBot = value == JsonToken.VALUE_TRUE;
            case "language_code" -> form.language = word(name, value, form.language);
            default -> {
                // Names stay outside.
            }
        }
    }

    private void press(String name, JsonToken value) throws IOException {
        switch (name) {
            case "id" -> form.pressId = word("callback id", value, form.pressId);
            case "data" -> form.payload = word(name, value, form.payload);
            case "from" -> object(name, value, this::sender);
            case "message" -> object(name, value, this::pressed);
            default -> {
                // Games and inline messages are not ours.
            }
        }
    }

    /// The message that carried the button was written by the bot: only where it stands matters.
    private void pressed(String name, JsonToken value) throws IOException {
        switch (name) {
            case "message_id", "date", "chat" -> message(name, value);
            default -> {
                // Its text is our own.
            }
        }
    }

    private void membership(String name, JsonToken value) throws IOException {
        switch (name) {
            case "chat", "from", "date" -> message(name, value);
            case "new_chat_member" -> object(name, value, this::member);
            default -> {
                // What it was before does not matter.
            }
        }
    }

    private void member(String name, JsonToken value) throws IOException {
        if (name.equals("status")) {
            form.status = word(name, value, form.status);
        }
    }

    /// Its words are our own.
    private void poll(String name, JsonToken value) throws IOException {
        switch (name) {
            case "id" -> form.pollId = word("poll id", value, form.pollId);
            case "options" -> options(value);
            default -> {
                // The whole is the sum of the options, and explanations are not ours.
            }
        }
    }

    private void options(JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY || !form.voters.isEmpty()) {
            form.wrong("options are no list, or come twice");
            return;
        }
        for (var item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            form.votes = UpdateForm.NONE;
            object("option", item, this::option);
            form.voters.add(Math.clamp(form.votes, -1, Integer.MAX_VALUE));
            json.skipChildren();
        }
    }

    private void option(String name, JsonToken value) throws IOException {
        if (name.equals("voter_count")) {
            form.votes = number(name, value, form.votes);
        }
    }

    private void updateId(JsonToken value) throws IOException {
        boolean whole = value == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() == JsonParser.NumberType.INT;
        if (!whole || form.updateId != UpdateForm.NONE) {
            form.badUpdateId = true;
            return;
        }
        form.updateId = json.getIntValue();
    }

    private void object(String name, JsonToken value, Field fields) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            each(fields);
        } else {
            form.wrong(name + " is no object");
        }
    }

    private void each(Field fields) throws IOException {
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var value = json.nextToken();
            if (value != JsonToken.VALUE_NULL || name.equals("update_id")) {
                fields.read(name, value);
            }
            json.skipChildren();
        }
    }

    private long number(String name, JsonToken value, long before) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            form.wrong(name + " is no whole number");
            return before;
        }
        if (before != UpdateForm.NONE) {
            form.wrong(name + " comes twice");
            return before;
        }
        return json.getLongValue();
    }

    private String word(String name, JsonToken value, String before) throws IOException {
        if (value == JsonToken.VALUE_STRING && json.getTextLength() > LONGEST_WORD) {
            form.wrong(name + " is too long");
            return before;
        }
        return string(name, value, before);
    }

    private String string(String name, JsonToken value, String before) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            form.wrong(name + " is no text");
            return before;
        }
        if (!before.isEmpty()) {
            form.wrong(name + " comes twice");
            return before;
        }
        return json.getText();
    }
}
