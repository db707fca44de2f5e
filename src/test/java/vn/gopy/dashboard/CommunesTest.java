package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.Area;
import vn.gopy.release.Digest;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// What communes show beside a week of the province.
final class CommunesTest {
    @Test
    void a_week_shows_the_month_that_was_over_by_then_whatever_is_published_later(@TempDir Path folder) {
        try (var village = new Village(folder)) {
            village.crowd(0, 60, new Said("2026-10-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
            village.publish("2026-11-02T03:00");
            village.crowd(100, 60, new Said("2026-11-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
            village.publish("2026-12-07T03:00");
            var week = Period.parse("2026-W44").orElseThrow();
            var sheet = village.releases.sheet(Area.PROVINCE, week).orElseThrow();

            var shown = Communes.province(new View(Where.province(village.gazetteer), sheet, sheet,
                    Optional.empty(), village.releases.closing(week).orElseThrow(), village.releases));

            assertEquals(Optional.of("2026-10"), shown.map(province -> province.period().code()));
            assertEquals(shown.map(province -> province.period()),
                    Digest.of(village.releases, week).flatMap(Digest::month));
        }
    }
}
