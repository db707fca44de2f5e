package vn.gopy.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import vn.gopy.dialogue.Step.PickPlace;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;

/// Writes the steps of a request as JSON and reads them back.
final class RequestJson {
    private RequestJson() {}

    static Fields write(Fields json, Step.OfRequest step) {
        return switch (step) {
            case Step.AskRequest _ -> json.put("at", "request");
            case Step.AskOffice(var text, var tries) ->
                json.put("at", "office").put("text", text).put("tries", tries);
            case Step.PickOffice(var text, var pick) ->
                StandingJson.was(json.put("at", "office-pick").put("text", text), pick);
            case Step.MaySend(var text, var unit, var topic) -> json.put("at", "send").put("text", text)
                    .put("unit", unit.toString()).put("topic", topic.code());
            case Step.OneRequest(var id) -> json.put("at", "mailbox").put("id", id);
            case Step.MayAnswer(var id, var text) -> json.put("at", "reply").put("id", id).put("text", text);
        };
    }

    /// Throws for anything else.
    static Step read(JsonNode node) {
        var text = node.path("text").asText();
        return switch (node.path("at").asText()) {
            case "request" -> new Step.AskRequest();
            case "office" -> new Step.AskOffice(text, node.path("tries").intValue());
            case "office-pick" ->
                new Step.PickOffice(text, (PickPlace) StandingJson.step(node.path("was")));
            case "send" -> new Step.MaySend(text, UnitId.parse(node.path("unit").asText()).orElseThrow(),
                    Topic.of(node.path("topic").asText()).orElseThrow());
            case "mailbox" -> new Step.OneRequest(node.path("id").longValue());
            case "reply" -> new Step.MayAnswer(node.path("id").longValue(), text);
            default -> throw new IllegalArgumentException("an unknown step");
        };
    }
}
