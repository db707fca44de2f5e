package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Setting up accounts with one-time codes, over real HTTP.
class SetUpTest {
    private static final String OTHER = "mot mat khau khac han roi";

    @TempDir
    Path folder;

    private OfficialHouse house;

    @BeforeEach
    void open() {
        house = new OfficialHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String invited(Role role) {
        return house.officials.people().invite(AuditTrail.NOBODY, role, Scope.province()).code();
    }

    @Test
    void row_26_there_is_no_account_before_the_first_code_and_the_code_works_once() {
        assertTrue(house.officials.people().all().isEmpty());
        assertFalse(house.officials.people().hasOperator());
        var code = invited(Role.OPERATOR);
        var boss = house.visitor();

        assertEquals(200, boss.join(code, "Người vận hành", OfficialHouse.PASSWORD).statusCode());
        assertTrue(boss.isSignedIn());
        assertTrue(house.officials.people().hasOperator());
        assertEquals(422, house.visitor().post("/join", "code", code).statusCode());
        assertEquals(422, house.visitor().join(code, "Kẻ khác", OfficialHouse.PASSWORD).statusCode());
        assertEquals(1, house.officials.people().all().size());
    }

    @Test
    void row_26_a_code_is_over_after_a_quarter_of_an_hour() {
        var code = invited(Role.OPERATOR);
        house.clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertEquals(200, house.visitor().post("/join", "code", code.replace("-", " ")).statusCode());
        house.clock.pass(Duration.ofSeconds(1));

        assertEquals(422, house.visitor().post("/join", "code", code).statusCode());
        assertEquals(422, house.visitor().join(code, "Trễ", OfficialHouse.PASSWORD).statusCode());
        assertTrue(house.officials.people().all().isEmpty());
    }

    @Test
    void codes_are_not_guessed_thirty_at_a_time() {
        for (int i = 0; i < 5; i++) {
            house.visitor().post("/join", "code", "ABCD-" + i);
        }
        var code = invited(Role.VIEWER);
        assertEquals(422, house.visitor().post("/join", "code", code).statusCode());
        house.clock.pass(Duration.ofSeconds(1));
        assertEquals(200, house.visitor().post("/join", "code", code).statusCode());
    }

    @Test
    void what_is_wrong_is_told_and_the_code_holds_on() {
        var code = invited(Role.VIEWER);
        house.joined(Role.VIEWER, "Lan");
        var mai = house.visitor();
        mai.learn(mai.post("/join", "code", code).body());

        assertFaulty(mai, code, List.of("x", "ngắn quá", "ngắn quá", "000000"),
                "từ 3 đến 40|Ít nhất|ít nhất 12");
        assertFaulty(mai, code, List.of("lan", OTHER, OTHER, mai.digits()), "Đã có người dùng tên này");
        assertFaulty(mai, code, List.of("Mai Lê", OTHER, OTHER + "!", mai.digits()), "không giống nhau");
        assertFaulty(mai, code, List.of("Mai Lê", OTHER, OTHER, "000000"), "Sáu chữ số chưa đúng");
        assertEquals(200, mai.post("/join/set-up", "code", code, "name", "Mai Lê", "password", OTHER,
                "again", OTHER, "factor", mai.digits()).statusCode());
        assertTrue(mai.isSignedIn());
    }

    @Test
    void who_mistypes_often_keeps_the_form_and_is_not_told_that_the_code_is_wrong() {
        var code = invited(Role.VIEWER);
        var mai = house.visitor();
        mai.learn(mai.post("/join", "code", code).body());

        for (int i = 0; i < 12; i++) {
            assertFaulty(mai, code, List.of("Mai Lê", OTHER, OTHER, "000000"), "Sáu chữ số chưa đúng");
        }
        assertEquals(200, mai.join(code, "Mai Lê", OTHER).statusCode());
    }

    @Test
    void who_must_wait_is_told_to_wait_and_nobody_uses_up_the_tries_of_others_by_a_name() {
        var code = invited(Role.VIEWER);
        for (int i = 0; i < 6; i++) {
            house.visitor().post("/sign-in", "name", "code 127.0.0.1", "password", OTHER);
        }
        assertEquals(200, house.visitor().post("/join", "code", code).statusCode());

        for (int i = 0; i < 5; i++) {
            house.visitor().post("/join", "code", "ABCD-" + i);
        }
        var told = house.visitor().post("/join", "code", code).body();
        assertTrue(told.contains("Đã thử quá nhiều lần"), told);
        assertFalse(told.contains("Mã chưa đúng"), told);
    }

    private static void assertFaulty(Visitor visitor, String code, List<String> typed, String told) {
        var page = visitor.post("/join/set-up", "code", code, "name", typed.getFirst(), "password",
                typed.get(1), "again", typed.get(2), "factor", typed.get(3));

        assertEquals(422, page.statusCode());
        assertTrue(Pattern.compile(told).matcher(page.body()).find(), page::body);
        assertFalse(page.body().contains(typed.get(1) + "\""));
        assertTrue(page.body().contains("class=\"secret\""));
    }

    @Test
    void an_operator_invites_from_a_page_and_the_role_is_the_one_they_chose() {
        var boss = house.joined(Role.OPERATOR, "Boss");
        var page = boss.post("/people", "role", "answerer", "scope", "new:06652").body();
        var code = Pattern.compile("<code>([A-Z2-7-]+)</code>").matcher(page).results().findFirst()
                .orElseThrow().group(1);

        var lan = house.visitor();
        lan.join(code, "Lan", OfficialHouse.PASSWORD);

        assertEquals(Role.ANSWERER, house.account("Lan").role());
        assertEquals("new:06652", house.account("Lan").scope().toString());
        assertEquals(403, lan.get("/people").statusCode());
    }

    @Test
    void a_code_for_a_password_ends_sessions_and_leaves_the_second_factor() {
        var boss = house.joined(Role.OPERATOR, "Boss");
        var lan = house.joined(Role.VIEWER, "Lan");
        var page = boss.post("/people/" + house.account("Lan").id() + "/code", "kind", "password").body();
        var code = Pattern.compile("<code>([A-Z2-7-]+)</code>").matcher(page).results().findFirst()
                .orElseThrow().group(1);
        var anew = house.visitor();
        assertFalse(anew.post("/join", "code", code).body().contains("class=\"secret\""));

        assertEquals(303, anew.post("/join/set-up", "code", code, "name", "Lan", "password", OTHER, "again",
                OTHER).statusCode());

        assertFalse(anew.isSignedIn());
        assertFalse(lan.isSignedIn());
        lan.signIn(OfficialHouse.PASSWORD);
        assertFalse(lan.isSignedIn());
        lan.signIn(OTHER);
        assertTrue(lan.isSignedIn());
    }

    @Test
    void a_code_for_all_anew_replaces_the_lost_phone_and_the_old_recovery_codes() {
        house.joined(Role.OPERATOR, "Boss");
        var lan = house.joined(Role.VIEWER, "Lan");
        var code = house.officials.people().code(1, house.account("Lan"), Welcome.Kind.ANEW).code();
        var phone = house.visitor();

        phone.join(code, "", OTHER);

        assertTrue(phone.isSignedIn());
        phone.name = "Lan";
        lan.signIn(OTHER);
        assertFalse(lan.isSignedIn());
        assertEquals(422, lan.post("/sign-in/factor", "code", lan.recovery.getFirst()).statusCode());
        phone.signIn(OTHER);
        assertTrue(phone.isSignedIn());
    }

    @Test
    void the_last_operator_cannot_go_and_codes_of_a_disabled_one_open_nothing() {
        var boss = house.joined(Role.OPERATOR, "Boss");
        var self = "/people/" + house.account("Boss").id();
        assertEquals(422, boss.post(self + "/state", "enabled", "no").statusCode());
        assertEquals(422, boss.post(self + "/role", "role", "viewer", "scope", "province").statusCode());
        assertTrue(boss.isSignedIn());

        house.joined(Role.OPERATOR, "Second");
        var id = house.account("Second").id();
        var code = house.officials.people().invite(id, Role.OPERATOR, Scope.province()).code();
        assertEquals(303, boss.post("/people/" + id + "/state", "enabled", "no").statusCode());
        assertEquals(422, house.visitor().post("/join", "code", code).statusCode());
    }
}
