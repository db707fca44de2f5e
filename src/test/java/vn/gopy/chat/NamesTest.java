package vn.gopy.chat;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may name a channel, and a message for ever.
class NamesTest {
    private static final Reply REPLY = Reply.of("Chào bạn");

    @ParameterizedTest
    @ValueSource(strings = {"telegram", "a", "zalo-2", "x9", "abcdefghijklmnopqrstuvwxyz0123456789-abc"})
    void a_channel_is_small_letters_digits_and_hyphens(String name) {
        assertDoesNotThrow(() -> new Address(name, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Telegram", "-zalo", "2zalo", "zalo_2", "zalo 2", "zaló",
            "abcdefghijklmnopqrstuvwxyz0123456789-abcd"})
    void no_channel_is_named_otherwise(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Address(name, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "A_z-9",
            "0123456789012345678901234567890123456789012345678901234567890123"})
    void a_key_is_letters_digits_and_lines(String key) {
        assertDoesNotThrow(() -> new Shipment(key, new Address("web", "1"), REPLY, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p 1", "p.1", "ă",
            "01234567890123456789012345678901234567890123456789012345678901234"})
    void no_key_holds_anything_else(String key) {
        assertThrows(IllegalArgumentException.class,
                () -> new Shipment(key, new Address("web", "1"), REPLY, "", ""));
    }
}
