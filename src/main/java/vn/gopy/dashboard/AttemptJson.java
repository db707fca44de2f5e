package vn.gopy.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.gopy.hook.Attempt;

/// An attempt to tell an endpoint something, as JSON.
final class AttemptJson {
    private AttemptJson() {}

    static ObjectNode of(Attempt attempt) {
        return JsonNodeFactory.instance.objectNode().put("id", attempt.eventId()).put("type", attempt.type())
                .put("attempt", attempt.number()).put("at", attempt.at().toString())
                .put("millis", attempt.took().toMillis()).put("status", attempt.status())
                .put("result", attempt.result().word()).put("answer", attempt.answer());
    }
}
