package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.dashboard.Doors;
import vn.gopy.dashboard.Permit;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Role;
import vn.gopy.official.Visitor;

/// Every door of the whole house, tried by everybody.
class DoorsTest {
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final String OWN = "06652";
    private static final String OTHER = "06676";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T01:00:00Z");

    /// Somebody at the doors; nobody has a role without an account.
    private record Guest(String who, Optional<Role> role, boolean half, boolean ofOneUnit, Visitor visitor) {}

    @Test
    void row_32_every_door_is_in_the_table_and_opens_to_whom_it_says_in_their_own_unit_or_another() {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_FIGURES_PUBLIC", "false",
                "GOPY_API_REQUESTS_PER_MINUTE", "0", "GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN",
                "1:a", "GOPY_TELEGRAM_WEBHOOK_SECRET",
                "s".repeat(32), "GOPY_METRICS_TOKEN", "t".repeat(32)))) {
            var strange = house.doors().stream().filter(door -> Doors.find(door).isEmpty()).toList();
            assertEquals(List.of(), strange, "doors that are not in the table of Doors");
            var gone = Doors.table().keySet().stream()
                    .filter(row -> !house.doors().contains(row.replace("ANY", "POST"))).toList();
            assertEquals(List.of(), gone, "rows of Doors without a door");

            var guests = guests(house);
            var wrong = new ArrayList<String>();
            int tried = 0;
            for (var door : lastToSignOut()) {
                for (var guest : guests) {
                    for (var code : door.contains("{code}") ? List.of(OWN, OTHER) : List.of(OWN)) {
                        boolean opened = opens(guest.visitor, door.replace("{code}", code));
                        if (opened != expected(Doors.find(door).orElseThrow(), guest,
                                code.equals(OWN))) {
                            wrong.add(guest.who + (opened ? " may " : " may not ") + door + " " + code);
                        }
                        tried++;
                    }
                }
            }
            System.out.printf("%d doors, %d guests, %d tries%n", Doors.table().size(), guests.size(), tried);
            assertEquals(List.of(), wrong);
        }
    }

    private static List<String> lastToSignOut() {
        return Doors.table().keySet().stream().sorted((one, other) -> Boolean
                .compare(one.equals("POST /sign-out"), other.equals("POST /sign-out"))).toList();
    }

    /// The table once more, as a sentence for each kind of door.
    private static boolean expected(Permit permit, Guest guest, boolean own) {
        boolean whole = guest.role.isPresent() && !guest.half;
        return switch (permit) {
            case Permit.Everyone _,Permit.Machine _ -> true;
            case Permit.Readers _ -> whole && (own || !guest.ofOneUnit);
            case Permit.HalfSignedIn _ -> guest.half;
            case Permit.SignedIn _ -> whole;
            case Permit.Watchers _ -> whole && guest.role.orElseThrow() == Role.OPERATOR;
            case Permit.Bearers _ -> false;
            case Permit.Only(var roles) -> whole && roles.contains(guest.role.orElseThrow());
        };
    }

    private static boolean opens(Visitor visitor, String door) {
        var path = door.substring(door.indexOf(' ') + 1).replace("{name}", "gopy.css")
                .replaceAll("\\{[a-z]+}", "1");
        var cookie = visitor.cookie;
        var answer = door.startsWith("GET") ? visitor.get(path) : visitor.post(path);
        visitor.cookie = door.equals("POST /sign-in") ? cookie : visitor.cookie;
        boolean asked = answer.headers().firstValue("WWW-Authenticate").isPresent();
        return answer.statusCode() != 403 && !asked && !isSentToSignIn(answer);
    }

    private static boolean isSentToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 303 && !answer.headers().map().containsKey("Clear-Site-Data")
                && answer.headers().firstValue("Location").orElse("").equals("/sign-in");
    }

    private List<Guest> guests(RunningHouse house) {
        var guests = new ArrayList<Guest>();
        guests.add(new Guest("nobody", Optional.empty(), false, false, new Visitor(house.port(), clock)));
        Arrays.stream(Role.values()).forEach(role -> guests.add(guest(house, role, "")));
        Stream.of(Role.values()).filter(role -> !role.isOfTheHouse())
                .forEach(role -> guests.add(guest(house, role, OWN)));
        var half = guest(house, Role.OPERATOR, "half").visitor;
        half.post("/sign-in", "name", "operator half", "password", PASSWORD);
        guests.add(new Guest("half an operator", Optional.of(Role.OPERATOR), true, false, half));
        return guests;
    }

    private Guest guest(RunningHouse house, Role role, String unit) {
        boolean ofOneUnit = unit.equals(OWN);
        var told = house.order("official-invite", role.word(), ofOneUnit ? "new:" + unit : "province");
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code(told), (role.word() + " " + unit).strip(), PASSWORD);
        assertTrue(visitor.isSignedIn(), told);
        return new Guest(role.word() + " " + unit, Optional.of(role), false, ofOneUnit, visitor);
    }

    private static String code(String told) {
        return Pattern.compile("code: ([A-Z2-7-]+)").matcher(told).results().findFirst().orElseThrow()
                .group(1);
    }

    @Test
    void row_26_the_first_operator_comes_by_a_code_from_the_command_line() {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            var visitor = new Visitor(house.port(), clock);
            var told = house.order("official-invite", "operator", "province");
            assertEquals(200, visitor.join(code(told), "Bà Hoa", PASSWORD).statusCode());
            assertTrue(visitor.isSignedIn());

            for (var words : List.of(List.of("official-invite"),
                    List.of("official-invite", "king", "province"),
                    List.of("official-invite", "operator", "new:06652"),
                    List.of("official-invite", "viewer", "new:99999"),
                    List.of("official-invite", "viewer", "old:06652"))) {
                assertThrows(Refusal.class, () -> house.order(words.toArray(String[]::new)));
            }
        }
    }

    @Test
    void row_45_orders_and_other_settings_stand_in_the_trail_and_verify_tells_the_first_wrong_row() {
        var environment = Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_PORT", "22510");
        RunningHouse.start(data, clock, environment).close();
        try (var house = RunningHouse.start(data, clock, environment)) {
            house.order("erase", "telegram", "4711");
            house.order("backup");
            assertTrue(house.order("audit-verify").startsWith("the audit trail fits: 3 rows"));
            house.ground().database().ledger().commit(tx -> tx.run("DROP TRIGGER audit_is_not_changed"));
            house.ground().database().ledger()
                    .commit(tx -> tx.run("UPDATE audit SET what = 'web' WHERE id = 2"));

            var refusal = assertInstanceOf(Refusal.class,
                    assertThrows(RuntimeException.class, () -> house.order("audit-verify")));
            assertEquals(3, refusal.code());
            assertTrue(refusal.toString().contains("at row 2"), refusal::toString);
        }
        try (var house = RunningHouse.start(data, clock,
                Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_PORT", "22511"))) {
            assertEquals(4, house.ground().officials().audit().newest(9).size());
        }
    }

    @Test
    void a_restored_copy_brings_no_session_back() {
        var visitor = new Visitor(22_512, clock);
        var environment = Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_PORT", "22512");
        Path copy;
        try (var house = RunningHouse.start(data, clock, environment)) {
            visitor.join(code(house.order("official-invite", "operator", "province")), "Bà Hoa", PASSWORD);
            copy = Path.of(house.order("backup").replace("backup written: ", ""));
            visitor.post("/sign-out");
        }
        new Backups(new DataFolder(data)).restore(copy, clock.instant().plus(Duration.ofSeconds(1)));
        try (var house = RunningHouse.start(data, clock, environment)) {
            assertTrue(house.ground().officials().sessions()
                    .of(house.ground().officials().people().all().getFirst()).isEmpty());
        }
    }

    @Test
    void a_restored_copy_lets_nobody_in_who_was_kept_out_since_and_makes_no_used_code_good() {
        var environment = Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_PORT", "22513");
        var hoa = new Visitor(22_513, clock);
        var lan = new Visitor(22_513, clock);
        Path copy;
        try (var house = RunningHouse.start(data, clock, environment)) {
            hoa.join(code(house.order("official-invite", "operator", "province")), "Bà Hoa", PASSWORD);
            lan.join(code(house.order("official-invite", "viewer", "province")), "Lan", PASSWORD);
            copy = Path.of(house.order("backup").replace("backup written: ", ""));
            hoa.post("/people/2/state", "enabled", "no");
            hoa.post("/sign-in", "name", "Bà Hoa", "password", PASSWORD);
            assertEquals(303, hoa.post("/sign-in/factor", "code", hoa.recovery.getFirst()).statusCode());
        }
        new Backups(new DataFolder(data)).restore(copy, clock.instant().plus(Duration.ofSeconds(1)));
        try (var house = RunningHouse.start(data, clock, environment)) {
            var officials = house.ground().officials();
            assertFalse(officials.people().find(2).orElseThrow().enabled());
            assertTrue(officials.people().find(1).orElseThrow().enabled());
            assertEquals(9, officials.own().recoveryLeft(officials.people().find(1).orElseThrow()));
            assertTrue(house.order("audit-verify").startsWith("the audit trail fits"));
            hoa.cookie = "";
            hoa.post("/sign-in", "name", "Bà Hoa", "password", PASSWORD);
            assertEquals(422, hoa.post("/sign-in/factor", "code", hoa.recovery.getFirst()).statusCode());
        }
    }
}
