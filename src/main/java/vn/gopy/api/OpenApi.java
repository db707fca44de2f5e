package vn.gopy.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `openapi.json`, the description of the API that a test keeps true: as bytes, and as the operations that it
/// describes.
public final class OpenApi {
    private static final String FILE = "/openapi.json";

    private final byte[] bytes;
    private final List<Operation> operations;

    private OpenApi(byte[] bytes, List<Operation> operations) {
        this.bytes = bytes;
        this.operations = List.copyOf(operations);
    }

    /// One address that can be asked.
    ///
    /// @param id     what it is called
    /// @param method in capitals
    /// @param keyed  whether it wants a key
    public record Operation(String id, String method, String path, boolean keyed,
            List<Parameter> parameters) {
        public Operation {
            parameters = List.copyOf(parameters);
        }

        /// The address with the examples of what it must be given.
        public String example() {
            var filled = path;
            for (var parameter : parameters) {
                filled = filled.replace("{" + parameter.name() + "}", parameter.example());
            }
            return filled;
        }
    }

    /// What an address is given.
    ///
    /// @param required whether it stands in the path
    /// @param example  may be empty
    public record Parameter(String name, boolean required, String example) {}

    /// Reads the shipped file. Throws when there is none, or it is no JSON.
    public static OpenApi open() {
        try (InputStream stream = OpenApi.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the program has no " + FILE);
            }
            var bytes = stream.readAllBytes();
            return new OpenApi(bytes, operations(new ObjectMapper().readTree(bytes)));
        } catch (IOException broken) {
            throw new IllegalStateException("could not read " + FILE, broken);
        }
    }

    private static List<Operation> operations(JsonNode root) {
        var operations = new ArrayList<Operation>();
        root.path("paths").properties().forEach(path -> path.getValue().properties()
                .forEach(one -> operations.add(operation(root, path.getKey(), one))));
        return operations;
    }

    private static Operation operation(JsonNode root, String path, Map.Entry<String, JsonNode> one) {
        var parameters = new ArrayList<Parameter>();
        one.getValue().path("parameters").forEach(parameter -> parameters.add(parameter(root, parameter)));
        return new Operation(one.getValue().path("operationId").asText(),
                one.getKey().toUpperCase(Locale.ROOT), path, one.getValue().has("security"), parameters);
    }

    private static Parameter parameter(JsonNode root, JsonNode named) {
        var parameter = root.at(named.path("$ref").asText().substring(1));
        return new Parameter(parameter.path("name").asText(), parameter.path("required").asBoolean(),
                parameter.path("example").asText());
    }

    /// The file itself, not a copy: whoever gets it only sends it.
    byte[] bytes() {
        return bytes;
    }

    /// In the order of the file.
    public List<Operation> operations() {
        return operations;
    }
}
