package vn.gopy.channel.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.gopy.chat.Address;
import vn.gopy.chat.Incoming;
import vn.gopy.text.Tidying;

/// What a bridge posts to us, as `docs/channels.md` describes it. Fields we do not know are passed over.
final class BridgeMessage {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_ID = 200;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxNumberLength(40)
                    .maxNameLength(2_000).maxStringLength(400_000).maxDocumentLength(1_000_000).build())
            .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode fields;

    private BridgeMessage(JsonNode fields) {
        this.fields = fields;
    }

    /// Throws [MalformedException] with the reason when the body is no message.
    static BridgeMessage read(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            if (!tree.isObject()) {
                throw new MalformedException("the body is not a JSON object");
            }
            return new BridgeMessage(tree);
        } catch (IOException _) {
            throw new MalformedException("the body is not JSON in UTF-8");
        }
    }

    /// The message as the house hears it. Throws [MalformedException] with the name of the field that is
    /// wrong.
    Incoming incoming(String channel, String webhookId, Instant now) {
        var from = new Address(channel, needed("from"));
        var messageKey = "b:" + needed("id");
        return new Incoming(from, webhookId, messageKey, sentAt().orElse(now), language(), content());
    }

    private Incoming.Content content() {
        var text = find("text");
        var choice = find("choice");
        if (text.isPresent() == choice.isPresent()) {
            throw new MalformedException("give either text or choice");
        }
        return choice.<Incoming.Content>map(
                payload -> new Incoming.Pressed(bounded("choice", payload), "", ""))
                .orElseGet(() -> new Incoming.Typed(typed(text.orElseThrow())));
    }

    private static String typed(String text) {
        var tidy = Tidying.tidy(text);
        if (tidy.isEmpty()) {
            throw new MalformedException("text has nothing to read in it");
        }
        if (tidy.length() > LONGEST_TEXT) {
            throw new MalformedException("text is longer than 4096 UTF-16 units: split it");
        }
        return tidy;
    }

    private Optional<Instant> sentAt() {
        return find("sent_at").map(text -> {
            try {
                var time = OffsetDateTime.parse(text).toInstant();
                if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                    return time;
                }
            } catch (DateTimeException _) {
                throw new MalformedException("sent_at is not a time such as 2026-11-23T08:00:00+07:00");
            }
            throw new MalformedException("sent_at is not a time of this century");
        });
    }

    /// A tag we cannot read is no hint, and no fault.
    private Optional<String> language() {
        return find("language").filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}"));
    }

    private String needed(String name) {
        return bounded(name, find(name).orElseThrow(() -> new MalformedException(name + " is missing")));
    }

    private static String bounded(String name, String value) {
        if (value.isBlank() || value.length() > LONGEST_ID) {
            throw new MalformedException(name + " must have 1 to 200 characters");
        }
        return value;
    }

    /// The text of a field; none when it is missing or null.
    private Optional<String> find(String name) {
        var field = fields.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return Optional.empty();
        }
        if (!field.isTextual()) {
            throw new MalformedException(name + " must be text");
        }
        return Optional.of(field.textValue());
    }
}
