package vn.gopy.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The YAML of a folder that came with the program, read when the program is built and kept as JSON: to read thirteen
/// thousand ways of asking and all phrases as YAML costs most of a second of a cold start. What differs by one byte from
/// what was read then is read as YAML.
public final class KeptYaml {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode kept;

    private KeptYaml(JsonNode kept) {
        this.kept = kept;
    }

    /// What was kept of a folder when the program was built; nothing while it is being built.
    ///
    /// @param folder its name, such as `policies`
    public static KeptYaml shipped(String folder) {
        try (InputStream stream = KeptYaml.class.getResourceAsStream("/" + file(folder))) {
            return stream == null ? nothing() : new KeptYaml(JSON.readTree(stream));
        } catch (IOException broken) {
            throw new UncheckedIOException("could not read " + file(folder), broken);
        }
    }

    /// For one small file, for which it is not worth opening what was kept.
    public static KeptYaml nothing() {
        return new KeptYaml(JSON.createObjectNode());
    }

    private static String file(String folder) {
        return "model/" + folder + ".json";
    }

    /// A file of YAML as a tree. Throws when it is none.
    public JsonNode tree(byte[] bytes) throws IOException {
        var known = kept.get(sum(bytes));
        return known == null ? new YAMLMapper().readTree(bytes) : known;
    }

    /// Keeps all YAML files of a folder under its name.
    ///
    /// @param classes where the program's classes and files are gathered
    public static void keep(Path folder, Path classes) throws IOException {
        var files = JSON.createObjectNode();
        try (var all = Files.newDirectoryStream(folder, "*.yaml")) {
            for (var file : all) {
                keep(files, Files.readAllBytes(file));
            }
        }
        Files.write(classes.resolve(file(String.valueOf(folder.getFileName()))),
                JSON.writeValueAsBytes(files));
    }

    private static void keep(ObjectNode files, byte[] bytes) throws IOException {
        files.set(sum(bytes), new YAMLMapper().readTree(bytes));
    }

    private static String sum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return bytes.length + "." + Long.toHexString(sum.getValue());
    }
}
