package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.StubServer;
import vn.gopy.official.Visitor;
import vn.gopy.wire.Signature;

/// An operator joins another messenger while the service runs.
class ManagedBridgeTest {
    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StubServer callback = StubServer.answering(200);
    private WholeHouse house;
    private Visitor operator;

    @BeforeEach
    void open() {
        house = new WholeHouse(data, Map.of());
        operator = house.guest("operator");
    }

    @AfterEach
    void close() {
        house.close();
        callback.close();
    }

    private String secretOf(String path, String... fields) {
        var page = operator.post(path, fields);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        var found = Pattern.compile("<code>(whsec_[A-Za-z0-9+/=]+)</code>").matcher(page.body());
        assertTrue(found.find(), page.body());
        return found.group(1);
    }

    private int says(String secret, String id, String text) throws Exception {
        var body = "{\"id\":\"" + id + "\",\"from\":\"me\",\"text\":\"" + text + "\"}";
        long now = house.clock.instant().getEpochSecond();
        return client.send(HttpRequest.newBuilder(house.uri("/channels/viber/messages"))
                .header(Signature.ID, id).header(Signature.TIMESTAMP, Long.toString(now))
                .header(Signature.VALUES, new Webhook(secret).sign(id, now, body))
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).statusCode();
    }

    private StubServer.Request answered(int place) {
        for (int i = 0; i < 2_000 && callback.requests().size() <= place; i++) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return callback.requests().get(place);
    }

    /// Whether an answer comes that is signed with both.
    private boolean isAnsweredUnder(String one, String other) throws Exception {
        for (int i = 0; i < 2_000; i++) {
            for (var request : callback.requests()) {
                if (signedWith(one, request) && signedWith(other, request)) {
                    return true;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return false;
    }

    private boolean signedWith(String secret, StubServer.Request request) throws Exception {
        var one = new Webhook(secret).sign(request.header(Signature.ID),
                Long.parseLong(request.header(Signature.TIMESTAMP)), request.body());
        return List.of(request.header(Signature.VALUES).split(" ", -1)).contains(one);
    }

    @Test
    void a_bridge_is_heard_and_answered_from_the_moment_it_is_added_until_it_is_removed() throws Exception {
        assertEquals(401, says(WholeHouse.BRIDGE_SECRET, "m0", "xin chào"));
        var first = secretOf("/bridges", "name", "viber", "url", callback.url());
        assertEquals(200, says(first, "m1", "xã Lê Lợi giờ thuộc đâu"));
        assertTrue(answered(0).body().contains("\"to\":\"me\""));
        assertTrue(signedWith(first, answered(0)));

        var second = secretOf("/bridges/viber/secret", "do", "rotate");
        assertEquals(200, says(first, "m2", "menu"), "the old secret is good for a day");
        assertEquals(200, says(second, "m3", "menu"));
        assertTrue(isAnsweredUnder(first, second));
        house.clock.pass(Duration.ofDays(1));
        assertEquals(401, says(first, "m4", "menu"));
        assertEquals(200, says(second, "m5", "menu"));

        operator.signIn(WholeHouse.PASSWORD);
        assertEquals(400, operator.post("/bridges/viber/remove").statusCode());
        assertEquals(303, operator.post("/bridges/viber/remove", "sure", "yes").statusCode());
        assertEquals(401, says(second, "m6", "menu"));
        assertEquals(List.of("bridge-added viber", "bridge-rotated viber", "bridge-removed viber"),
                house.running.ground().officials().audit().newest(9).stream()
                        .filter(entry -> entry.deed().name().startsWith("BRIDGE"))
                        .map(entry -> entry.deed().word() + " " + entry.what()).toList().reversed());
    }

    @Test
    void names_of_other_channels_and_addresses_within_are_refused() {
        for (var name : List.of("zalo", "telegram", "web", "console", "Viber", "")) {
            assertEquals(422, operator.post("/bridges", "name", name, "url", callback.url()).statusCode(),
                    name);
        }
        for (var url : List.of("http://example.com/", "https://192.168.1.1/", "https://a@example.com/")) {
            assertEquals(422, operator.post("/bridges", "name", "viber", "url", url).statusCode(), url);
        }
        var page = operator.get("/bridges?lang=en").body();
        assertTrue(page.contains("/channels/zalo/messages"), page);
        assertFalse(page.contains("viber"), page);
        assertEquals(404, operator.post("/bridges/zalo/secret", "do", "rotate").statusCode());
    }
}
