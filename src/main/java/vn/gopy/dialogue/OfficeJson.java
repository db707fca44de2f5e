package vn.gopy.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// Writes the steps on the way to what offices ask and hold, polls and dialogue sessions, and reads them back: see
/// [StandingJson].
final class OfficeJson {
    private OfficeJson() {}

    static ObjectNode write(Step.OfPoll step, ObjectNode node) {
        return switch (step) {
            case Step.PickPoll _ -> node.put("at", "polls");
            case Step.AskPoll(var poll) -> node.put("at", "poll").put("id", poll);
        };
    }

    static ObjectNode write(Step.OfForum step, ObjectNode node) {
        return switch (step) {
            case Step.PickForum _ -> node.put("at", "forums");
            case Step.AskForum(var forum) -> node.put("at", "forum").put("id", forum);
            case Step.MayAsk(var forum, var text) ->
                node.put("at", "may-ask").put("id", forum).put("q", text);
        };
    }

    /// The step that was written; empty when it is another.
    static Optional<Step> read(JsonNode node) {
        long id = node.path("id").asLong();
        return switch (node.path("at").asText()) {
            case "polls" -> Optional.of(new Step.PickPoll());
            case "poll" -> Optional.of(new Step.AskPoll(id));
            case "forums" -> Optional.of(new Step.PickForum());
            case "forum" -> Optional.of(new Step.AskForum(id));
            case "may-ask" -> Optional.of(new Step.MayAsk(id, node.path("q").asText()));
            default -> Optional.empty();
        };
    }
}
