package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.channel.telegram.Answer.Garbled;
import vn.gopy.channel.telegram.Answer.Said;

/// Reads one answer of the Bot API: `ok`, the error with its parameters, and of the result what the caller
/// wants.
final class AnswerReader<R> {
    /// Takes what it wants of the result, on whose first token the parser stands; whatever it leaves is
    /// skipped.
    interface Result<R> {
        R read(JsonParser json, JsonToken first) throws IOException;
    }

    /// The id of a sent message; empty when the result is no message.
    static final Result<String> MESSAGE_ID = AnswerReader::messageId;

    private static final ObjectMapper TREES = new ObjectMapper(Json.FACTORY);

    /// The whole result.
    static final Result<JsonNode> TREE = (json, _) -> TREES.readTree(json);

    private final Result<R> wanted;
    private boolean ok;
    private long code = Answer.NONE;
    private String description = "";
    private long retryAfter = Answer.NONE;
    private long migrateTo = Answer.NONE;
    private @Nullable R result;

    AnswerReader(Result<R> wanted) {
        this.wanted = wanted;
    }

    /// Reads an answer; `retryAfterHeader` counts when the body does not say it.
    Answer<R> read(int status, long retryAfterHeader, byte[] body) {
        try (JsonParser json = Json.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Garbled<>(status, retryAfterHeader);
            }
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                field(json, name, json.nextToken());
                json.skipChildren();
            }
        } catch (IOException _) {
            return new Garbled<>(status, retryAfterHeader);
        }
        if (!ok && code == Answer.NONE) {
            return new Garbled<>(status, retryAfterHeader);
        }
        long wait = retryAfter == Answer.NONE ? retryAfterHeader : retryAfter;
        return new Said<>(ok ? 200 : (int) code, description, wait, migrateTo, Optional.ofNullable(result));
    }

    private void field(JsonParser json, String name, JsonToken value) throws IOException {
        switch (name) {
            case "ok" -> ok = value == JsonToken.VALUE_TRUE;
            case "error_code" -> code = number(json, value);
            case "description" -> description = value == JsonToken.VALUE_STRING ? json.getText() : "";
            case "result" -> result = wanted.read(json, value);
            case "parameters" -> {
                if (value == JsonToken.START_OBJECT) {
                    parameters(json);
                }
            }
            default -> {
                // Newer fields are skipped.
            }
        }
    }

    private void parameters(JsonParser json) throws IOException {
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var value = json.nextToken();
            switch (name) {
                case "retry_after" -> retryAfter = number(json, value);
                case "migrate_to_chat_id" -> migrateTo = number(json, value);
                default -> {
                    // Newer parameters are skipped.
                }
            }
            json.skipChildren();
        }
    }

    private static String messageId(JsonParser json, JsonToken first) throws IOException {
        var id = "";
        if (first == JsonToken.START_OBJECT) {
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                var value = json.nextToken();
                if (name.equals("message_id") && value == JsonToken.VALUE_NUMBER_INT) {
                    id = Long.toString(number(json, value));
                }
                json.skipChildren();
            }
        }
        return id;
    }

    private static long number(JsonParser json, JsonToken value) throws IOException {
        boolean fits = value == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return fits ? json.getLongValue() : Answer.NONE;
    }
}
