package vn.gopy.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A wrong setting stops the start and says its own name; a secret never stands in the open.
class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void the_environment_wins_over_the_file_and_the_file_over_the_defaults() throws Exception {
        var file = file("port: 8080\noperator: UBND phường Hoành Bồ\n");

        var settings = SettingsFile.read(file, Map.of("GOPY_PORT", "9090"));

        assertEquals(9090, settings.number("port", 1, 65535));
        assertEquals("UBND phường Hoành Bồ", settings.text("operator"));
        assertEquals("Asia/Ho_Chi_Minh", settings.zone("time-zone").getId());
    }

    @Test
    void an_unknown_key_is_named() throws Exception {
        var file = file("prot: 8080\n");

        assertEquals("prot",
                assertThrows(SettingsException.class, () -> SettingsFile.read(file, Map.of())).key());
        assertEquals("prot", assertThrows(SettingsException.class,
                () -> SettingsFile.defaults(Map.of("GOPY_PROT", "1"))).key());
    }

    @Test
    void a_bad_value_is_named() {
        var settings = SettingsFile
                .defaults(Map.of("GOPY_PORT", "many", "GOPY_TIME_ZONE", "Moon", "GOPY_KEEP_ADDRESS", "soon"));

        assertEquals("port",
                assertThrows(SettingsException.class, () -> settings.number("port", 0, 1)).key());
        assertEquals("time-zone",
                assertThrows(SettingsException.class, () -> settings.zone("time-zone")).key());
        assertEquals("keep-address",
                assertThrows(SettingsException.class, () -> settings.duration("keep-address")).key());
    }

    @Test
    void row_38_a_secret_in_the_file_is_refused_and_one_in_the_environment_is_hidden() throws Exception {
        var file = file("telegram-token: 42:TEST\n");

        assertEquals("telegram-token", assertThrows(SettingsException.class,
                () -> SettingsFile.read(file, Map.of())).key());
        var settings = SettingsFile.defaults(Map.of("GOPY_TELEGRAM_TOKEN", "42:TEST"));
        assertEquals("42:TEST", settings.secret("telegram-token").orElseThrow().value());
        assertFalse(settings.toString().contains("42:TEST"));
    }

    @Test
    void row_38_a_secret_comes_from_a_file_that_only_its_owner_can_read() throws Exception {
        var secret = Files.writeString(folder.resolve("token"), "42:TEST\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        var file = file("telegram-token-file: " + secret + "\n");

        assertEquals("42:TEST",
                SettingsFile.read(file, Map.of()).secret("telegram-token").orElseThrow().value());

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        var refusal = assertThrows(SettingsException.class, () -> SettingsFile.read(file, Map.of()));
        assertEquals("telegram-token-file", refusal.key());
        assertTrue(String.valueOf(refusal.getMessage()).contains("chmod 600"));
    }

    @Test
    void every_shipped_setting_has_a_comment() throws Exception {
        var lines = Files.readAllLines(Path.of("config/gopy.yaml"));
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).matches("[a-z][a-z0-9-]*:.*")) {
                boolean explained = lines.get(i - 1).startsWith("#")
                        || lines.get(i - 1).matches("[a-z][a-z0-9-]*:.*");
                assertTrue(explained, "no comment above " + lines.get(i));
            }
        }
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("gopy.yaml"), text);
    }
}
