package vn.gopy.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// YAML that came with the program, read when the program is built and kept as JSON: to read seventeen thousand
/// ways of asking, all phrases and settings as YAML costs most of a second of a cold start. What differs by one byte
/// from what was read then is read as YAML.
public final class KeptYaml {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "model/yaml";

    private KeptYaml() {}

    /// A file of YAML as a tree. Throws when it is none.
    public static JsonNode tree(byte[] bytes) throws IOException {
        try (InputStream kept = KeptYaml.class.getResourceAsStream(resource(bytes))) {
            return kept == null ? new YAMLMapper().readTree(bytes) : JSON.readTree(kept);
        }
    }

    /// Keeps all YAML files of some folders, and nothing else.
    ///
    /// @param classes where the program's classes and files are gathered
    public static void keep(Path classes, Path... folders) throws IOException {
        var kept = Files.createDirectories(classes.resolve(FOLDER));
        try (var old = Files.newDirectoryStream(kept)) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        for (var folder : folders) {
            try (var all = Files.newDirectoryStream(folder, "*.yaml")) {
                for (var file : all) {
                    var bytes = Files.readAllBytes(file);
                    Files.write(kept.resolve(file(bytes)),
                            JSON.writeValueAsBytes(new YAMLMapper().readTree(bytes)));
                }
            }
        }
    }

    /// Where what was kept of a file lies, if it was kept.
    static String resource(byte[] bytes) {
        return "/" + FOLDER + "/" + file(bytes);
    }

    private static String file(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return bytes.length + "." + Long.toHexString(sum.getValue()) + ".json";
    }
}
