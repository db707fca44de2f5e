package vn.gopy.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// Writes the steps on the way of a question to a dialogue session, and reads them back: see [StandingJson].
final class ForumJson {
    private ForumJson() {}

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
        long forum = node.path("id").asLong();
        return switch (node.path("at").asText()) {
            case "forums" -> Optional.of(new Step.PickForum());
            case "forum" -> Optional.of(new Step.AskForum(forum));
            case "may-ask" -> Optional.of(new Step.MayAsk(forum, node.path("q").asText()));
            default -> Optional.empty();
        };
    }
}
