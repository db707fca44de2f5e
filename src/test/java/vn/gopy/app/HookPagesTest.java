package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.StubServer;
import vn.gopy.hook.HookSettings;
import vn.gopy.official.AuditTrail.Entry;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;
import vn.gopy.wire.Signature;

/// An operator looks after endpoints on the pages of the running house.
class HookPagesTest {
    /// Numbers that no parcel of this house has.
    private static final long FAR = 1L << 40;
    private static final String DEAD = """
            INSERT INTO dead_letter (id, kind, line, body, why, attempts, died_at)
            VALUES (?, 'notice', ?, ?, ?, 9, ?)
            """;

    @TempDir
    Path data;

    private final StubServer peer = StubServer.answering(200);
    private WholeHouse house;
    private Visitor operator;

    @BeforeEach
    void open() {
        house = new WholeHouse(data, Map.of("GOPY_ENDPOINTS", "archive", "GOPY_ENDPOINT_ARCHIVE_URL",
                "http://127.0.0.1:9/archive?token=canary", "GOPY_ENDPOINT_ARCHIVE_SECRET",
                WholeHouse.BRIDGE_SECRET));
        operator = house.guest("operator");
    }

    @AfterEach
    void close() {
        house.close();
        peer.close();
    }

    private String added() {
        var page = operator.post("/hooks", "name", "portal", "url", peer.url() + "?token=canary",
                "release.published", "on");
        assertEquals(200, page.statusCode());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        return secret(page.body());
    }

    private static String secret(String page) {
        var found = Pattern.compile("<code>(whsec_[A-Za-z0-9+/=]+)</code>").matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private List<String> deeds() {
        return house.running.ground().officials().audit().newest(99).stream()
                .filter(entry -> entry.deed().name().startsWith("ENDPOINT")
                        || entry.deed() == Deed.EVENTS_AGAIN)
                .map(HookPagesTest::told).toList().reversed();
    }

    private static String told(Entry entry) {
        return entry.deed().word() + ": " + entry.what();
    }

    private void dead(int id, String why, String day) {
        long at = Instant.parse(day + "T05:00:00Z").toEpochMilli();
        house.running.ground().database().ledger().commit(tx -> tx.run(DEAD, FAR + id,
                "portal".getBytes(StandardCharsets.UTF_8),
                ("evt_" + id + "\n{}").getBytes(StandardCharsets.UTF_8), why, at) > 0);
    }

    @Test
    void the_secret_is_shown_once_and_a_test_that_it_verifies_stands_in_the_log() throws Exception {
        var secret = added();
        assertEquals(303, operator.post("/hooks/portal/test").statusCode());

        var request = peer.requests().getFirst();
        var timestamp = Long.parseLong(request.header(Signature.TIMESTAMP));
        assertEquals(request.header(Signature.VALUES), new Webhook(secret)
                .sign(request.header(Signature.ID), timestamp, request.body()));
        var page = operator.get("/hooks/portal?lang=en").body();
        assertTrue(page.contains("webhook.test") && page.contains("Taken"), page);
        for (var path : List.of("/hooks", "/hooks/portal", "/hooks/archive", "/operations", "/audit")) {
            var body = operator.get(path).body();
            assertFalse(body.contains(secret) || body.contains("canary"), path);
        }
        assertEquals(List.of("endpoint-added: portal", "endpoint-tested: portal"), deeds());
    }

    @Test
    void what_is_not_right_is_told_and_nothing_is_added() {
        var refused = operator.post("/hooks?lang=en", "name", "portal", "url", "https://10.0.0.1/",
                "release.published", "on");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("This address cannot be called."), refused.body());
        assertEquals(422, operator.post("/hooks", "name", "portal", "url", peer.url()).statusCode());
        assertEquals(400, operator.post("/hooks", "name", "a", "url", peer.url(), "x.y", "on").statusCode());

        assertEquals(404, operator.get("/hooks/portal").statusCode());
        assertEquals(List.of(), deeds());
    }

    @Test
    void those_of_the_settings_are_shown_and_not_changed() {
        var page = operator.get("/hooks/archive?lang=en").body();
        assertTrue(page.contains("named in the settings") && page.contains("http://127.0.0.1:9"), page);
        assertFalse(page.contains("New secret"), page);
        for (var what : List.of("secret", "state")) {
            assertEquals(404, operator.post("/hooks/archive/" + what, "do",
                    what.equals("secret") ? "rotate" : "pause").statusCode());
        }
        assertEquals(404, operator.post("/hooks/archive/events", "digest.weekly", "on").statusCode());
        assertEquals(303, operator.post("/hooks/archive/test").statusCode());
    }

    @Test
    void given_up_events_are_shown_as_text_and_sent_again_one_a_range_or_all() {
        added();
        dead(1, "answered 500: <script>window.__xss=1</script>", "2026-11-20");
        dead(2, "x", "2026-11-21");
        dead(3, "x", "2026-11-22");
        dead(4, "x", "2026-11-23");

        var page = operator.get("/hooks/portal").body();
        assertTrue(page.contains("&lt;script>window.__xss") || page.contains("&lt;script&gt;window.__xss"),
                page);
        assertEquals(303, operator.post("/hooks/portal/again", "event", "evt_2").statusCode());
        assertEquals(303,
                operator.post("/hooks/portal/again", "from", "2026-11-22", "to", "2026-11-22").statusCode());
        assertEquals(List.of(FAR + 1, FAR + 4), deadIds());
        assertEquals(400, operator.post("/hooks/portal/again", "from", "yesterday").statusCode());
        assertEquals(303, operator.post("/hooks/portal/again").statusCode());
        assertEquals(List.of(), deadIds());
        assertEquals(List.of("endpoint-added: portal", "events-again: portal 1", "events-again: portal 1",
                "events-again: portal 2"), deeds());
    }

    private List<Long> deadIds() {
        return house.running.ground().database()
                .read(tx -> tx.all("SELECT id FROM dead_letter ORDER BY id", row -> row.number(1)));
    }

    @Test
    void it_is_paused_goes_on_changes_its_secret_and_is_removed_only_on_purpose() {
        var first = added();
        operator.post("/hooks/portal/state", "do", "pause");
        assertTrue(operator.get("/hooks/portal?lang=en").body().contains("Paused since"));
        operator.post("/hooks/portal/state", "do", "resume");
        var second = secret(operator.post("/hooks/portal/secret", "do", "rotate").body());
        assertFalse(first.equals(second));
        operator.post("/hooks/portal/secret", "do", "forget");
        operator.post("/hooks/portal/events", "digest.weekly", "on");
        assertEquals(400, operator.post("/hooks/portal/state", "do", "remove").statusCode());
        assertEquals(303, operator.post("/hooks/portal/state", "do", "remove", "sure", "yes").statusCode());

        assertEquals(404, operator.get("/hooks/portal").statusCode());
        assertEquals(List.of("endpoint-added: portal", "endpoint-changed: portal paused",
                "endpoint-changed: portal resumed", "endpoint-rotated: portal",
                "endpoint-rotated: portal old secret dropped", "endpoint-changed: portal events",
                "endpoint-removed: portal"), deeds());
    }

    @Test
    void the_catalogue_shows_every_type_with_its_schema() {
        var page = house.guest("nobody").get("/api/events?lang=en").body();
        for (var type : HookSettings.types()) {
            assertTrue(page.contains("<code>" + type + "</code>"), type);
            var schema = house.guest("nobody").get("/api/events/" + type);
            assertEquals(200, schema.statusCode());
            assertTrue(schema.body().contains("\"$schema\""), type);
        }
        assertEquals(404, house.guest("nobody").get("/api/events/opinion.filed").statusCode());
    }
}
