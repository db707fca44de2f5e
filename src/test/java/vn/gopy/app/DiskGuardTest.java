package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.SettableClock;

/// The intake stops early, by megabytes.
class DiskGuardTest {
    private static final long MORE_THAN_OTHERS_FREE_MEANWHILE = 10_000;

    @TempDir
    Path data;

    @Test
    void a_house_with_less_room_than_the_watermark_takes_nothing_in() throws Exception {
        long watermark = (Files.getFileStore(data).getUsableSpace() >> 20) + MORE_THAN_OTHERS_FREE_MEANWHILE;
        var settings = Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_DISK_WATERMARK_MB", "" + watermark);
        try (var house = RunningHouse.start(data, new SettableClock("2026-11-25T08:00:00Z"), settings);
                var browser = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create(house.address() + "/health")).build();

            var answer = browser.send(health, BodyHandlers.ofString());

            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("disk-watermark-mb"), answer.body());
        }
    }
}
