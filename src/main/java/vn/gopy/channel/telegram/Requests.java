package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.gopy.chat.Ballot;
import vn.gopy.chat.Choice;

/// Writes the bodies of our calls.
final class Requests {
    static final byte[] NOTHING = {'{', '}'};

    private Requests() {}

    /// What the fields of a call are.
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /// A JSON object with these fields.
    static byte[] object(Fields fields) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("could not write a telegram call", impossible);
        }
        return bytes.toByteArray();
    }

    /// A message, new or in place of another. `html` says how the text is meant.
    static byte[] message(Message message) {
        return object(json -> {
            json.writeNumberField("chat_id", message.chat());
            if (!message.replaces().isEmpty()) {
                json.writeNumberField("message_id", Long.parseLong(message.replaces()));
            }
            json.writeStringField("text", message.text());
            if (message.html()) {
                json.writeStringField("parse_mode", "HTML");
            }
            json.writeObjectFieldStart("link_preview_options");
            json.writeBooleanField("is_disabled", true);
            json.writeEndObject();
            if (!message.choices().isEmpty()) {
                keyboard(json, message.choices());
            }
        });
    }

    /// A picture with the message's text, as HTML, under it.
    static Multipart photo(Message message, byte[] png) {
        var form = new Multipart().field("chat_id", Long.toString(message.chat()))
                .field("caption", message.text()).field("parse_mode", "HTML");
        if (!message.choices().isEmpty()) {
            form.field("reply_markup", new String(object(json -> buttons(json, message.choices())),
                    StandardCharsets.UTF_8));
        }
        return form.png("photo", png);
    }

    /// An anonymous poll in which each chooses one option.
    static byte[] poll(long chat, Ballot.Post poll) {
        return object(json -> {
            json.writeNumberField("chat_id", chat);
            json.writeStringField("question", Html.bare(poll.question()));
            json.writeArrayFieldStart("options");
            for (var option : poll.options()) {
                json.writeStartObject();
                json.writeStringField("text", Html.bare(option));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("type", "regular");
            json.writeBooleanField("is_anonymous", true);
            json.writeBooleanField("allows_multiple_answers", false);
        });
    }

    static byte[] stop(long chat, String messageId) {
        return object(json -> {
            json.writeNumberField("chat_id", chat);
            json.writeNumberField("message_id", Long.parseLong(messageId));
        });
    }

    private static void keyboard(JsonGenerator json, List<List<Choice>> rows) throws IOException {
        json.writeObjectFieldStart("reply_markup");
        buttons(json, rows);
        json.writeEndObject();
    }

    private static void buttons(JsonGenerator json, List<List<Choice>> rows) throws IOException {
        json.writeArrayFieldStart("inline_keyboard");
        for (var row : rows) {
            json.writeStartArray();
            for (var choice : row) {
                json.writeStartObject();
                json.writeStringField("text", Html.bare(choice.label()));
                json.writeStringField(choice.opensPage() ? "url" : "callback_data",
                        Html.wellFormed(choice.payload()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    static byte[] pressAnswer(String pressKey, String text) {
        return object(json -> {
            json.writeStringField("callback_query_id", Html.wellFormed(pressKey));
            if (!text.isEmpty()) {
                json.writeStringField("text", text);
            }
        });
    }
}
