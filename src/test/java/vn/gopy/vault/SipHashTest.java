package vn.gopy.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SipHashTest {
    /// The authors' test vector for the message 00 01 … 07 under the key 00 01 … 0f.
    @Test
    void it_is_siphash_2_4() {
        var hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        assertEquals(0x93f5f5799a932462L, hash.of(0x0706050403020100L));
    }

    @Test
    void another_purpose_or_another_house_has_another_key(@TempDir Path folder) {
        var vault = new Vault(Keys.in(folder.resolve("one")));
        var other = new Vault(Keys.in(folder.resolve("other")));

        assertEquals(vault.hashing("a").of(1), vault.hashing("a").of(1));
        assertNotEquals(vault.hashing("a").of(1), vault.hashing("b").of(1));
        assertNotEquals(vault.hashing("a").of(1), other.hashing("a").of(1));
    }
}
