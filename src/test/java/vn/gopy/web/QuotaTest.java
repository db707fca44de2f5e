package vn.gopy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gopy.fakes.SettableClock;

/// So many requests a minute for each caller, and no more.
class QuotaTest {
    private final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");

    private Server server(int most, Set<String> proxies) {
        var quota = new Quota(most, new Callers(proxies), clock);
        return Server.start(new WebSettings("127.0.0.1", 0, ""), List.of(routes -> {
            routes.before("/counted", quota::admit);
            routes.get("/counted", request -> request.result("x"));
        }));
    }

    private static HttpResponse<String> get(Server server, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/counted"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void who_asks_too_often_is_told_how_long_to_wait() throws Exception {
        try (var server = server(3, Set.of())) {
            for (int left = 2; left >= 0; left--) {
                var answer = get(server);
                assertEquals(200, answer.statusCode());
                assertEquals("3", header(answer, "RateLimit-Limit"));
                assertEquals(Integer.toString(left), header(answer, "RateLimit-Remaining"));
            }
            clock.pass(Duration.ofSeconds(20));

            var refused = get(server);

            assertEquals(429, refused.statusCode());
            assertEquals("40", header(refused, "Retry-After"));
            assertEquals("40", header(refused, "RateLimit-Reset"));
            assertEquals("0", header(refused, "RateLimit-Remaining"));
            assertTrue(header(refused, "Content-Type").startsWith("application/problem+json"));
            clock.pass(Duration.ofSeconds(40));
            assertEquals(200, get(server).statusCode());
        }
    }

    @Test
    void row_20_a_forwarded_address_is_believed_of_a_configured_proxy_alone() throws Exception {
        try (var server = server(1, Set.of())) {
            assertEquals(200, get(server, "X-Forwarded-For", "192.0.2.1").statusCode());
            assertEquals(429, get(server, "X-Forwarded-For", "192.0.2.2").statusCode());
        }
        try (var server = server(1, Set.of("127.0.0.1"))) {
            assertEquals(200, get(server, "X-Forwarded-For", "192.0.2.1").statusCode());
            assertEquals(200, get(server, "X-Forwarded-For", "192.0.2.2").statusCode());
            assertEquals(429, get(server, "X-Forwarded-For", "203.0.113.9, 192.0.2.2").statusCode());
            assertEquals(429, get(server, "X-Forwarded-For", "203.0.113.10", "X-Forwarded-For", "192.0.2.2")
                    .statusCode(), "the proxy's own line is the last");
            assertEquals(200, get(server, "X-Forwarded-For", "2001:db8::1").statusCode());
            assertEquals(429, get(server, "X-Forwarded-For", "2001:db8::2").statusCode());
            assertEquals(200, get(server, "X-Forwarded-For", "2001:db8:1::2").statusCode());
            assertEquals(200, get(server, "X-Forwarded-For", "x:y").statusCode());
            assertEquals(429, get(server, "X-Forwarded-For", "no:address").statusCode());
        }
    }

    @Test
    void nothing_says_no_limit() throws Exception {
        try (var server = server(0, Set.of())) {
            assertEquals("", header(get(server), "RateLimit-Limit"));
        }
    }
}
