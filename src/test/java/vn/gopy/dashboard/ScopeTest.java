package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.official.AuditTrail.Entry;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.official.Visitor;
import vn.gopy.place.UnitId;
import vn.gopy.release.Village;
import vn.gopy.topic.Topic;

/// Where figures are not public: what officials see, by where their role holds.
class ScopeTest {
    private static final String OWN = "07030";
    private static final String OTHER = "06652";
    private static final String RELEASE = "/api/v1/releases/2026-11-02";

    @TempDir
    Path folder;

    private FiguresHouse house;
    private Visitor province;
    private Visitor commune;

    @BeforeEach
    void open() {
        house = new FiguresHouse(folder, false, false, 0);
        var village = house.village;
        village.crowd(0, 60, new Village.Said("2026-10-14T09:00", 4, Topic.DI_LAI, "new:" + OWN));
        village.crowd(100, 75, new Village.Said("2026-10-14T09:00", 1, Topic.GIAY_TO, "new:" + OTHER));
        village.publish("2026-11-02T03:00");
        province = house.official(Role.VIEWER, Scope.province(), "Lan");
        commune = house.official(Role.VIEWER, new Scope.Commune(UnitId.parse("new:" + OWN).orElseThrow()),
                "Mai");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_api_and_the_files_open_for_officials_and_are_not_kept_on_the_way() {
        for (var address : List.of("/api/v1/releases", RELEASE, RELEASE + "/cells", RELEASE + ".csv",
                RELEASE + ".xlsx", "/api/v1/figures/province/2026-10", "/api/v1/units",
                "/api/v1/codebook.csv")) {
            assertEquals(403, house.get(address).statusCode(), address);
            for (var official : List.of(province, commune)) {
                var answer = official.get(address);
                assertEquals(200, answer.statusCode(), address);
                assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""), address);
            }
        }
        assertEquals(200, province.get(RELEASE + "/document").statusCode());
        assertEquals(403, commune.get(RELEASE + "/document").statusCode());
    }

    @Test
    void who_is_of_one_unit_gets_no_figure_of_another_at_any_door() {
        assertTrue(province.get(RELEASE + ".csv").body().contains(OTHER));
        assertTrue(province.get("/figures").body().contains("/figures/" + OTHER));
        var seen = new ArrayList<String>();
        for (var address : List.of(RELEASE + ".csv", RELEASE + "/cells",
                "/api/v1/figures/province/2026-10")) {
            seen.add(commune.get(address).body());
        }
        assertTrue(seen.stream().noneMatch(body -> body.contains(OTHER)), seen::toString);
        assertTrue(seen.getFirst().contains(OWN), seen::getFirst);
        for (var address : List.of("/figures", "/figures/topics/giay_to", "/figures/" + OWN,
                "/figures/province/sheet", "/figures/digest")) {
            var answer = commune.get(address);
            assertEquals(200, answer.statusCode(), address);
            assertFalse(answer.body().contains(OTHER), answer.body());
        }
        for (var address : List.of("/figures/" + OTHER, "/figures/" + OTHER + "/sheet",
                "/api/v1/figures/" + OTHER + "/2026-10", RELEASE + ".csv?area=" + OTHER,
                RELEASE + "/cells?area=" + OTHER)) {
            assertEquals(403, commune.get(address).statusCode(), address);
            assertEquals(200, province.get(address).statusCode(), address);
        }
    }

    @Test
    void a_page_that_one_reader_may_see_is_not_given_to_another() {
        var whole = province.get("/figures").body();
        var part = commune.get("/figures").body();

        assertTrue(part.contains("Bảng và hình bỏ qua các đơn vị khác"), part);
        assertFalse(whole.contains("Bảng và hình bỏ qua các đơn vị khác"), whole);
        assertEquals(whole, province.get("/figures").body());
        assertEquals(part, commune.get("/figures").body());
    }

    @Test
    void row_45_what_was_refused_stands_in_the_trail() {
        commune.get("/figures/" + OTHER);

        var last = house.officials.audit().newest(1).getFirst();
        assertEquals(new Entry(last.id(), last.at(), 2, Deed.ACCESS_REFUSED, "GET /figures/{code}"), last);
    }
}
