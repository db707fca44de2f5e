package vn.gopy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Raw bytes that no browser sends (contracts.md section 5, row 21, and section 8, F10 and F12).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWireTest {
    private static final String END = "Host: a\r\nConnection: close\r\n\r\n";

    private Server server;

    @BeforeAll
    void start() {
        server = ServerHeadersTest.started("");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// In a request `|` stands for the end of a line.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '#', value = {
            "400# two lengths# POST /here HTTP/1.1|Host: a|Content-Length: 3|Content-Length: 4||abcd",
            "400# a length and chunks# POST /here HTTP/1.1|Host: a|Content-Length: 3|Transfer-Encoding: chunked||0||",
            "400# a length that is no number# POST /here HTTP/1.1|Host: a|Content-Length: x||",
            "400# a negative length# POST /here HTTP/1.1|Host: a|Content-Length: -1||",
            "400# chunks without a size# POST /here HTTP/1.1|Host: a|Transfer-Encoding: chunked||zz|abc||",
            "400# no host# GET /here HTTP/1.1||", "400# two hosts# GET /here HTTP/1.1|Host: a|Host: b||",
            "400# a space before the colon# GET /here HTTP/1.1|Host : a||",
            "400# a folded header# GET /here HTTP/1.1|Host: a|X: 1| 2||",
            "400# an ambiguous slash# GET /a%2fb HTTP/1.1|Host: a||",
            "400# an ambiguous dot# GET /a/%2e%2e/b HTTP/1.1|Host: a||",
            "400# a path parameter with dots# GET /a/..;/b HTTP/1.1|Host: a||",
            "400# a zero in the path# GET /a%00b HTTP/1.1|Host: a||",
            "405# TRACE# TRACE /here HTTP/1.1|Host: a||",
            "415# a compressed body# POST /here HTTP/1.1|Host: a|Content-Encoding: gzip|Content-Length: 3||abc",
            "413# a long body announced# POST /here HTTP/1.1|Host: a|Content-Length: 1000001||",
            "400# no request at all# hello||", "505# a version to come# GET /here HTTP/3.0|Host: a||"})
    void row_21_broken_framing_is_refused(int status, String name, String request) throws IOException {
        var answer = Wire.exchange(server.port(),
                request.replace("|", "\r\n").replaceFirst("Host: a\r\n", "Host: a\r\nConnection: close\r\n"));

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), () -> name + ":\n" + answer);
        assertEquals(answer.indexOf("HTTP/1.1 "), answer.lastIndexOf("HTTP/1.1 "),
                () -> name + " was heard as two requests:\n" + answer);
    }

    /// An address in full may name this house alone, and its path is what counts.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', value = {"200# GET http://a/here HTTP/1.1|Host: a||",
            "400# GET http://evil.example/here HTTP/1.1|Host: a||",
            "400# GET //evil.example/here HTTP/1.1|Host: a||",
            "400# GET evil.example:80 HTTP/1.1|Host: a||", "404# GET http://a/nowhere HTTP/1.1|Host: a||",
            "405# TRACE http://a/here HTTP/1.1|Host: a||"})
    void row_21_an_address_in_full_leads_nowhere_else(int status, String request) throws IOException {
        var answer = Wire.exchange(server.port(),
                request.replace("|", "\r\n").replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), () -> request + ":\n" + answer);
        assertFalse(answer.contains("evil") || answer.contains("Location:"), answer);
    }

    @Test
    void a_header_over_eight_kilobytes_is_refused() throws IOException {
        var answer = Wire.exchange(server.port(),
                "GET /here HTTP/1.1\r\nX: " + "x".repeat(9_000) + "\r\n" + END);

        assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
    }

    @Test
    void a_long_body_in_chunks_is_refused_before_it_is_kept() throws IOException {
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var answer = Wire.exchange(server.port(),
                "POST /here HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + END
                        + chunk.repeat(17) + "0\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    /// The whole body is sent before the answer is read, as simple clients do: a connection reset over unread
    /// bytes would have taken the answer with it.
    @ParameterizedTest
    @CsvSource({"413, 3000000, identity", "415, 1000000, gzip"})
    void who_sends_on_after_a_refusal_still_learns_why(int status, int length, String encoding)
            throws IOException {
        var request = "POST /here HTTP/1.1\r\nContent-Length: " + length + "\r\nContent-Encoding: " + encoding
                + "\r\n" + END + "x".repeat(length);
        for (int i = 0; i < 20; i++) {
            var answer = Wire.exchange(server.port(), request);

            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        }
    }

    @Test
    void who_never_stops_sending_is_let_go() throws IOException {
        try (var wire = new Wire(server.port())) {
            wire.write("POST /here HTTP/1.1\r\nContent-Length: 2000000000\r\n" + END);

            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 2_000; i++) {
                    wire.write("x".repeat(1_000_000));
                }
            });
        }
    }

    @Test
    void http_2_is_not_spoken() throws IOException {
        var settings = "Upgrade: h2c|HTTP2-Settings: AAMAAABkAAQAAP__|Connection: Upgrade, HTTP2-Settings, close|";
        var upgrade = Wire.exchange(server.port(),
                ("GET /here HTTP/1.1|" + settings + "Host: a||").replace("|", "\r\n"));

        assertTrue(upgrade.startsWith("HTTP/1.1 200 "), upgrade);
    }

    @Test
    void row_20_what_a_proxy_claims_is_not_believed() throws IOException {
        Routes room = routes -> routes.get("/who",
                request -> request.result(request.ip() + " " + request.scheme() + " " + request.host()));
        try (var open = Server.start(new WebSettings("127.0.0.1", 0, ""), List.of(room))) {
            var answer = Wire.exchange(open.port(), "GET /who HTTP/1.1\r\nX-Forwarded-For: 9.9.9.9\r\n"
                    + "X-Forwarded-Proto: https\r\nX-Forwarded-Host: evil\r\nForwarded: for=9.9.9.9\r\n"
                    + END);

            assertTrue(answer.endsWith("127.0.0.1 http a"), answer);
        }
    }

    @Test
    void a_body_that_drips_is_cut_off() throws IOException, InterruptedException {
        try (var wire = new Wire(server.port())) {
            wire.write("POST /here HTTP/1.1\r\nContent-Length: 500\r\n" + END);
            var answer = new StringBuilder();
            var reader = Thread.ofVirtual().start(() -> {
                try {
                    answer.append(wire.readAll());
                } catch (IOException closed) {
                    answer.append("closed ").append(closed.getClass().getSimpleName());
                }
            });
            for (int i = 0; i < 40 && reader.isAlive(); i++) {
                drip(wire);
                reader.join(Duration.ofMillis(250));
            }

            assertFalse(reader.isAlive(), "a body of 4 bytes a second was borne for 10 s");
            assertTrue(
                    answer.toString().startsWith("HTTP/1.1 408 ") || answer.toString().startsWith("closed"),
                    answer.toString());
        }
    }

    private static void drip(Wire wire) {
        try {
            wire.write("x");
        } catch (IOException _) {
            // the server has closed: that is what the test waits for
        }
    }

    @Test
    void eight_hundred_half_open_requests_do_not_keep_others_waiting() throws IOException {
        var loris = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 800; i++) {
                var wire = new Wire(server.port());
                loris.add(wire);
                wire.write(i % 2 == 0
                        ? "GET /here HTTP/1.1\r\nHost: a\r\nX-Slow: "
                        : "POST /here HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx");
            }
            for (int i = 0; i < 20; i++) {
                long before = System.nanoTime();
                var answer = Wire.exchange(server.port(), "GET /here HTTP/1.1\r\n" + END);

                assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
                assertTrue(System.nanoTime() - before < 2_000_000_000L, "a probe took over 2 s");
            }
        } finally {
            for (var wire : loris) {
                wire.close();
            }
        }
    }
}
