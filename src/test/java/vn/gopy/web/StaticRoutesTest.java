package vn.gopy.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticRoutesTest {
    @AutoClose
    private final Server server = ServerHeadersTest.started("");

    private String get(String path, String headers) throws IOException {
        return Wire.exchange(server.port(),
                "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "Connection: close\r\n\r\n");
    }

    @Test
    void a_file_under_its_hash_may_be_kept_for_a_year_and_under_its_name_is_asked_for_again()
            throws IOException {
        var address = new StaticFiles().address("gopy.css");

        var exact = get(address, "");
        var plain = get("/static/gopy.css", "");

        assertTrue(exact.startsWith("HTTP/1.1 200 "), exact);
        assertTrue(exact.contains("Cache-Control: public, max-age=31536000, immutable"), exact);
        assertTrue(exact.contains("Content-Type: text/css; charset=utf-8"), exact);
        assertTrue(plain.contains("Cache-Control: no-cache"), plain);
    }

    @Test
    void a_file_that_did_not_change_is_not_sent_again() throws IOException {
        var address = new StaticFiles().address("chat.js");
        var hash = address.substring(address.indexOf("?v=") + 3);

        var again = get("/static/chat.js", "If-None-Match: \"" + hash + "\"\r\n");

        assertTrue(again.startsWith("HTTP/1.1 304 "), again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/", "/static/nothing.css", "/static/openapi.json",
            "/static/..%5cconfig%5cgopy.yaml", "/static/.git", "/static/gopy.CSS", "/.git/config"})
    void nothing_else_is_served(String path) throws IOException {
        var answer = get(path, "");

        assertTrue(answer.startsWith("HTTP/1.1 404 ") || answer.startsWith("HTTP/1.1 400 "), answer);
        assertFalse(answer.contains("appender"), answer);
    }
}
