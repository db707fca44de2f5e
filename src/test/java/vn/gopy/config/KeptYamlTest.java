package vn.gopy.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptYamlTest {
    @ParameterizedTest
    @ValueSource(strings = {"messages", "config/policies", "config"})
    void what_was_kept_is_what_the_files_say(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (var file : files) {
                var bytes = Files.readAllBytes(file);
                assertEquals(new YAMLMapper().readTree(bytes), KeptYaml.tree(bytes), file.toString());
                assertTrue(isKept(bytes), file + " is not kept");
            }
        }
    }

    private static boolean isKept(byte[] bytes) {
        return KeptYaml.class.getResource(KeptYaml.resource(bytes)) != null;
    }

    @Test
    void a_file_that_was_changed_is_read_as_it_is() throws IOException {
        var changed = Files.readString(Path.of("messages/en.yaml")) + "brand.new: \"A new phrase\"\n";

        var tree = KeptYaml.tree(changed.getBytes(StandardCharsets.UTF_8));
        assertEquals("A new phrase", tree.get("brand.new").asText());
        assertThrows(IOException.class,
                () -> KeptYaml.tree("a: [1".getBytes(StandardCharsets.UTF_8)));
    }
}
