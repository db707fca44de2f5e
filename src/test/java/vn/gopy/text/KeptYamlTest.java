package vn.gopy.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeptYamlTest {
    @ParameterizedTest
    @CsvSource({"messages, messages", "config/policies, policies"})
    void what_was_kept_is_what_the_files_say(Path folder, String name) throws IOException {
        var kept = KeptYaml.shipped(name);
        try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (var file : files) {
                var bytes = Files.readAllBytes(file);
                assertEquals(new YAMLMapper().readTree(bytes), kept.tree(bytes), file.toString());
            }
        }
    }

    @Test
    void a_file_that_was_changed_is_read_as_it_is() throws IOException {
        var changed = Files.readString(Path.of("messages/en.yaml")) + "brand.new: \"A new phrase\"\n";

        var tree = KeptYaml.shipped("messages").tree(changed.getBytes(StandardCharsets.UTF_8));
        assertEquals("A new phrase", tree.get("brand.new").asText());
        assertThrows(IOException.class,
                () -> KeptYaml.nothing().tree("a: [1".getBytes(StandardCharsets.UTF_8)));
    }
}
