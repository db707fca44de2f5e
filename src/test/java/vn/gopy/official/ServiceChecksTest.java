package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.DatabaseException;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Lengths, ranges and lists are checked behind the pages, whoever calls (contracts.md section 5, row 10).
class ServiceChecksTest {
    private static final String FILE = """
            INSERT INTO feedback (pid, filed_at, mood, topic, place, unit, faces_up, on_behalf, receipt)
            VALUES (X'00', 1, ?, 'khac', ?, 'new:07030', 1, 0, X'00')
            """;

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
    void row_10_a_role_holds_in_the_province_or_in_a_new_unit_of_it() {
        var people = house.officials.people();
        house.joined(Role.OPERATOR, "Bà Hoa");
        house.joined(Role.VIEWER, "Lan");
        long lan = house.account("Lan").id();
        for (var elsewhere : List.of(UnitId.ofNew("99999"), UnitId.ofNew("00001"), UnitId.old("06652"))) {
            var scope = new Scope.Commune(elsewhere);
            assertThrows(IllegalArgumentException.class,
                    () -> people.invite(AuditTrail.NOBODY, Role.VIEWER, scope), elsewhere::toString);
            assertEquals(Optional.of(Fault.SCOPE_WRONG), people.change(1, lan, Role.VIEWER, scope));
        }
        for (var whole : List.of(Role.OPERATOR, Role.AUDITOR)) {
            assertThrows(IllegalArgumentException.class, () -> people.invite(AuditTrail.NOBODY, whole,
                    new Scope.Commune(UnitId.ofNew("06652"))));
        }
        assertTrue(people.fits(Role.VIEWER, new Scope.Commune(UnitId.ofNew("06652"))));
        assertEquals(Scope.province(), house.account("Lan").scope());
    }

    @Test
    void row_10_names_passwords_and_codes_have_their_lengths_behind_the_pages_too() {
        var setUp = house.officials.setUp();
        for (var wrong : List.of(typed("ab", OfficialHouse.PASSWORD),
                typed("x".repeat(41), OfficialHouse.PASSWORD),
                typed("<b>Hoa</b>", OfficialHouse.PASSWORD), typed("Hoa\u0000", OfficialHouse.PASSWORD),
                typed("Bà Hoa", "ngắn"), typed("Bà Hoa", "x".repeat(129)),
                typed("Bà Hoa", "\uD800".repeat(20)))) {
            var outcome = assertInstanceOf(SetUp.Outcome.Faulty.class, setUp.accept(wrong, "192.0.2.1"));
            assertFalse(outcome.faults().isEmpty());
            house.clock.pass(Duration.ofMinutes(1));
        }
        assertEquals(List.of(), house.officials.people().all());
        var shut = assertInstanceOf(SetUp.Look.Shut.class,
                setUp.open("A".repeat(100_000), "192.0.2.9", "Góp Ý"));
        assertEquals(Fault.CODE_WRONG, shut.fault());
    }

    private SetUp.Typed typed(String name, String password) {
        var code = house.officials.people().invite(AuditTrail.NOBODY, Role.VIEWER, Scope.province()).code();
        return new SetUp.Typed(code, name, password, password, "000000");
    }

    @Test
    void row_10_what_is_counted_comes_from_closed_lists_down_to_the_table() {
        for (int mood : List.of(-1, 0, 6, Integer.MAX_VALUE)) {
            assertEquals(Optional.empty(), Mood.of(mood));
        }
        for (var topic : List.of("", "DI_LAI", "di_lai ", "khác", "x' OR '1")) {
            assertEquals(Optional.empty(), Topic.of(topic));
        }
        for (var unit : List.of("", "07030", "new:7030", "new:0703٠", "new:07030 ", "mid:07030")) {
            assertEquals(Optional.empty(), UnitId.parse(unit));
        }
        for (var role : List.of("", "king", "OPERATOR", "operator ")) {
            assertEquals(Optional.empty(), Role.of(role));
        }
        assertThrows(DatabaseException.class, () -> file(6, "in"));
        assertThrows(DatabaseException.class, () -> file(0, "in"));
        assertThrows(DatabaseException.class, () -> file(3, "everywhere"));
        assertEquals(1, file(3, "in"));
        assertEquals(Set.of(1L), Set.of(house.database.<Long>read(
                tx -> tx.number("SELECT count(*) FROM feedback"))));
    }

    private int file(int mood, String place) {
        return house.database.ledger().commit(tx -> tx.run(FILE, mood, place));
    }
}
