package vn.gopy.dashboard;

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
import vn.gopy.official.AuditTrail.Entry;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.release.Village;
import vn.gopy.topic.Topic;

/// Officials are looked at while they look, by role and never by name.
class LooksTest {
    private static final String LOG = "SELECT coalesce(sum(times), 0) FROM looked WHERE area = ? AND topic = ?";

    @TempDir
    Path folder;

    private FiguresHouse house;

    @BeforeEach
    void open() {
        house = new FiguresHouse(folder);
        house.village.crowd(0, 60,
                new Village.Said("2026-10-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
        house.village.publish("2026-11-02T03:00");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private long log(String area, String topic) {
        return house.village.database.ledger().commit(tx -> tx.number(LOG, area, topic));
    }

    private long told(String address) {
        var said = Pattern.compile("cán bộ đã xem trang này ([0-9.]+) lần")
                .matcher(house.get(address).body());
        return said.find() ? Long.parseLong(said.group(1).replace(".", "")) : 0;
    }

    @Test
    void the_public_total_of_a_month_that_is_over_equals_the_log() {
        var lan = house.official(Role.VIEWER, Scope.province(), "Lan");
        var mai = house.official(Role.EDITOR, Scope.province(), "Mai");
        for (int i = 0; i < 11; i++) {
            lan.get("/figures/07030");
        }
        mai.get("/figures/07030/sheet");
        mai.get("/figures?period=2026-10");
        mai.get("/figures/topics/di_lai");
        house.get("/figures/07030");
        lan.get("/figures/99999");
        lan.get("/figures/07030?period=2020-01");

        assertFalse(house.get("/figures/07030").body().contains("cán bộ đã xem"), "the month is not over");
        house.clock.pass(Duration.ofDays(6));
        assertEquals(12, log("07030", ""));

        assertEquals(12, told("/figures/07030"));
        assertEquals(log("07030", ""), told("/figures/07030"));
        assertEquals(1, told("/figures"));
        assertEquals(log("province", "di_lai"), told("/figures/topics/di_lai"));
        assertTrue(house.get("/figures/07030").body().contains("Tháng 11"));
        assertTrue(house.get("/figures/06652").body().contains("chưa cán bộ nào xem trang này"));
        assertEquals(List.of("editor", "viewer"), house.village.database.read(
                tx -> tx.all("SELECT DISTINCT role FROM looked ORDER BY role", row -> row.text(1))));
    }

    @Test
    void a_day_of_a_role_a_place_and_a_topic_is_one_row_and_goes_when_its_time_is_over() {
        var lan = house.official(Role.VIEWER, Scope.province(), "Lan");
        for (int i = 0; i < 5; i++) {
            lan.get("/figures");
            lan.get("/figures/07030");
        }
        assertEquals(5, log("province", ""));
        var now = house.clock.instant();

        assertEquals(0, house.looks.forget(now, false));
        assertEquals(2, house.looks.forget(now.plus(Duration.ofDays(1)), true));
        assertEquals(2, house.looks.forget(now.plus(Duration.ofDays(1)), false));
        assertEquals(0, log("province", ""));
    }

    @Test
    void row_45_files_that_an_official_took_stand_in_the_trail_and_those_of_the_public_do_not() {
        var lan = house.official(Role.VIEWER, Scope.province(), "Lan");
        var before = house.officials.audit().newest(99).size();

        house.get("/api/v1/releases/2026-11-02.csv");
        lan.get("/api/v1/releases/2026-11-02.csv?area=07030");
        lan.get("/api/v1/releases/2026-11-02.xlsx");
        lan.get("/api/v1/releases/2026-11-02/cells?period=2026-10");
        lan.get("/api/v1/figures/province/2026-10");
        lan.get("/api/v1/releases/none.csv");
        lan.get("/api/v1/releases");

        var all = house.officials.audit().newest(99);
        assertEquals(before + 4, all.size());
        assertEquals(List.of("/api/v1/figures/province/2026-10",
                "/api/v1/releases/2026-11-02/cells?period=2026-10", "/api/v1/releases/2026-11-02.xlsx",
                "/api/v1/releases/2026-11-02.csv?area=07030"),
                all.subList(0, 4).stream().map(Entry::what).toList());
        assertTrue(all.subList(0, 4).stream()
                .allMatch(entry -> entry.deed() == Deed.EXPORTED && entry.who() == 1));
    }
}
