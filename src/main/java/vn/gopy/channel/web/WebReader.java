package vn.gopy.channel.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gopy.chat.Address;
import vn.gopy.chat.Incoming;
import vn.gopy.text.Tidying;

/// Reads what the chat page sends, and refuses what it would never send.
final class WebReader {
    private static final Pattern CONVERSATION = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int TEXT_UNITS = 4096;
    private static final int PAYLOAD_BYTES = 64;
    private static final int SEEN = 100;

    private final ObjectMapper json = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8)
                            .maxStringLength(400_000).maxNumberLength(40).maxNameLength(2_000)
                            .maxDocumentLength(1_000_000).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// What became of a body.
    sealed interface Read {
        record Message(Incoming incoming) implements Read {}

        record Opening(String conversation, List<String> seen) implements Read {}

        record TooLong() implements Read {}

        record Unreadable() implements Read {}
    }

    /// A message: `{"conversation", "id", "text" or "choice", "language"}`, the last being the page's.
    Read message(byte[] body, Instant now) {
        var tree = tree(body);
        var conversation = word(tree, "conversation", CONVERSATION);
        var id = word(tree, "id", KEY);
        if (conversation.isEmpty() || id.isEmpty() || tree.has("text") == tree.has("choice")) {
            return new Read.Unreadable();
        }
        var from = new Address(WebChannel.NAME, conversation.get());
        var key = key(conversation.get(), id.get());
        var language = word(tree, "language", LANGUAGE);
        return switch (content(tree, id.get())) {
            case Spoken(var content) ->
                new Read.Message(
                        new Incoming(from, key, key, now, Optional.empty(), language, content));
            case Refused(var why) -> why;
        };
    }

    private static Part content(JsonNode tree, String id) {
        var node = tree.has("text") ? tree.get("text") : tree.get("choice");
        if (!node.isTextual()) {
            return new Refused(new Read.Unreadable());
        }
        if (tree.has("choice")) {
            int bytes = node.textValue().getBytes(StandardCharsets.UTF_8).length;
            return bytes < 1 || bytes > PAYLOAD_BYTES
                    ? new Refused(new Read.Unreadable())
                    : new Spoken(new Incoming.Pressed(node.textValue(), id, ""));
        }
        if (node.textValue().length() > TEXT_UNITS) {
            return new Refused(new Read.TooLong());
        }
        var text = Tidying.tidy(node.textValue());
        return text.isEmpty()
                ? new Refused(new Read.Unreadable())
                : text.length() > TEXT_UNITS
                        ? new Refused(new Read.TooLong())
                        : new Spoken(new Incoming.Typed(text));
    }

    /// A page that opens its stream: `{"conversation", "seen"}`.
    Read opening(byte[] body) {
        var tree = tree(body);
        var conversation = word(tree, "conversation", CONVERSATION);
        var seen = new ArrayList<String>();
        tree.path("seen").forEach(node -> {
            if (seen.size() < SEEN && node.isTextual() && KEY.matcher(node.textValue()).matches()) {
                seen.add(node.textValue());
            }
        });
        return conversation.isEmpty()
                ? new Read.Unreadable()
                : new Read.Opening(conversation.get(), List.copyOf(seen));
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException notJson) {
            return json.createObjectNode();
        }
    }

    private static Optional<String> word(JsonNode tree, String name, Pattern shape) {
        var node = tree.path(name);
        return node.isTextual() && shape.matcher(node.textValue()).matches()
                ? Optional.of(node.textValue())
                : Optional.empty();
    }

    /// The browser's name of a message, together with its conversation, and telling neither.
    private static String key(String conversation, String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((conversation + ' ' + id).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    private sealed interface Part {}

    private record Spoken(Incoming.Content content) implements Part {}

    private record Refused(Read why) implements Part {}
}
