package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.DatabaseException;
import vn.gopy.official.AuditTrail.Entry;
import vn.gopy.official.AuditTrail.Verdict;

/// What the trail tells, and that nobody changes it unnoticed.
class AuditTrailTest {
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

    private List<Deed> deeds() {
        return house.officials.audit().newest(1_000).reversed().stream().map(Entry::deed).toList();
    }

    @Test
    void row_45_each_deed_stands_in_the_trail_with_who_and_on_what_and_no_content() {
        var boss = house.joined(Role.OPERATOR, "Boss");
        house.visitor().post("/sign-in", "name", "bi mat cua toi", "password", "bi mat cua toi");
        house.visitor().post("/sign-in", "name", "Boss", "password", "bi mat cua toi");
        var lan = house.joined(Role.VIEWER, "Lan");
        lan.get("/people");
        boss.post("/people/2/role", "role", "editor", "scope", "province");
        boss.post("/people/2/state", "enabled", "no");
        boss.post("/sign-out");
        boss.signIn(OfficialHouse.PASSWORD);

        assertEquals(List.of(Deed.INVITED, Deed.JOINED, Deed.PASSWORD_REFUSED, Deed.PASSWORD_REFUSED,
                Deed.INVITED, Deed.JOINED, Deed.ACCESS_REFUSED, Deed.ROLE_CHANGED, Deed.DISABLED,
                Deed.SIGNED_OUT, Deed.SIGNED_IN), deeds());
        var all = house.officials.audit().newest(1_000).reversed();
        assertEquals(List.of(0L, 1L, 0L, 1L, 0L, 2L, 2L, 1L, 1L, 1L, 1L),
                all.stream().map(Entry::who).toList());
        assertEquals("GET /people", all.get(6).what());
        assertEquals("2 editor province", all.get(7).what());
        assertTrue(all.stream().noneMatch(entry -> entry.what().contains("bi mat")));
        assertInstanceOf(Verdict.Fits.class, house.officials.audit().verify());
    }

    @Test
    void row_45_whatever_is_done_to_any_row_is_found_at_that_row() {
        for (int i = 1; i <= 9; i++) {
            house.officials.audit().note(i, Deed.RELEASED, "2026-11-2" + i);
        }
        house.tamper("DROP TRIGGER audit_is_not_changed");
        house.tamper("DROP TRIGGER audit_is_not_deleted");
        house.tamper("CREATE TABLE kept AS SELECT * FROM audit");
        house.tamper("CREATE TABLE kept_ends AS SELECT * FROM audit_ends");

        for (int row = 1; row <= 9; row++) {
            for (var change : List.of("at = at + 1", "who = who + 1", "deed = 'erased'", "what = ''",
                    "link = zeroblob(32)")) {
                assertBroken(row, "UPDATE audit SET " + change + " WHERE id = " + row);
            }
            assertBroken(row, "DELETE FROM audit WHERE id = " + row);
        }
        assertBroken(10, "INSERT INTO audit SELECT 10, at, who, deed, what, link FROM audit WHERE id = 9");
        assertBroken(10, "UPDATE audit_ends SET seal = zeroblob(32)");
        assertBroken(1, "DELETE FROM audit_ends");
        house.tamper("DELETE FROM audit WHERE id = 9");
        assertBroken(9, "UPDATE audit_ends SET last = 8, link = (SELECT link FROM audit WHERE id = 8)");
        house.tamper("DELETE FROM audit");
        assertBroken(1, "UPDATE audit_ends SET last = 0, link = zeroblob(32)");
    }

    private void assertBroken(long row, String change) {
        house.tamper(change);
        var verdict = house.officials.audit().verify();
        house.tamper("DELETE FROM audit");
        house.tamper("INSERT INTO audit SELECT * FROM kept");
        house.tamper("DELETE FROM audit_ends");
        house.tamper("INSERT INTO audit_ends SELECT * FROM kept_ends");

        assertEquals(row, assertInstanceOf(Verdict.Broken.class, verdict, change).row(), change);
        assertInstanceOf(Verdict.Fits.class, house.officials.audit().verify());
    }

    @Test
    void row_45_what_was_done_to_the_ends_is_found_after_later_rows_too() {
        for (int i = 1; i <= 9; i++) {
            house.officials.audit().note(i, Deed.RELEASED, "2026-11-2" + i);
        }
        house.tamper("DROP TRIGGER audit_is_not_deleted");
        house.tamper("DELETE FROM audit WHERE id > 6");
        house.tamper("UPDATE audit_ends SET last = 6, link = (SELECT link FROM audit WHERE id = 6)");

        house.officials.audit().note(1, Deed.RELEASED, "as if nothing was");
        assertInstanceOf(Verdict.Broken.class, house.officials.audit().verify());
        house.clock.pass(Duration.ofDays(1));
        house.officials.audit().note(1, Deed.RELEASED, "the next day");
        assertEquals(7, house.officials.audit().forget(house.clock.instant(), false));
        assertInstanceOf(Verdict.Broken.class, house.officials.audit().verify());
    }

    @Test
    void row_45_the_database_itself_refuses_changes() {
        house.officials.audit().note(1, Deed.RELEASED, "2026-11-23");

        assertThrows(DatabaseException.class, () -> house.tamper("UPDATE audit SET what = ''"));
        assertThrows(DatabaseException.class, () -> house.tamper("DELETE FROM audit"));
    }

    @Test
    void row_41_what_is_older_than_its_time_goes_and_the_rest_still_fits() {
        house.officials.audit().note(1, Deed.RELEASED, "old");
        house.officials.audit().note(1, Deed.RELEASED, "older than two years");
        house.clock.pass(Duration.ofDays(800));
        house.officials.audit().note(1, Deed.RELEASED, "new");
        var before = house.clock.instant().minus(Duration.ofDays(730));

        assertEquals(2, house.officials.audit().forget(before, true));
        assertEquals(2, house.officials.audit().forget(before, false));
        assertEquals(0, house.officials.audit().forget(before, false));

        assertEquals(List.of("new"), house.officials.audit().newest(9).stream().map(Entry::what).toList());
        assertEquals(1, assertInstanceOf(Verdict.Fits.class, house.officials.audit().verify()).rows());
        house.officials.audit().note(1, Deed.RELEASED, "newer");
        assertInstanceOf(Verdict.Fits.class, house.officials.audit().verify());
    }

    @Test
    void an_auditor_reads_it_on_a_page_and_that_stands_in_it() {
        var auditor = house.joined(Role.AUDITOR, "Kiểm");

        var page = auditor.get("/audit").body();

        assertTrue(page.contains("Lập tài khoản mới"), page);
        assertTrue(page.contains("trên trang này khớp nhau"), page);
        assertEquals(Deed.TRAIL_READ, deeds().getLast());
    }

    @Test
    void row_45_the_page_reads_page_by_page_and_the_whole_trail_when_asked() {
        var auditor = house.joined(Role.AUDITOR, "Kiểm");
        for (int i = 1; i <= 250; i++) {
            house.officials.audit().note(0, Deed.RELEASED, "so " + i + ".");
        }

        var first = auditor.get("/audit").body();
        var second = auditor.get(older(first)).body();
        var third = auditor.get(older(second)).body();

        assertEquals(List.of(100, 100, 53), List.of(rows(first), rows(second), rows(third)));
        assertTrue(first.contains("so 250.") && !first.contains("so 1."), first);
        assertTrue(third.contains("so 1.") && !third.contains("so 250."), third);
        assertTrue(third.contains("53 dòng trên trang này khớp"), third);
        assertFalse(third.contains("rel=\"next\""), third);

        house.tamper("DROP TRIGGER audit_is_not_changed");
        house.tamper("UPDATE audit SET what = 'khac' WHERE id = 120");
        assertTrue(auditor.get("/audit").body().contains("trên trang này khớp"));
        assertTrue(auditor.get(older(first)).body().contains("Từ dòng 120"));
        assertTrue(auditor.get("/audit?check=whole").body().contains("Từ dòng 120"));
        house.tamper("UPDATE audit_ends SET seal = zeroblob(32)");
        assertFalse(auditor.get("/audit").body().contains("trên trang này khớp"));
        assertEquals(400, auditor.get("/audit?before=x").statusCode());
        assertEquals(400, auditor.get("/audit?check=all").statusCode());
    }

    private static String older(String page) {
        var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertTrue(link.find(), page);
        return link.group(1);
    }

    private static int rows(String page) {
        return (int) Pattern.compile("<tr><td class=\"number\">").matcher(page).results().count();
    }
}
