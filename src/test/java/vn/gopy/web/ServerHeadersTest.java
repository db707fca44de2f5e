package vn.gopy.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.metrics.Metrics;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

class ServerHeadersTest {
    private static final Phrasebook PHRASES = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));

    @AutoClose
    private final Server server = started("");

    static Server started(String publicUrl) {
        var pages = new Pages(PHRASES, "Xã Thử");
        Routes room = routes -> {
            routes.get("/here", request -> request.result("here"));
            routes.post("/here", request -> request.result("got " + request.bodyAsBytes().length));
            routes.get("/fault", _ -> {
                throw new IllegalStateException("0912345678 wrote this");
            });
        };
        return Server.start(new WebSettings("127.0.0.1", 0, publicUrl), new Problems(pages, new Metrics()),
                List.of(room, pages.staticRoutes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /here HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HEAD /here HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
            "DELETE /here HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /fault HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /static/gopy.css HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /static/../../etc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "TRACE /here HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /a%2fb HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "POST /here HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "nonsense\r\n\r\n"})
    void every_answer_carries_the_security_headers(String request) throws IOException {
        var answer = Wire.exchange(server.port(), request);

        assertAll(() -> assertOnce(answer, "Content-Security-Policy: " + SecurityHeaders.CSP),
                () -> assertOnce(answer, "X-Content-Type-Options: nosniff"),
                () -> assertOnce(answer, "Referrer-Policy: no-referrer"),
                () -> assertOnce(answer, "Cross-Origin-Opener-Policy: same-origin"),
                () -> assertOnce(answer, "Cross-Origin-Resource-Policy: same-origin"),
                () -> assertOnce(answer, "Permissions-Policy: accelerometer=()"),
                () -> assertFalse(answer.contains("Strict-Transport-Security"), "HSTS without https"),
                () -> assertFalse(answer.contains("Server:"), "names the server"),
                () -> assertFalse(answer.contains("Access-Control-Allow-Origin"), "opens to other origins"),
                () -> assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer));
    }

    private static void assertOnce(String answer, String header) {
        int at = answer.indexOf("\r\n" + header);
        assertTrue(at > 0, header + " is missing in\n" + answer);
        var name = header.substring(0, header.indexOf(':') + 1);
        assertEquals(-1, answer.indexOf("\r\n" + name, at + 2), name + " stands twice in\n" + answer);
    }

    @Test
    void https_is_demanded_for_a_year_where_the_world_comes_by_https() throws IOException {
        try (var secure = started("https://gopy.example")) {
            var answer = Wire.exchange(secure.port(),
                    "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertOnce(answer, "Strict-Transport-Security: max-age=31536000; includeSubDomains");
        }
    }

    @Test
    void row_46_a_fault_shows_a_request_id_and_nothing_that_was_said() throws IOException {
        var machine = Wire.exchange(server.port(),
                "GET /fault HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        var page = Wire.exchange(server.port(),
                "GET /fault HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertTrue(machine.startsWith("HTTP/1.1 500 "), machine);
        assertTrue(machine.contains("\"request\":\"r"), machine);
        assertTrue(machine.contains("application/problem+json"), machine);
        assertTrue(page.contains("Mã lỗi: r"), page);
        for (var answer : List.of(machine, page)) {
            assertFalse(answer.contains("0912345678") || answer.contains("IllegalState"), answer);
        }
    }

    @Test
    void problems_speak_the_readers_language() throws IOException {
        var statuses = Map.of("/nowhere", "Không có trang này", "/nowhere?lang=en", "There is no such page");
        for (var expected : statuses.entrySet()) {
            var answer = Wire.exchange(server.port(), "GET " + expected.getKey()
                    + " HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
            assertTrue(answer.contains(expected.getValue()), answer);
        }
    }

    @Test
    void a_refused_method_is_told_which_ones_are_taken() throws IOException {
        var answer = Wire.exchange(server.port(),
                "DELETE /here HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
        assertTrue(answer.contains("\r\nAllow: GET"), answer);
    }
}
