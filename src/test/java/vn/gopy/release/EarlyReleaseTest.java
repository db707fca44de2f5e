package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.dashboard.FiguresHouse;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// A release of the first program, which knew persons, moods and topics by new units and nothing else, after an
/// upgrade.
class EarlyReleaseTest {
    private static final Set<Table> FIRST = Set.of(Table.PEOPLE, Table.MOODS, Table.TOPICS);

    @TempDir
    private Path folder;

    /// Publishes with the present program, and then takes away what an early release did not have.
    private Release early() {
        try (var village = new Village(folder)) {
            village.crowd(0, 80, new Said("2026-09-01T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
            village.crowd(100, 40, new Said("2026-09-08T09:00", 2, Topic.TEN_GOI, Village.HOANH_BO));
            var release = village.publish("2026-10-05T03:00").orElseThrow();
            var sheets = village.releases.sheets(release).stream().filter(EarlyReleaseTest::isFirst)
                    .map(EarlyReleaseTest::first).toList();
            village.database.ledger().commit(tx -> {
                tx.run("DELETE FROM release_cell WHERE cube_table NOT IN ('people', 'moods', 'topics')");
                tx.run("""
                        DELETE FROM release_cell
                         WHERE area <> 'province' AND area <> 'unclear' AND area NOT GLOB '[0-9]*'
                        """);
                return tx.run("UPDATE release SET hash = ?", ReleaseDocument.hash(release, sheets));
            });
            return release;
        }
    }

    private static boolean isFirst(Sheet sheet) {
        return sheet.area().code().matches("province|unclear|[0-9]{5}");
    }

    private static Sheet first(Sheet sheet) {
        var counts = new HashMap<>(sheet.counts());
        counts.keySet().removeIf(item -> !FIRST.contains(item.table()));
        return new Sheet(sheet.area(), sheet.period(), sheet.rule(), counts);
    }

    @Test
    void it_opens_on_every_page_and_in_every_file() {
        var release = early();

        try (var house = new FiguresHouse(folder)) {
            assertEquals(1, house.village.releases.list().size(), "its hash is still right");
            var releases = "/api/v1/releases/" + release.id();
            for (var address : List.of("/figures?period=2026-09", "/figures?period=2026-W36",
                    "/figures?period=2026-Q3", "/figures/07030?period=2026-09",
                    "/figures/topics/di_lai?period=2026-09", "/figures/digest?period=2026-W37",
                    "/figures/method", releases, releases + "/document", releases + "/cells",
                    releases + ".csv", releases + ".xlsx", "/api/v1/figures/province/2026-09")) {
                assertEquals(200, house.get(address).statusCode(), address);
            }
            assertFalse(house.get(releases + "/document").body().contains("crowds"));
        }
    }

    @Test
    void it_does_not_claim_that_crowds_were_looked_for_and_the_next_release_follows_it() {
        early();

        try (var house = new FiguresHouse(folder)) {
            assertTrue(Crowd.in(house.village.province("2026-09")).isEmpty());
            house.village.crowd(200, 60,
                    new Said("2026-10-06T09:00", 2, Topic.TEN_GOI, Village.HOANH_BO));
            var next = house.village.publish("2026-11-02T03:00").orElseThrow();

            assertEquals(house.village.releases.list().getFirst().hash(), next.previous());
            assertTrue(Crowd.in(house.village.province("2026-10")).isPresent());
            assertTrue(house.get("/figures?period=2026-09").body()
                    .contains("Tháng này được công bố khi chưa có phép đếm này."));
            var page = house.get("/figures?period=2026-10").body();
            assertTrue(page.contains("Không thấy nội dung nào được từ 10 người trở lên cùng gửi."), page);
            assertTrue(page.contains("0. Không ai gỡ được ý kiến của người khác"), page);
        }
    }
}
