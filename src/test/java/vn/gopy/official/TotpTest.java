package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The second factor, held to the examples of RFC 6238 and RFC 4648.
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void row_27_the_digits_are_those_of_the_standard() {
        assertEquals("287082", Totp.code(SECRET, 59 / 30));
        assertEquals("081804", Totp.code(SECRET, 1_111_111_109L / 30));
        assertEquals("050471", Totp.code(SECRET, 1_111_111_111L / 30));
        assertEquals("005924", Totp.code(SECRET, 1_234_567_890L / 30));
        assertEquals("279037", Totp.code(SECRET, 2_000_000_000L / 30));
        assertEquals("353130", Totp.code(SECRET, 20_000_000_000L / 30));
    }

    @Test
    void row_27_a_code_holds_one_step_before_and_after_and_none_that_was_used() {
        var now = Instant.ofEpochSecond(1_234_567_890L);
        long step = now.getEpochSecond() / 30;

        for (long around = -1; around <= 1; around++) {
            assertEquals(OptionalLong.of(step + around),
                    Totp.step(SECRET, Totp.code(SECRET, step + around), now, 0));
        }
        assertTrue(Totp.step(SECRET, Totp.code(SECRET, step - 2), now, 0).isEmpty());
        assertTrue(Totp.step(SECRET, Totp.code(SECRET, step + 2), now, 0).isEmpty());
        assertTrue(Totp.step(SECRET, Totp.code(SECRET, step), now, step).isEmpty());
        assertTrue(Totp.step(SECRET, Totp.code(SECRET, step - 1), now, step).isEmpty());
    }

    @Test
    void letters_for_an_app_are_base32() {
        assertEquals("MZXW6YTBOI", Base32.of("foobar".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Base32.of(SECRET));
        assertEquals("otpauth://totp/G%C3%B3p%20%C3%9D:Lan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=G%C3%B3p%20%C3%9D", Totp.uri(SECRET, "Góp Ý", "Lan"));
    }
}
