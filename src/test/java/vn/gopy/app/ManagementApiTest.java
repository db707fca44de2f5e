package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.api.Contract;
import vn.gopy.fakes.StubServer;

/// Endpoints and bridges managed by programs, each answer held to what `openapi.json` promises.
class ManagementApiTest {
    private static final String ENDPOINTS = "/api/v1/endpoints";
    private static final String BRIDGES = "/api/v1/bridges";

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StubServer peer = StubServer.answering(200);
    private final Contract contract = new Contract();
    private WholeHouse house;

    @BeforeEach
    void open() {
        house = new WholeHouse(data, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
        peer.close();
    }

    private String key(String purpose) {
        var told = house.running.order("token-make", purpose, "province", "30", "1000", "x");
        return told.replaceFirst("(?s).*(gopy_[A-Za-z0-9_-]{43}).*", "$1");
    }

    /// Asks at a door such as `POST /api/v1/bridges/{name}/state`; the answer must be one that is promised.
    private HttpResponse<byte[]> ask(String door, String key, String body) throws Exception {
        var parts = door.split(" ", 2);
        var path = parts[1].replace("{name}", parts[1].startsWith(BRIDGES) ? "viber" : "portal");
        var request = HttpRequest.newBuilder(house.uri(path)).method(parts[0],
                parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        contract.keep(door, answer);
        return answer;
    }

    private int status(String door, String key, String body) throws Exception {
        return ask(door, key, body).statusCode();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void every_door_is_described_and_opens_to_no_program_without_its_key() throws Exception {
        var doors = house.running.doors().stream().filter(door -> door.contains(" " + ENDPOINTS)
                || door.contains(" " + BRIDGES)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(doors, contract.keyed());
        assertEquals(13, doors.size());

        var endpoints = key("endpoints");
        var bridges = key("bridges");
        for (var door : doors) {
            boolean ofBridges = door.contains(BRIDGES);
            assertEquals(401, status(door, "", "{}"), door);
            assertEquals(401, status(door, "gopy_" + "A".repeat(43), "{}"), door);
            assertEquals(403, status(door, ofBridges ? endpoints : bridges, "{}"), door);
            assertEquals(403, status(door, key("figures"), "{}"), door);
        }
    }

    @Test
    void a_system_that_gets_events_is_managed_from_its_first_day_to_its_last() throws Exception {
        var key = key("endpoints");
        var one = "POST " + ENDPOINTS + "/{name}/";
        assertEquals(404, status("GET " + ENDPOINTS + "/{name}", key, ""));
        var wish = "{\"name\":\"portal\",\"url\":\"" + peer.url() + "\",\"events\":[\"digest.weekly\"]}";
        assertEquals(201, status("POST " + ENDPOINTS, key, wish));
        assertEquals("name-taken", json(ask("POST " + ENDPOINTS, key, wish)).path("fault").asText());
        assertEquals("url-refused", json(ask("POST " + ENDPOINTS, key,
                wish.replace("portal", "inner").replace(peer.url(), "https://[::ffff:10.0.0.1]/")))
                .path("fault").asText());
        for (var order : List.of("secret rotate", "secret forget", "state pause", "state resume",
                "state enable")) {
            var words = order.split(" ", 2);
            assertEquals(200, status(one + words[0], key, "{\"do\":\"" + words[1] + "\"}"), order);
        }
        assertEquals(200, status(one + "events", key, "{\"events\":[\"release.published\"]}"));
        assertEquals(400, status(one + "events", key, "{\"events\":[]}"));
        assertEquals(200, status(one + "test", key, ""));
        assertEquals(200, status(one + "again", key, "{}"));
        assertEquals(1,
                json(ask("GET " + ENDPOINTS + "/{name}/deliveries", key, "")).path("deliveries").size());
        assertEquals(200, status("GET " + ENDPOINTS + "/{name}", key, ""));
        assertEquals(1, json(ask("GET " + ENDPOINTS, key, "")).path("endpoints").size());
        assertEquals(204, status(one + "state", key, "{\"do\":\"remove\"}"));
    }

    @Test
    void a_bridge_is_managed_under_the_same_rules_as_on_the_page() throws Exception {
        var key = key("bridges");
        var add = "POST " + BRIDGES;
        var wish = "{\"name\":\"viber\",\"url\":\"" + peer.url() + "\"}";
        for (var name : List.of("zalo", "telegram", "web", "console", "Viber", "")) {
            assertEquals(422, status(add, key, wish.replace("viber", name)), name);
        }
        for (var url : List.of("http://example.com/", "https://192.168.1.1/", "https://a@example.com/")) {
            assertEquals(422, status(add, key, wish.replace(peer.url(), url)), url);
        }
        assertEquals(400, status(add, key, "{\"name\":\"viber\",\"port\":1}"));
        var made = json(ask(add, key, wish));
        assertTrue(made.path("secret").asText().startsWith("whsec_"));

        var all = ask("GET " + BRIDGES, key, "");
        assertFalse(Contract.text(all).contains("whsec_"));
        assertEquals(List.of("zalo false", "viber true"), json(all).path("bridges").valueStream()
                .map(bridge -> bridge.path("name").asText() + " " + bridge.path("managed").asText())
                .toList());
        var rotated = json(ask("POST " + BRIDGES + "/{name}/secret", key, "{\"do\":\"rotate\"}"));
        assertEquals("2026-11-26T01:00:00Z", rotated.path("both_secrets_until").asText());
        assertTrue(json(ask("POST " + BRIDGES + "/{name}/secret", key, "{\"do\":\"forget\"}"))
                .path("both_secrets_until").isNull());
        assertEquals(400, status("POST " + BRIDGES + "/{name}/state", key, "{\"do\":\"pause\"}"));
        assertEquals(204, status("POST " + BRIDGES + "/{name}/state", key, "{\"do\":\"remove\"}"));
        assertEquals(404, status("POST " + BRIDGES + "/{name}/state", key, "{\"do\":\"remove\"}"));
        assertEquals(List.of("bridge-added viber by token 1", "bridge-rotated viber by token 1",
                "bridge-rotated viber old secret dropped by token 1", "bridge-removed viber by token 1"),
                house.running.ground().officials().audit().newest(9).stream()
                        .filter(entry -> entry.deed().name().startsWith("BRIDGE"))
                        .map(entry -> entry.deed().word() + " " + entry.what()).toList().reversed());
    }
}
