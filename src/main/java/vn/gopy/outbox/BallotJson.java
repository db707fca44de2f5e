package vn.gopy.outbox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import vn.gopy.chat.Ballot;

/// A poll in a letter, as JSON.
final class BallotJson {
    private BallotJson() {}

    static void write(JsonGenerator json, Ballot ballot) throws IOException {
        json.writeObjectFieldStart("ballot");
        switch (ballot) {
            case Ballot.Post(var question, var options) -> {
                json.writeStringField("question", question);
                json.writeArrayFieldStart("options");
                for (var option : options) {
                    json.writeString(option);
                }
                json.writeEndArray();
            }
            case Ballot.Stop(var messageId) -> json.writeStringField("stop", messageId);
        }
        json.writeEndObject();
    }

    static Optional<Ballot> read(JsonNode json) {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        if (json.has("stop")) {
            return Optional.of(new Ballot.Stop(json.path("stop").asText()));
        }
        var options = new ArrayList<String>();
        json.path("options").forEach(option -> options.add(option.asText()));
        return Optional.of(new Ballot.Post(json.path("question").asText(), options));
    }
}
