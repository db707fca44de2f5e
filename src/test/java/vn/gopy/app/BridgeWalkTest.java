package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.StubServer;

/// Another messenger's bridge on the real house: signed messages in, signed replies out.
class BridgeWalkTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final HttpClient messenger = HttpClient.newHttpClient();

    @Test
    void a_resident_of_another_messenger_is_heard_once_and_answered_with_a_signature() throws Exception {
        // The stock library reads the machine's clock, so the house must stand at the same time.
        var clock = new SettableClock(Instant.now().toString());
        try (var callback = StubServer.answering(200);
                var house = RunningHouse.start(data, clock, Map.of(
                        "GOPY_TELEGRAM_MODE", "off", "GOPY_CHANNELS", "zalo", "GOPY_CHANNEL_ZALO_SECRET",
                        SECRET,
                        "GOPY_CHANNEL_ZALO_CALLBACK", callback.url(), "GOPY_ALLOW_LOOPBACK_HTTP", "true"))) {
            var message = "{\"id\":\"m-1\",\"from\":\"resident-7\",\"text\":\"/start\",\"choice\":null}";

            assertEquals(200, post(house, "m-1", message, SECRET));
            assertEquals(200, post(house, "m-1", message, SECRET));
            assertEquals(401, post(house, "m-2", message, "whsec_" + "A".repeat(32)));
            assertEquals(400, post(house, "m-3", "{\"from\":\"resident-7\"}", SECRET));
            TelegramResident.waitUntil(() -> house.ground().outbox().waiting() == 0,
                    "the reply was not delivered");

            assertEquals(1, callback.requests().size(), "a repeat must not be answered again");
            var request = callback.requests().getFirst();
            verify(request);
            var reply = JSON.readTree(request.body());
            assertEquals("resident-7", reply.path("to").asText());
            assertTrue(reply.path("choices").size() > 0, reply.toString());
            press(house, reply.path("choices").path(0).path(0).path("payload").asText());
            TelegramResident.waitUntil(() -> callback.requests().size() >= 2, "the press was not answered");
        }
    }

    private void press(RunningHouse house, String payload) throws Exception {
        var body = JSON.createObjectNode().put("id", "m-9").put("from", "resident-7").put("choice", payload);
        assertEquals(200, post(house, "m-9", body.toString(), SECRET));
    }

    private int post(RunningHouse house, String id, String body, String secret) throws Exception {
        long now = Instant.now().getEpochSecond();
        var signature = new Webhook(secret).sign(id, now, body);
        var request = HttpRequest.newBuilder(URI.create(house.address() + "/channels/zalo/messages"))
                .version(HttpClient.Version.HTTP_1_1).header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now)).header("webhook-signature", signature)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        return messenger.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void verify(StubServer.Request request) throws Exception {
        var headers = new HashMap<String, List<String>>();
        for (var name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            headers.put(name, List.of(request.header(name)));
        }
        new Webhook(SECRET).verify(request.body(), HttpHeaders.of(headers, (_, _) -> true));
    }
}
