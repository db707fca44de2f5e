package vn.gopy.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Writes the steps on the way to what offices ask and hold, polls and dialogue sessions, and reads them back: see
/// [StandingJson].
final class OfficeJson {
    private OfficeJson() {}

    static Fields write(Fields json, Step.OfPoll step) {
        return switch (step) {
            case Step.PickPoll _ -> json.put("at", "polls");
            case Step.AskPoll(var poll) -> json.put("at", "poll").put("id", poll);
        };
    }

    static Fields write(Fields json, Step.OfForum step) {
        return switch (step) {
            case Step.PickForum _ -> json.put("at", "forums");
            case Step.AskForum(var forum) -> json.put("at", "forum").put("id", forum);
            case Step.MayAsk(var forum, var text) ->
                json.put("at", "may-ask").put("id", forum).put("q", text);
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
