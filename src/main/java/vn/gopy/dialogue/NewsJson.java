package vn.gopy.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import vn.gopy.dialogue.Step.PickPlace;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;

/// Writes the steps on the way to announcements as JSON and reads them back.
final class NewsJson {
    private NewsJson() {}

    static ObjectNode write(Step.OfNews step) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (step) {
            case Step.AskNews(var tries) -> node.put("at", "news").put("tries", tries);
            case Step.PickNews(var pick) ->
                node.put("at", "news-pick").set("was", StandingJson.step(pick));
            case Step.MayNews(var unit, var topic) -> node.put("at", "news-may").put("unit", code(unit))
                    .put("topic", topic.map(Topic::code).orElse(""));
            case Step.TopicOfNews(var unit) -> node.put("at", "news-topic").put("unit", code(unit));
        };
    }

    private static String code(Optional<UnitId> unit) {
        return unit.map(UnitId::toString).orElse("");
    }

    /// Empty for anything else.
    static Optional<Step> read(JsonNode node) {
        var unit = UnitId.parse(node.path("unit").asText());
        return switch (node.path("at").asText()) {
            case "news" -> Optional.of(new Step.AskNews(node.path("tries").intValue()));
            case "news-pick" ->
                Optional.of(new Step.PickNews((PickPlace) StandingJson.step(node.path("was"))));
            case "news-may" ->
                Optional.of(new Step.MayNews(unit, Topic.of(node.path("topic").asText())));
            case "news-topic" -> Optional.of(new Step.TopicOfNews(unit));
            default -> Optional.empty();
        };
    }
}
