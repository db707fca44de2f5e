package vn.gopy.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Choice;
import vn.gopy.chat.JsonBuffers;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Reply.Care;

/// A reply as bytes, so that it can be sealed and kept.
final class LetterJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(new JsonBuffers()).build();
    private static final ObjectMapper TREE = new ObjectMapper();

    private LetterJson() {}

    static byte[] write(Reply reply) {
        var bytes = new ByteArrayOutputStream(reply.text().length() + 128);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("text", reply.text());
            json.writeStringField("care", reply.care().name());
            if (reply.anchor().isPresent()) {
                json.writeStringField("anchor", reply.anchor().get());
            }
            if (reply.edits().isPresent()) {
                json.writeStringField("edits", reply.edits().get());
            }
            if (!reply.choices().isEmpty()) {
                choices(json, reply.choices());
            }
            if (reply.picture().isPresent()) {
                PictureJson.write(json, reply.picture().get());
            }
            if (reply.ballot().isPresent()) {
                BallotJson.write(json, reply.ballot().get());
            }
            json.writeEndObject();
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write a letter", fault);
        }
        return bytes.toByteArray();
    }

    private static void choices(JsonGenerator json, List<List<Choice>> rows) throws IOException {
        json.writeArrayFieldStart("choices");
        for (var row : rows) {
            json.writeStartArray();
            for (var choice : row) {
                json.writeString(choice.label());
                json.writeString(choice.payload());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    static Reply read(byte[] bytes) {
        try {
            var json = TREE.readTree(bytes);
            var rows = new ArrayList<List<Choice>>();
            json.path("choices").forEach(row -> rows.add(row(row)));
            return new Reply(json.path("text").asText(), rows, text(json, "anchor"), text(json, "edits"),
                    Care.valueOf(json.path("care").asText()), PictureJson.read(json.path("picture")),
                    BallotJson.read(json.path("ballot")));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not read a letter", fault);
        }
    }

    private static List<Choice> row(JsonNode row) {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i + 1 < row.size(); i += 2) {
            choices.add(new Choice(row.get(i).asText(), row.get(i + 1).asText()));
        }
        return choices;
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.has(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
    }
}
