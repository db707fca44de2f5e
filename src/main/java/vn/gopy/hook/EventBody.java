package vn.gopy.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// An event as the JSON that is signed and sent.
final class EventBody {
    private static final JsonMapper JSON = new JsonMapper();

    private EventBody() {}

    static String of(Event event, Instant at) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("type", event.type()).put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        fill(body.putObject("data"), event);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("could not write " + event.type() + " as JSON", fault);
        }
    }

    private static void fill(ObjectNode data, Event event) {
        switch (event) {
            case Event.ReleasePublished release -> {
                data.put("id", release.id()).put("period", release.period()).put("hash", release.hash());
                release.sortedLinks().forEach(data.putObject("links")::put);
            }
            case Event.DigestWeekly digest -> DigestBody.fill(data, digest);
            case Event.QuestionsUnanswered asked -> fill(data.put("release", asked.release()), asked);
            case Event.WebhookTest test -> data.put("endpoint", test.endpoint());
        }
    }

    /// A group of questions, without the release that shows it.
    static void fill(ObjectNode data, Event.QuestionsUnanswered asked) {
        data.put("period", asked.period()).put("group", asked.group())
                .put("topic", asked.topic().orElse(null)).put("persons", asked.persons());
    }
}
