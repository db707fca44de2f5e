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

    private static final String BEGINNING = "{\"type\":\"";

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

    /// The type of an event that [#of] wrote.
    static String type(String body) {
        return body.startsWith(BEGINNING)
                ? body.substring(BEGINNING.length(), body.indexOf('"', BEGINNING.length()))
                : "";
    }

    private static void fill(ObjectNode data, Event event) {
        switch (event) {
            case Event.ReleasePublished release -> {
                data.put("id", release.id()).put("period", release.period()).put("hash", release.hash());
                release.sortedLinks().forEach(data.putObject("links")::put);
            }
            case Event.DigestWeekly digest -> DigestBody.fill(data, digest);
            case Event.QuestionsUnanswered asked -> fill(data.put("release", asked.release()), asked);
            case Event.FiguresAlert alert -> fill(data, alert);
            case Event.ThemeAnswered theme -> data.put("theme", theme.theme())
                    .put("release", theme.release()).put("area", theme.area())
                    .put("topic", theme.topic()).put("from", theme.from()).put("until", theme.until())
                    .put("state", theme.state());
            case Event.WebhookTest test -> data.put("endpoint", test.endpoint());
        }
    }

    private static void fill(ObjectNode data, Event.FiguresAlert alert) {
        data.put("release", alert.release()).put("kind", alert.kind()).put("period", alert.period())
                .put("topic", alert.topic().orElse(null)).put("group", alert.group().orElse(null))
                .put("was", alert.was()).put("now", alert.now());
        var fared = alert.fared();
        data.putObject("fared").put("weeks", fared.weeks()).put("alerts", fared.alerts())
                .put("wrong", fared.wrong()).put("unmarked", fared.unmarked());
    }

    /// A group of questions, without the release that shows it.
    static void fill(ObjectNode data, Event.QuestionsUnanswered asked) {
        data.put("period", asked.period()).put("group", asked.group())
                .put("topic", asked.topic().orElse(null)).put("persons", asked.persons());
    }
}
