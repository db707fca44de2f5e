package vn.gopy.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// The draft's part of a standing's JSON: one letter a field, what is empty is left out.
final class DraftJson {
    private static final String UNCLEAR = "?";
    private static final String OUTSIDE = "out";

    private DraftJson() {}

    static void write(Fields json, Draft draft) {
        draft.mood().ifPresent(mood -> json.put("m", mood.value()));
        yes(json, "M", draft.moodAsked());
        draft.topic().ifPresent(topic -> json.put("t", topic.code()));
        yes(json, "T", draft.topicAsked());
        draft.second().ifPresent(topic -> json.put("s", topic.code()));
        draft.place().ifPresent(place -> json.put("p", place(place)));
        if (!draft.text().isEmpty()) {
            json.put("x", draft.text());
        }
        draft.guessedMood().ifPresent(mood -> json.put("gm", mood.value()));
        draft.guessedTopic().ifPresent(topic -> json.put("gt", topic.code()));
        yes(json, "b", draft.onBehalf());
        json.put("at", draft.begunAt().toEpochMilli());
    }

    private static void yes(Fields json, String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
    }

    private static String place(Place place) {
        return switch (place) {
            case Place.In(var unit) -> unit.toString();
            case Place.Unclear _ -> UNCLEAR;
            case Place.Outside _ -> OUTSIDE;
        };
    }

    /// Throws when it is not a draft.
    static Draft read(JsonNode node) {
        return new Draft(Mood.of(node.path("m").intValue()), node.path("M").booleanValue(), topic(node, "t"),
                node.path("T").booleanValue(), topic(node, "s"), text(node, "p").map(DraftJson::place),
                node.path("x").asText(), Mood.of(node.path("gm").intValue()), topic(node, "gt"),
                node.path("b").booleanValue(), Instant.ofEpochMilli(node.required("at").longValue()));
    }

    private static Place place(String written) {
        return switch (written) {
            case UNCLEAR -> new Place.Unclear();
            case OUTSIDE -> new Place.Outside();
            default -> new Place.In(UnitId.parse(written).orElseThrow());
        };
    }

    private static Optional<Topic> topic(JsonNode node, String name) {
        return text(node, name).flatMap(Topic::of);
    }

    static Optional<String> text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
