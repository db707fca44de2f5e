package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import vn.gopy.place.Gazetteer;

/// Which passwords are taken and how they are kept.
class PasswordsTest {
    private static final CommonPasswords COMMON = new CommonPasswords(Gazetteer.open("quang-ninh"));
    private final Passwords passwords = new Passwords(COMMON);

    @Test
    void row_23_length_alone_counts_and_marks_are_compared_in_one_form() {
        assertEquals(Optional.of(Fault.PASSWORD_SHORT), passwords.fault("mưa to gió", "Lan"));
        assertEquals(Optional.empty(), passwords.fault("mưa to gió lạnh tràn về", "Lan"));
        assertEquals(Optional.empty(), passwords.fault("x".repeat(3) + "qj vkwp zhfg tn", "Lan"));
        assertEquals(Optional.empty(),
                passwords.fault("uzj9 ".repeat(1) + "kq".repeat(4) + "b".repeat(115), "Lan"));
        assertEquals(Optional.of(Fault.PASSWORD_LONG), passwords.fault("a đ".repeat(43), "Lan"));

        var kept = Optional.of(passwords.hashed("mưa to gió lạnh"));
        assertTrue(passwords.matches("mưa to gió lạnh", kept));
        assertTrue(passwords.matches(Normalizer.normalize("mưa to gió lạnh",
                Normalizer.Form.NFD), kept));
        assertFalse(passwords.matches("Mưa to gió lạnh", kept));
        assertFalse(passwords.matches("mua to gio lanh", kept));
        assertFalse(passwords.matches("mưa to gió lạnh", Optional.empty()));
    }

    @Test
    void row_24_more_than_ten_thousand_common_passwords_of_twelve_characters_are_refused() {
        long long_ = COMMON.all().filter(password -> password.length() >= 12).distinct().count();
        System.out.printf("common passwords of 12 characters or more: %d%n", long_);

        assertTrue(long_ >= 10_000, () -> "only " + long_);
        for (var common : List.of("quangninh2025", "Hạ Long 123456", "matkhau12345", "M@tKhau123456",
                "password1234", "P@ssw0rd@2026", "123456789012", "qwertyuiop12",
                "aaaaaaaaaaaaa", "abcabcabcabc", "Uông Bí 1990!!", "toiyeuvietnam", "Quảng Ninh@2026",
                "cẩmphảcẩmphả", "administrator1", "------------")) {
            assertEquals(Optional.of(Fault.PASSWORD_COMMON), passwords.fault(common, "Lan"), common);
        }
        assertEquals(Optional.of(Fault.PASSWORD_COMMON),
                passwords.fault("tran thi bich 99", "Trần Thị Bích"));
        assertEquals(Optional.empty(), passwords.fault("con cò bay lả bay la", "Lan"));
    }

    @Test
    void row_35_argon2id_takes_its_memory_and_each_has_its_own_salt() {
        assertTrue(passwords.hashed("mưa to gió lạnh").startsWith("argon2id-19456-2-1$"));
        assertNotEquals(passwords.hashed("mưa to gió lạnh"), passwords.hashed("mưa to gió lạnh"));
    }

    @Test
    void row_35_two_work_at_a_time_sixteen_wait_and_the_next_is_turned_away() throws Exception {
        var kept = Optional.of(passwords.hashed("mưa to gió lạnh"));
        var slow = new SlowWork();
        var busy = new Passwords(COMMON, slow);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 18; i++) {
                all.add(hands.submit(() -> busy.matches("mưa to gió lạnh", kept)));
            }
            while (slow.inside() + busy.waiting() < 18) {
                Thread.onSpinWait();
            }

            assertEquals(2, slow.inside());
            assertEquals(16, busy.waiting());
            assertThrows(RejectedExecutionException.class, () -> busy.matches("mưa to gió lạnh", kept));
            assertThrows(RejectedExecutionException.class, () -> busy.hashed("mưa to gió lạnh"));

            slow.goOn();
            for (var one : all) {
                assertFalse(one.get());
            }
            assertEquals(2, slow.most());
            assertFalse(busy.matches("mưa to gió lạnh", kept));
        }
    }
}
