package vn.gopy.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.gopy.dialogue.Step.PickPlace;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;

/// Writes the steps on the way to announcements as JSON and reads them back.
final class NewsJson {
    private NewsJson() {}

    static Fields write(Fields json, Step.OfNews step) {
        return switch (step) {
            case Step.AskNews(var tries) -> json.put("at", "news").put("tries", tries);
            case Step.PickNews(var pick) ->
                StandingJson.was(json.put("at", "news-pick"), pick);
            case Step.MayNews(var unit, var topic) ->
                json.put("at", "news-may").put("unit", StandingJson.code(unit))
                        .put("topic", topic.map(Topic::code).orElse(""));
            case Step.TopicOfNews(var unit) ->
                json.put("at", "news-topic").put("unit", StandingJson.code(unit));
        };
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
