package vn.gopy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.zip.CRC32C;

/// The YAML of the shipped claims, read when the program is built and kept as JSON: to read thirteen thousand ways
/// of asking as YAML costs most of a second of a cold start. What differs by one byte from what was read then is
/// read as YAML.
final class Parsed {
    static final String RESOURCE = "/model/policies.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode kept;
    private final ObjectMapper yaml = new YAMLMapper();

    private Parsed(JsonNode kept) {
        this.kept = kept;
    }

    /// What was kept when the program was built; nothing while it is being built.
    static Parsed shipped() {
        try (var stream = Parsed.class.getResourceAsStream(RESOURCE)) {
            return stream == null ? nothing() : new Parsed(JSON.readTree(stream));
        } catch (IOException broken) {
            throw new PolicyException("could not read " + RESOURCE, broken);
        }
    }

    /// For one small file, for which it is not worth opening what was kept.
    static Parsed nothing() {
        return new Parsed(JSON.createObjectNode());
    }

    /// A file of YAML as a tree; throws when it is none.
    JsonNode tree(byte[] bytes) throws IOException {
        var known = kept.get(sum(bytes));
        return known == null ? yaml.readTree(bytes) : known;
    }

    /// Keeps a file of YAML among others.
    static void keep(ObjectNode files, byte[] bytes) throws IOException {
        files.set(sum(bytes), new YAMLMapper().readTree(bytes));
    }

    private static String sum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return bytes.length + "." + Long.toHexString(sum.getValue());
    }
}
