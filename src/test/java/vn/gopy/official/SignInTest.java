package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in, over real HTTP.
class SignInTest {
    private static final String WRONG = "mot mat khau khac han roi";

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

    @Test
    void row_13_the_cookie_is_for_this_host_and_https_alone_and_out_of_reach() throws Exception {
        var lan = house.joined(Role.VIEWER, "Lan");
        var plain = lan.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD);
        assertTrue(setCookie(plain).matches("session=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/"),
                setCookie(plain));

        try (var open = new OfficialHouse(Files.createDirectories(folder.resolve("other")),
                "https://gopy.example")) {
            var mai = open.joined(Role.VIEWER, "Mai");
            var secure = mai.post("/sign-in", "name", "Mai", "password", OfficialHouse.PASSWORD);
            assertTrue(setCookie(secure)
                    .matches("__Host-session=[\\w-]{43}; Secure; HttpOnly; SameSite=Strict; Path=/"),
                    setCookie(secure));
            mai.cookie = mai.cookie.replace("__Host-", "");
            assertEquals(303, mai.get("/sign-in/factor").statusCode());
        }
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    @Test
    void row_18_a_change_from_another_site_or_from_nowhere_is_refused() {
        var lan = house.joined(Role.OPERATOR, "Lan");
        for (var site : List.of("cross-site", "same-site", "none")) {
            lan.headers.put("Sec-Fetch-Site", site);
            assertEquals(403, lan.post("/people", "role", "viewer", "scope", "province").statusCode(), site);
            assertEquals(403, lan.post("/sign-in", "name", "Lan", "password", "x").statusCode(), site);
        }
        lan.headers.remove("Sec-Fetch-Site");
        assertEquals(403, lan.post("/sign-out").statusCode());
        lan.headers.put("Origin", "https://elsewhere.example");
        assertEquals(403, lan.post("/sign-out").statusCode());
        assertTrue(lan.isSignedIn());

        lan.headers.put("Origin", "http://127.0.0.1:" + house.port());
        assertEquals(303, lan.post("/sign-out").statusCode());
        assertFalse(lan.isSignedIn());
    }

    @Test
    void row_32_a_door_that_is_not_in_the_table_stays_shut() {
        assertEquals(403, house.visitor().get("/forgotten").statusCode());
        assertEquals(403, house.joined(Role.OPERATOR, "Boss").get("/forgotten").statusCode());
        assertEquals(404, house.visitor().get("/nowhere").statusCode());
    }

    @Test
    void row_25_after_five_failures_a_name_rests_and_nobody_else_does() {
        var lan = house.joined(Role.VIEWER, "Lan");
        house.joined(Role.VIEWER, "Mai");
        var visitor = house.visitor();
        for (int i = 0; i < 5; i++) {
            assertEquals(422, visitor.post("/sign-in", "name", "Lan", "password", WRONG).statusCode());
        }
        for (int rest = 1; rest <= 64; rest *= 2) {
            var told = visitor.post("/sign-in", "name", "lan", "password", OfficialHouse.PASSWORD);
            assertEquals(429, told.statusCode());
            assertEquals(Integer.toString(Math.min(60, rest)),
                    told.headers().firstValue("Retry-After").orElse(""));
            assertEquals(303, house.visitor()
                    .post("/sign-in", "name", "Mai", "password", OfficialHouse.PASSWORD).statusCode());
            house.clock.pass(Duration.ofSeconds(Math.min(60, rest)));
            assertEquals(422, visitor.post("/sign-in", "name", "Lan", "password", WRONG).statusCode());
        }

        house.clock.pass(Duration.ofSeconds(60));
        assertEquals(303, lan.signIn(OfficialHouse.PASSWORD).statusCode());
        assertEquals(422, visitor.post("/sign-in", "name", "Lan", "password", WRONG).statusCode());
        assertEquals(422, visitor.post("/sign-in", "name", "Lan", "password", WRONG).statusCode());
    }

    @Test
    void row_25_tries_at_once_that_come_in_another_order_forgive_nothing() {
        var attempts = new Attempts();
        var now = house.clock.instant();
        for (int i = 0; i < 5; i++) {
            assertEquals(Duration.ZERO, attempts.take("lan", "203.0.113.7", now.minusNanos(1_000L * i)));
        }
        assertEquals(Duration.ofSeconds(1), attempts.take("lan", "203.0.113.7", now.minusSeconds(3600)));
        for (int i = 0; i < 25; i++) {
            assertEquals(Duration.ZERO, attempts.take("name" + i, "203.0.113.7", now.minusNanos(i)));
        }
        assertFalse(attempts.take("mai", "203.0.113.7", now.minusSeconds(3600)).isZero());
    }

    @Test
    void row_25_an_address_has_thirty_tries_in_ten_minutes_and_others_have_theirs() {
        house.joined(Role.VIEWER, "Lan");
        var hostile = house.visitor();
        hostile.headers.put("X-Forwarded-For", "10.9.9.9, 203.0.113.7");
        for (int i = 0; i < 30; i++) {
            assertEquals(422,
                    hostile.post("/sign-in", "name", "nobody" + i, "password", WRONG).statusCode());
        }
        assertEquals(429, hostile.post("/sign-in", "name", "Lan", "password", WRONG).statusCode());
        hostile.headers.put("X-Forwarded-For", "10.1.1.1, 203.0.113.7");
        assertEquals(429, hostile.post("/sign-in", "name", "Lan", "password", WRONG).statusCode());

        var other = house.visitor();
        other.headers.put("X-Forwarded-For", "203.0.113.8");
        assertEquals(303,
                other.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD).statusCode());
        house.clock.pass(Duration.ofMinutes(10));
        assertEquals(422, hostile.post("/sign-in", "name", "Lan", "password", WRONG).statusCode());
    }

    @Test
    void row_25_a_name_that_nobody_has_gets_the_same_answer_in_the_same_time() {
        house.joined(Role.VIEWER, "Lan");
        house.joined(Role.VIEWER, "Tắt");
        house.officials.people().enable(AuditTrail.NOBODY, house.account("Tắt").id(), false);
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int i = 0; i < 24; i++) {
            house.clock.pass(Duration.ofMinutes(10));
            var start = System.nanoTime();
            var one = house.visitor().post("/sign-in", "name", "Lan", "password", WRONG);
            var middle = System.nanoTime();
            var other = house.visitor().post("/sign-in", "name", "Lam", "password", WRONG);
            known.add(middle - start);
            unknown.add(System.nanoTime() - middle);
            assertEquals(one.body().replace("Lan", "Lam"), other.body());
            assertEquals(one.statusCode(), other.statusCode());
        }
        var off = house.visitor().post("/sign-in", "name", "Tắt", "password", OfficialHouse.PASSWORD);
        assertEquals(422, off.statusCode());

        long apart = Math.abs(median(known) - median(unknown)) / 1_000_000;
        System.out.printf("known name %d ms, unknown name %d ms (medians of 24)%n", median(known) / 1_000_000,
                median(unknown) / 1_000_000);
        assertTrue(apart <= 20, () -> apart + " ms apart");
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void row_27_without_the_second_factor_nothing_opens() {
        var lan = house.joined(Role.OPERATOR, "Lan");
        lan.post("/sign-out");
        lan.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD);

        assertEquals(200, lan.get("/sign-in/factor").statusCode());
        for (var path : List.of("/account", "/people", "/audit")) {
            var sent = lan.get(path);
            assertEquals(303, sent.statusCode(), path);
            assertEquals("/sign-in", sent.headers().firstValue("Location").orElse(""));
        }
        assertEquals(422, lan.post("/sign-in/factor", "code", "000000").statusCode());
        house.clock.pass(Duration.ofMinutes(5));
        assertEquals(303, lan.post("/sign-in/factor", "code", lan.digits()).statusCode());
        assertFalse(lan.isSignedIn());
    }

    @Test
    void row_27_a_code_of_the_app_works_once() {
        var lan = house.joined(Role.VIEWER, "Lan");
        house.clock.pass(Duration.ofSeconds(30));
        var digits = lan.digits();
        lan.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD);
        assertEquals(303, lan.post("/sign-in/factor", "code", digits.substring(0, 3) + " "
                + digits.substring(3)).statusCode());

        var thief = house.visitor();
        thief.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD);
        assertEquals(422, thief.post("/sign-in/factor", "code", digits).statusCode());
        assertFalse(thief.isSignedIn());
        assertTrue(lan.isSignedIn());
    }

    @Test
    void row_27_ten_recovery_codes_work_once_each_and_new_ones_end_the_old() {
        var lan = house.joined(Role.VIEWER, "Lan");
        assertEquals(10, lan.recovery.size());
        assertEquals(10, stored("official_recovery"));
        var phone = house.visitor();
        phone.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD);
        assertEquals(303,
                phone.post("/sign-in/factor", "code", lan.recovery.getFirst().toLowerCase(Locale.ROOT))
                        .statusCode());
        assertTrue(phone.isSignedIn());
        phone.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD);
        assertEquals(422, phone.post("/sign-in/factor", "code", lan.recovery.getFirst()).statusCode());
        assertEquals(9, stored("official_recovery"));

        assertEquals(422, lan.post("/account/recovery", "present", WRONG).statusCode());
        var fresh = Visitor.codes(lan.post("/account/recovery", "present", OfficialHouse.PASSWORD).body());
        assertEquals(10, fresh.size());
        assertEquals(422, phone.post("/sign-in/factor", "code", lan.recovery.getLast()).statusCode());
        assertEquals(303, phone.post("/sign-in/factor", "code", fresh.getLast()).statusCode());
    }

    @Test
    void row_29_who_signs_in_anew_leaves_no_session_behind() {
        var lan = house.joined(Role.VIEWER, "Lan");
        var first = lan.cookie;

        lan.signIn(OfficialHouse.PASSWORD);

        assertTrue(lan.isSignedIn());
        assertEquals(1, house.officials.sessions().of(house.account("Lan")).size());
        lan.cookie = first;
        assertFalse(lan.isSignedIn());
    }

    @Test
    void row_32_who_is_sent_to_sign_in_changes_nothing_and_is_shown_nothing() {
        var stranger = house.visitor();

        var sent = stranger.post("/people", "role", "operator", "scope", "province");

        assertEquals(303, sent.statusCode());
        assertEquals("Redirected", sent.body());
        assertTrue(house.officials.audit().newest(9).isEmpty());
        assertEquals("", stranger.send("/people", "HEAD", "", "").body());
    }

    @Test
    void row_31_a_password_that_changes_while_another_is_checked_opens_nothing() throws Exception {
        var lan = house.joined(Role.VIEWER, "Lan");
        var id = house.account("Lan").id();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var change = house.database.ledger().commit(tx -> {
                var late = hands.submit(() -> lan.post("/sign-in", "name", "Lan", "password",
                        OfficialHouse.PASSWORD));
                awaitQueued();
                new SqlOfficials().setPassword(tx, id, "changed");
                return late;
            });
            assertEquals(422, change.get().statusCode());
        }
    }

    /// Until the sign-in has compared the password and waits for the ledger.
    private void awaitQueued() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (house.database.ledger().waiting() == 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
    }

    private long stored(String table) {
        return house.database.read(tx -> switch (table) {
            case "official_recovery" -> tx.number("SELECT count(*) FROM official_recovery");
            case "official_session" -> tx.number("SELECT count(*) FROM official_session");
            default -> throw new IllegalArgumentException(table);
        });
    }

    @Test
    void row_29_the_session_has_a_new_id_after_each_step_and_only_its_hash_is_stored() throws Exception {
        var lan = house.joined(Role.VIEWER, "Lan");
        var first = lan.cookie;
        lan.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD);
        var half = lan.cookie;
        house.clock.pass(Duration.ofSeconds(30));
        lan.post("/sign-in/factor", "code", lan.digits());

        assertNotEquals(first, half);
        assertNotEquals(half, lan.cookie);
        assertTrue(lan.isSignedIn());
        var id = lan.cookie.substring(lan.cookie.indexOf('=') + 1);
        assertEquals(32, Base64.getUrlDecoder().decode(id).length);
        house.database.upkeep().checkpoint();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file),
                        StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(id), file::toString);
                assertFalse(bytes.contains(OfficialHouse.PASSWORD), file::toString);
                assertFalse(bytes.contains(lan.recovery.getFirst()), file::toString);
                assertFalse(bytes.contains(new String(lan.secret,
                        StandardCharsets.ISO_8859_1)), file::toString);
            }
        }
        lan.cookie = half;
        assertFalse(lan.isSignedIn());
        lan.cookie = "session=" + "A".repeat(43);
        assertFalse(lan.isSignedIn());
    }

    @Test
    void row_30_a_session_ends_after_half_an_hour_without_use_and_after_eight_hours() {
        var lan = house.joined(Role.VIEWER, "Lan");
        house.clock.pass(Duration.ofMinutes(29));
        assertTrue(lan.isSignedIn());
        house.clock.pass(Duration.ofMinutes(29));
        assertTrue(lan.isSignedIn());
        house.clock.pass(Duration.ofMinutes(30));
        assertFalse(lan.isSignedIn());

        assertEquals(303, lan.signIn(OfficialHouse.PASSWORD).statusCode());
        for (int i = 0; i < 18; i++) {
            house.clock.pass(Duration.ofMinutes(25));
            assertTrue(lan.isSignedIn(), "after " + i);
        }
        house.clock.pass(Duration.ofMinutes(30).minusSeconds(1));
        assertTrue(lan.isSignedIn());
        house.clock.pass(Duration.ofSeconds(1));
        assertFalse(lan.isSignedIn());

        assertEquals(303, lan.signIn(OfficialHouse.PASSWORD).statusCode());
        house.clock.pass(Duration.ofHours(-1));
        assertFalse(lan.isSignedIn());
        house.clock.pass(Duration.ofHours(2));
        assertEquals(house.officials.sessions().forget(true), house.officials.sessions().forget(false));
        assertEquals(0, stored("official_session"));
    }

    @Test
    void row_31_own_sessions_are_listed_and_ended_one_by_one_or_all_others() {
        var lan = house.joined(Role.VIEWER, "Lan");
        var office = new Visitor(house.port(), house.clock);
        office.name = "Lan";
        office.secret = lan.secret;
        office.signIn(OfficialHouse.PASSWORD);
        var home = new Visitor(house.port(), house.clock);
        home.name = "Lan";
        home.secret = lan.secret;
        home.signIn(OfficialHouse.PASSWORD);
        var mai = house.joined(Role.VIEWER, "Mai");
        var sessions = house.officials.sessions().of(house.account("Lan"));
        assertEquals(3, sessions.size());

        var other = sessions.getFirst().id();
        mai.post("/account/sessions", "session", Long.toString(other));
        assertEquals(3, house.officials.sessions().of(house.account("Lan")).size());
        lan.post("/account/sessions", "session", Long.toString(other));
        assertFalse(home.isSignedIn());
        assertTrue(office.isSignedIn());
        lan.post("/account/sessions", "session", "others");
        assertFalse(office.isSignedIn());
        assertTrue(lan.isSignedIn());
        assertTrue(mai.isSignedIn());
        lan.post("/sign-out");
        assertFalse(lan.isSignedIn());
    }

    @Test
    void row_31_a_new_password_a_new_role_and_a_lock_end_all_sessions_at_once() {
        var boss = house.joined(Role.OPERATOR, "Boss");
        var lan = house.joined(Role.VIEWER, "Lan");
        assertEquals(422, lan.post("/account/password", "present", WRONG, "password", "x", "again", "x")
                .statusCode());
        assertEquals(422, lan.post("/account/password", "present", OfficialHouse.PASSWORD, "password",
                "quangninh2026", "again", "quangninh2026").statusCode());
        assertTrue(lan.isSignedIn());
        assertEquals(303, lan.post("/account/password", "present", OfficialHouse.PASSWORD, "password", WRONG,
                "again", WRONG).statusCode());
        assertTrue(house.officials.sessions().of(house.account("Lan")).isEmpty());
        assertEquals(422, lan.post("/sign-in", "name", "Lan", "password", OfficialHouse.PASSWORD)
                .statusCode());

        var path = "/people/" + house.account("Lan").id();
        lan.signIn(WRONG);
        assertTrue(lan.isSignedIn());
        assertEquals(303,
                boss.post(path + "/role", "role", "answerer", "scope", "new:06652").statusCode());
        assertFalse(lan.isSignedIn());
        assertEquals("new:06652", house.account("Lan").scope().toString());

        lan.signIn(WRONG);
        assertTrue(lan.isSignedIn());
        assertEquals(303, boss.post(path + "/state", "enabled", "no").statusCode());
        assertFalse(lan.isSignedIn());
        lan.signIn(WRONG);
        assertFalse(lan.isSignedIn());
        assertEquals(303, boss.post(path + "/state", "enabled", "yes").statusCode());
        lan.signIn(WRONG);
        assertTrue(lan.isSignedIn());
    }

    @Test
    void row_40_answers_to_officials_are_not_kept_and_signing_out_clears_the_browser() {
        var boss = house.joined(Role.OPERATOR, "Boss");
        for (var path : List.of("/account", "/people", "/people/1", "/sign-in", "/join", "/audit")) {
            assertEquals("no-store", boss.get(path).headers().firstValue("Cache-Control").orElse(""), path);
        }
        var out = boss.post("/sign-out");

        assertEquals("\"cache\"", out.headers().firstValue("Clear-Site-Data").orElse(""));
        assertTrue(setCookie(out).contains("Max-Age=0"));
        assertEquals("no-store", out.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(400, boss.get("/join?code=ABCD").statusCode());
    }

    @Test
    void row_43_a_field_that_is_unknown_or_repeated_is_refused() {
        var boss = house.joined(Role.OPERATOR, "Boss");
        assertEquals(400, boss.post("/people", "role", "viewer", "role", "operator", "scope", "province")
                .statusCode());
        assertEquals(400, boss.post("/people", "role", "viewer", "scope", "province", "enabled", "yes")
                .statusCode());
        assertEquals(400, boss.post("/people", "role", "king", "scope", "province").statusCode());
        assertEquals(400, boss.post("/people", "role", "viewer", "scope", "old:06652").statusCode());
        assertEquals(422, boss.post("/people", "role", "viewer", "scope", "new:99999").statusCode());
        assertEquals(422, boss.post("/people", "role", "auditor", "scope", "new:06652").statusCode());
        assertEquals(400, boss.post("/sign-in?name=Boss", "name", "Boss", "password", "x").statusCode());
        assertEquals(415, boss.send("/sign-in", "POST", "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nBoss\r\n--x--\r\n")
                .statusCode());
        assertEquals(400, boss.send("/sign-in", "POST", "application/x-www-form-urlencoded",
                "name=%zz&password=x").statusCode());
        assertEquals(404, boss.get("/people/99").statusCode());
        assertEquals(404, boss.get("/people/x").statusCode());
    }
}
