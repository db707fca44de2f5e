package vn.gopy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;

/// What programs send and get as JSON.
public final class JsonBody {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonBody() {}

    /// The body as an object that has these fields at most; an empty one is an object without fields. Anything
    /// else, and any parameter in the address, is a bad request.
    public static JsonNode of(Context request, Set<String> known) {
        Query.exactly(request, Set.of());
        try {
            var tree = request.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(request.body());
            if (!tree.isObject()
                    || !tree.properties().stream().map(Map.Entry::getKey).allMatch(known::contains)) {
                throw new BadRequestResponse("no object, or a field that is not known");
            }
            return tree;
        } catch (JsonProcessingException _) {
            throw new BadRequestResponse("no JSON");
        }
    }

    /// Answers with an object.
    public static void answer(Context request, int status, ObjectNode body) {
        request.status(status).contentType(Tagged.JSON).result(body.toString());
    }
}
