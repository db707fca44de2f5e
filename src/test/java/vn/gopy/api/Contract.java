package vn.gopy.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.gopy.web.Routes;

/// What `openapi.json` promises, held against answers.
public final class Contract {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode root = read(OpenApi.open().bytes());

    private static JsonNode read(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// An operation of the file, with its references followed.
    record Operation(String path, JsonNode get, List<JsonNode> parameters) {
        boolean tells(int status) {
            return get.path("responses").has(Integer.toString(status));
        }

        /// The path with the examples in it.
        String example() {
            var filled = path;
            for (var parameter : parameters) {
                filled = filled.replace("{" + parameter.get("name").textValue() + "}",
                        parameter.path("example").asText());
            }
            return filled;
        }

        /// Its parameters that stand in the query and have an example, as `name=example`.
        List<String> query() {
            return parameters.stream()
                    .filter(one -> one.get("in").textValue().equals("query") && one.has("example"))
                    .map(one -> one.get("name").textValue() + "=" + one.get("example").asText()).toList();
        }
    }

    /// What is open to everybody: reading, without a key.
    List<Operation> operations() {
        return root.get("paths").properties().stream().filter(path -> !isKeyed(path.getValue()))
                .map(path -> operation(path.getKey(), path.getValue().get("get"))).toList();
    }

    private Operation operation(String path, JsonNode said) {
        return new Operation(path, said, StreamSupport
                .stream(said.path("parameters").spliterator(), false).map(this::follow).toList());
    }

    private static boolean isKeyed(JsonNode path) {
        return path.properties().stream().anyMatch(method -> method.getValue().has("security"));
    }

    /// What wants a key, as `POST /api/v1/endpoints`.
    public Set<String> keyed() {
        return root.get("paths").properties().stream().filter(path -> isKeyed(path.getValue()))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Holds an answer to what is promised of `POST /api/v1/endpoints` and its status.
    public void keep(String door, HttpResponse<byte[]> answer) {
        var parts = door.split(" ", 2);
        var said = root.get("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
        assertTrue(said.path("responses").has(Integer.toString(answer.statusCode())),
                () -> door + " does not tell of " + answer.statusCode() + " " + text(answer));
        keep(operation(parts[1], said), answer.statusCode(), answer);
    }

    /// The open addresses that the file describes.
    Set<String> open() {
        return operations().stream().map(Operation::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The addresses that the file describes.
    public Set<String> paths() {
        return root.get("paths").properties().stream().map(path -> path.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The addresses under `/api/v1` that rooms answer.
    public static Set<String> addressesOf(List<Routes> rooms) {
        var javalin = Javalin.create(config -> rooms.forEach(room -> room.addTo(config.routes)));
        return javalin.unsafe.internalRouter.allHttpHandlers().stream().map(handler -> handler.endpoint)
                .filter(endpoint -> !endpoint.method.equals(HandlerType.BEFORE)
                        && endpoint.path.startsWith("/api/v1"))
                .map(endpoint -> endpoint.path).collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode follow(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").textValue().substring(1)) : node;
    }

    /// Holds an answer to what the operation promises for its status: media type, headers, body.
    void keep(Operation operation, int status, HttpResponse<byte[]> answer) {
        var where = operation.path() + " " + status;
        assertEquals(status, answer.statusCode(), () -> where + " " + text(answer));
        var promised = follow(operation.get().path("responses").path(Integer.toString(status)));
        assertTrue(promised.has("description"), () -> where + " is not described");
        promised.path("headers").properties()
                .forEach(header -> keep(where, header.getKey(), follow(header.getValue()), answer));
        if (!promised.has("content")) {
            assertEquals(0, answer.body().length, where);
            return;
        }
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        var content = promised.get("content").get(type);
        assertTrue(content != null, () -> where + " has the type " + type);
        if (type.endsWith("json")) {
            assertEquals(List.of(), faults(content.get("schema"), text(answer)), where);
        }
    }

    private void keep(String where, String name, JsonNode header, HttpResponse<byte[]> answer) {
        var value = answer.headers().firstValue(name);
        assertTrue(value.isPresent() || !header.get("required").booleanValue(),
                () -> where + " lacks " + name);
        var schema = header.get("schema");
        value.ifPresent(text -> assertEquals(List.of(),
                faults(schema, schema.get("type").textValue().equals("integer") ? text : quoted(text)),
                () -> where + " " + name));
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    List<String> faults(JsonNode schema, String json) {
        var whole = ((ObjectNode) schema.deepCopy()).set("components", root.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(json, InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(Object::toString).toList();
    }
}
