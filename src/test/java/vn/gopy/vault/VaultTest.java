package vn.gopy.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.config.SettingsException;

/// What the vault promises to somebody who holds the database and nothing else.
class VaultTest {
    private static final byte[] WORDS = "đường xa quá".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void a_resident_has_one_pseudonym_under_one_key_and_another_under_another() {
        var vault = new Vault(Keys.in(folder.resolve("a")));
        var again = new Vault(Keys.in(folder.resolve("a")));
        var other = new Vault(Keys.in(folder.resolve("b")));

        assertEquals(vault.pseudonym("telegram", "1"), again.pseudonym("telegram", "1"));
        assertNotEquals(vault.pseudonym("telegram", "1"), vault.pseudonym("web", "1"));
        assertNotEquals(vault.pseudonym("telegram", "1"), other.pseudonym("telegram", "1"));
    }

    @Test
    void what_was_sealed_opens_for_its_person_and_purpose_alone() {
        var vault = new Vault(Keys.in(folder));
        var person = vault.pseudonym("telegram", "1");
        var stranger = vault.pseudonym("telegram", "2");
        var key = vault.newKey();
        var sealed = vault.seal(key, person, "feedback", WORDS);

        assertArrayEquals(WORDS, vault.open(key, person, "feedback", sealed));
        assertThrows(VaultException.class, () -> vault.open(key, stranger, "feedback", sealed));
        assertThrows(VaultException.class, () -> vault.open(key, person, "address", sealed));
        assertThrows(VaultException.class, () -> vault.open(vault.newKey(), person, "feedback", sealed));
    }

    @Test
    void no_nonce_comes_twice_whoever_seals_meanwhile() throws Exception {
        var vault = new Vault(Keys.in(folder));
        var person = vault.pseudonym("telegram", "1");
        var key = vault.newKey();
        var nonces = ConcurrentHashMap.<String>newKeySet();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4_000; i++) {
                hands.execute(() -> nonces.add(HexFormat.of()
                        .formatHex(Arrays.copyOf(vault.seal(key, person, "feedback", WORDS), 12))));
            }
        }

        assertEquals(4_000, nonces.size());
    }

    @Test
    void a_changed_byte_is_noticed() {
        var vault = new Vault(Keys.in(folder));
        var person = vault.pseudonym("telegram", "1");
        var key = vault.newKey();
        var sealed = vault.seal(key, person, "feedback", WORDS);

        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(VaultException.class, () -> vault.open(key, person, "feedback", changed));
        }
    }

    @Test
    void a_wrapped_key_unwraps_for_its_person_alone() {
        var vault = new Vault(Keys.in(folder));
        var person = vault.pseudonym("telegram", "1");
        var key = vault.newKey();
        var wrapped = vault.wrapped(key, person);
        var sealed = vault.seal(key, person, "feedback", WORDS);

        assertArrayEquals(WORDS, vault.open(vault.unwrapped(wrapped, person), person, "feedback", sealed));
        assertThrows(VaultException.class, () -> vault.unwrapped(wrapped, vault.pseudonym("telegram", "2")));
    }

    @Test
    void row_38_a_key_file_that_others_can_read_stops_the_start() throws Exception {
        Keys.in(folder);
        Files.setPosixFilePermissions(folder.resolve("wrap.key"),
                PosixFilePermissions.fromString("rw-r--r--"));

        var refusal = assertThrows(SettingsException.class, () -> Keys.in(folder));

        assertEquals("keys", refusal.key());
    }
}
