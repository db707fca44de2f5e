package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.StubServer;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;

/// Keys of programs: what they open, how often, and that they end.
class TokensTest {
    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StubServer peer = StubServer.answering(200);
    private WholeHouse house;
    private Visitor operator;

    @BeforeEach
    void open() {
        house = new WholeHouse(data, Map.of("GOPY_FIGURES_PUBLIC", "false"));
        operator = house.guest("operator");
    }

    @AfterEach
    void close() {
        house.close();
        peer.close();
    }

    private String made(String purpose, String scope, int rate) {
        var page = operator.post("/tokens", "name", "Cổng thông tin", "purpose", purpose, "scope", scope,
                "days",
                "30", "rate", Integer.toString(rate));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        var found = Pattern.compile("<code>(gopy_[A-Za-z0-9_-]{43})</code>").matcher(page.body());
        assertTrue(found.find(), page.body());
        return found.group(1);
    }

    private HttpResponse<String> get(String path, String key) {
        return send(key, HttpRequest.newBuilder(house.uri(path)));
    }

    private HttpResponse<String> post(String path, String key, String body) {
        return send(key, HttpRequest.newBuilder(house.uri(path)).POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json"));
    }

    private HttpResponse<String> send(String key, HttpRequest.Builder request) {
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private List<String> deeds(Deed deed) {
        house.running.ground().database().ledger().commit(_ -> true);
        return house.running.ground().officials().audit().newest(99).stream()
                .filter(entry -> entry.deed() == deed).map(entry -> entry.what()).toList();
    }

    @Test
    void closed_figures_open_to_a_key_for_them_and_to_no_other() {
        var figures = made("figures", "province", 100);
        var endpoints = made("endpoints", "province", 100);
        var path = "/api/v1/releases";

        assertEquals(403, get(path, "").statusCode());
        assertTrue(header(get(path, ""), "WWW-Authenticate").startsWith("Bearer"));
        assertEquals(200, get(path, figures).statusCode());
        assertEquals("no-store", header(get(path, figures), "Cache-Control"));
        assertEquals(403, get(path, endpoints).statusCode());
        for (var wrong : List.of("gopy_" + "A".repeat(43), figures.substring(0, 47), figures + "x")) {
            assertEquals(401, get(path, wrong).statusCode(), wrong);
            assertTrue(header(get(path, wrong), "WWW-Authenticate").startsWith("Bearer"));
        }
        assertEquals(403, get("/api/v1/endpoints", figures).statusCode());
        assertEquals(401, get("/api/v1/endpoints", "").statusCode());
        assertEquals(List.of("token 1 GET /api/v1/endpoints", "token 2 GET /api/v1/releases"),
                deeds(Deed.ACCESS_REFUSED));
        for (var page : List.of("/hooks", "/tokens", "/operations", "/audit", "/account")) {
            assertEquals(403, get(page, figures).statusCode(), page);
        }
    }

    @Test
    void the_key_of_a_unit_opens_its_figures_and_the_provinces_alone() throws IOException {
        var key = made("figures", "new:07030", 100);

        assertEquals(200, get("/api/v1/figures/07030/2026-10", key).statusCode());
        assertEquals(200, get("/api/v1/figures/province/2026-10", key).statusCode());
        assertEquals(403, get("/api/v1/figures/06652/2026-10", key).statusCode());
        var release = json(get("/api/v1/releases", key)).path("releases").get(0).path("id").asText();
        assertEquals(403, get("/api/v1/releases/" + release + "/cells?area=06652", key).statusCode());
        assertEquals(403, get("/api/v1/releases/" + release + "/document", key).statusCode());
    }

    @Test
    void a_key_has_a_share_of_its_own_whatever_the_address() {
        var narrow = made("figures", "province", 2);
        var other = made("figures", "province", 50);

        assertEquals("1", header(get("/api/v1/topics", narrow), "RateLimit-Remaining"));
        assertEquals("2", header(get("/api/v1/topics", narrow), "RateLimit-Limit"));
        var refused = get("/api/v1/topics", narrow);
        assertEquals(429, refused.statusCode());
        assertFalse(header(refused, "Retry-After").isEmpty());
        assertEquals("49", header(get("/api/v1/topics", other), "RateLimit-Remaining"));
        house.clock.pass(Duration.ofMinutes(1));
        assertEquals(200, get("/api/v1/topics", narrow).statusCode());
    }

    @Test
    void a_key_ends_when_an_operator_says_so_and_by_itself() {
        var key = made("figures", "province", 100);
        var other = made("figures", "province", 100);
        assertEquals(303, operator.post("/tokens/1/revoke").statusCode());
        assertEquals(404, operator.post("/tokens/1/revoke").statusCode());
        assertEquals(401, get("/api/v1/topics", key).statusCode());
        assertEquals(200, get("/api/v1/topics", other).statusCode());
        house.clock.pass(Duration.ofDays(30));
        assertEquals(401, get("/api/v1/topics", other).statusCode());

        assertEquals(List.of("1"), deeds(Deed.TOKEN_REVOKED));
        assertEquals(List.of("2 figures province", "1 figures province"), deeds(Deed.TOKEN_MADE));
        assertEquals("dropped 2 keys of programs", retained(Duration.ofDays(800)));
    }

    private String retained(Duration later) {
        house.clock.pass(later);
        return house.running.order("retain").lines().filter(line -> line.contains("keys of programs"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void its_last_day_of_use_is_noted_once_and_the_key_itself_nowhere() throws IOException {
        var key = made("figures", "province", 100);
        get("/api/v1/topics", key);
        get("/api/v1/topics", key);

        assertEquals(List.of("token 1 2026-11-25"), deeds(Deed.KEY_USED));
        var page = operator.get("/tokens").body();
        assertTrue(page.contains("25/11/2026"), page);
        assertFalse(page.contains(key), page);
        house.running.ground().database().upkeep().checkpoint();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(key.substring(5)), file::toString);
            }
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        assertEquals(422, tried("endpoints", "new:07030", "30", "10").statusCode());
        assertEquals(422, tried("figures", "province", "367", "10").statusCode());
        assertEquals(422, tried("figures", "province", "0", "10").statusCode());
        assertEquals(422, tried("figures", "province", "30", "0").statusCode());
        assertEquals(400, tried("everything", "province", "30", "10").statusCode());
        assertEquals(400, tried("figures", "old:06652", "30", "10").statusCode());
        assertEquals(List.of(), deeds(Deed.TOKEN_MADE));
    }

    private HttpResponse<String> tried(String purpose, String scope, String days, String rate) {
        return operator.post("/tokens", "name", "x", "purpose", purpose, "scope", scope, "days", days, "rate",
                rate);
    }

    @Test
    void a_key_is_made_listed_and_ended_on_the_command_line() {
        var told = house.running.order("token-make", "figures", "province", "30", "10", "Cổng");
        var found = Pattern.compile("gopy_[A-Za-z0-9_-]{43}").matcher(told);
        assertTrue(found.find(), told);
        assertEquals(200, get("/api/v1/topics", found.group()).statusCode());
        assertTrue(house.running.order("token-list").startsWith("1  Cổng  figures  province"));
        house.running.order("token-revoke", "1");
        assertEquals(401, get("/api/v1/topics", found.group()).statusCode());
        assertThrows(Refusal.class, () -> house.running.order("token-revoke", "1"));
        assertThrows(Refusal.class,
                () -> house.running.order("token-make", "all", "province", "3", "1", "x"));
    }

    @Test
    void endpoints_are_managed_with_a_key_for_them() throws IOException {
        var key = made("endpoints", "province", 1_000);
        var added = post("/api/v1/endpoints", key, "{\"name\":\"portal\",\"url\":\"" + peer.url()
                + "\",\"events\":[\"release.published\"]}");
        assertEquals(201, added.statusCode(), added.body());
        var secret = json(added).path("secret").asText();
        assertTrue(secret.startsWith("whsec_"));

        var refused = post("/api/v1/endpoints", key,
                "{\"name\":\"inner\",\"url\":\"https://10.0.0.1/\",\"events\":[\"release.published\"]}");
        assertEquals(422, refused.statusCode());
        assertEquals("url-refused", json(refused).path("fault").asText());
        assertEquals(200, json(post("/api/v1/endpoints/portal/test", key, "")).path("status").asInt());
        assertEquals(1, json(get("/api/v1/endpoints/portal/deliveries", key)).path("deliveries").size());
        var rotated = json(post("/api/v1/endpoints/portal/secret", key, "{\"do\":\"rotate\"}"));
        assertFalse(rotated.path("secret").asText().equals(secret));
        assertEquals("2026-11-26T01:00:00Z", rotated.path("both_secrets_until").asText());
        assertFalse(json(post("/api/v1/endpoints/portal/state", key, "{\"do\":\"pause\"}")).path("paused_at")
                .isNull());
        assertTrue(json(post("/api/v1/endpoints/portal/state", key, "{\"do\":\"resume\"}")).path("paused_at")
                .isNull());
        assertEquals(0,
                json(post("/api/v1/endpoints/portal/again", key, "{\"since\":\"2026-11-01T00:00:00Z\"}"))
                        .path("again").asInt());
        assertEquals(200,
                post("/api/v1/endpoints/portal/events", key, "{\"events\":[\"digest.weekly\"]}")
                        .statusCode());
        for (var wrong : List.of("[]", "{", "{\"do\":\"fly\"}", "{\"did\":\"pause\"}")) {
            assertEquals(400, post("/api/v1/endpoints/portal/state", key, wrong).statusCode(), wrong);
        }
        assertFalse(get("/api/v1/endpoints", key).body().contains("whsec_"));
        assertEquals(204, post("/api/v1/endpoints/portal/state", key, "{\"do\":\"remove\"}").statusCode());
        assertEquals(404, get("/api/v1/endpoints/portal", key).statusCode());
        assertEquals(List.of("portal by token 1"), deeds(Deed.ENDPOINT_ADDED));
        assertEquals(List.of("portal by token 1"), deeds(Deed.ENDPOINT_REMOVED));
    }
}
