package vn.gopy.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What belongs to officials is sealed under keys of their own (contracts.md P1).
class SafeTest {
    private static final byte[] SECRET = "twenty bytes in here".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_for_its_owner_alone_and_whole() {
        var safe = new Safe(Keys.in(folder));
        var sealed = safe.seal("official:1", SECRET);

        assertArrayEquals(SECRET, new Safe(Keys.of(folder)).open("official:1", sealed));
        assertThrows(VaultException.class, () -> safe.open("official:2", sealed));
        sealed[20] ^= 1;
        assertThrows(VaultException.class, () -> safe.open("official:1", sealed));
        assertThrows(VaultException.class, () -> safe.open("official:1", new byte[3]));
    }

    @Test
    void a_link_is_no_mark_of_a_resident_and_depends_on_the_one_before() {
        var keys = Keys.in(folder);
        var safe = new Safe(keys);
        var link = safe.link(new byte[32], "telegram|1");

        assertFalse(Arrays.equals(Arrays.copyOf(link, 16), new Vault(keys).mark("resident", "telegram|1")));
        assertFalse(Arrays.equals(link, safe.link(link, "telegram|1")));
    }

    @Test
    void an_officials_chat_is_known_under_another_key_than_the_same_chat_as_a_residents() {
        var keys = Keys.in(folder);
        var other = Keys.in(folder.resolve("other"));
        var chat = new Safe(keys).chat("telegram|1");

        var pid = new Vault(keys).pseudonym("telegram", "1").bytes();
        assertFalse(Arrays.equals(Arrays.copyOf(chat, 16), Arrays.copyOfRange(pid, 1, 17)));
        assertArrayEquals(chat, new Safe(new Keys(other.pseudonym(), keys.wrap())).chat("telegram|1"));
        assertFalse(Arrays.equals(chat,
                new Safe(new Keys(keys.pseudonym(), other.wrap())).chat("telegram|1")));
        assertFalse(Arrays.equals(chat, new Safe(keys).identity("telegram|1", "")));
    }
}
