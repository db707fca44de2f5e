package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.api.Contract;
import vn.gopy.config.SettingsFile;
import vn.gopy.fakes.SettableClock;
import vn.gopy.release.Village;

/// The Monday digest leaves the house once a week, however often the house is started.
class DigestOnceTest {
    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");

    private Ground open() {
        var settings = SettingsFile.defaults(Map.of("GOPY_DATA", data.toString(), "GOPY_ENDPOINTS", "portal",
                "GOPY_ENDPOINT_PORTAL_URL", "https://portal.example.org/", "GOPY_ENDPOINT_PORTAL_SECRET",
                "whsec_" + "A".repeat(32), "GOPY_ENDPOINT_PORTAL_EVENTS", "digest.weekly",
                "GOPY_PUBLIC_URL", "https://gopy.example.org"));
        return Ground.open(settings, new DataFolder(data), clock);
    }

    private static List<String> weeks(Ground ground) {
        return ground.database().read(tx -> tx.all("SELECT body FROM parcel ORDER BY id",
                row -> week(new String(row.bytes(1), StandardCharsets.UTF_8))));
    }

    private static String week(String parcel) {
        try {
            var body = new JsonMapper().readTree(parcel.substring(parcel.indexOf('{')));
            assertEquals("digest.weekly", body.get("type").textValue());
            assertTrue(body.get("data").get("demo").booleanValue(), "synthetic figures say so");
            return body.get("data").get("week").textValue();
        } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void each_week_is_told_once_over_restarts_and_the_latest_alone_after_a_pause() {
        int told;
        try (var ground = open()) {
            new DemoFeedback(ground.database(), ground.gazetteer(), _ -> {}).fill(ground.builder(),
                    clock.instant(), Village.ZONE);
            var weeks = weeks(ground);
            told = weeks.size();
            assertTrue(told >= 12, weeks::toString);
            assertEquals(told, Set.copyOf(weeks).size());
        }
        try (var ground = open()) {
            ground.office().answer(List.of("release"));
            assertEquals(told, weeks(ground).size());
            clock.pass(Duration.ofDays(21));
        }
        try (var ground = open()) {
            ground.office().answer(List.of("release"));
            ground.office().answer(List.of("release"));

            assertEquals(told + 1, weeks(ground).size());
            assertEquals("2026-W50", weeks(ground).getLast());
        }
    }

    @Test
    void the_file_of_the_api_describes_every_address_of_the_whole_house() {
        try (var ground = open()) {
            var rooms = new PageParts(ground, Brain.open(ground), List::of, () -> {}).routes();

            assertEquals(Contract.addressesOf(rooms), new Contract().paths());
        }
    }
}
