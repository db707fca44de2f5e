package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.chat.Incoming.Typed;

/// The intake contract at the webhook (T1–T5): which request gets which status, and what is recorded.
class WebhookContractTest {
    private static final String UPDATE = """
            {"update_id": 501, "message": {"message_id": 7, "date": 1760000000, "text": "xin chào",
             "chat": {"id": 42, "type": "private"}, "from": {"id": 42, "is_bot": false, "first_name": "An"}}}
            """;

    @AutoClose
    private final Door door = Door.open();

    @Test
    void an_update_is_recorded_and_answered_200_without_a_body() throws Exception {
        var answer = door.post(UPDATE);

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(new Typed("xin chào"), door.inbox().heard().getFirst().content());
        assertEquals("42/501", door.inbox().heard().getFirst().updateKey());
    }

    @Test
    void a_repeated_update_is_answered_200_and_heard_once() throws Exception {
        door.post(UPDATE);

        var answer = door.post(UPDATE);

        assertEquals(200, answer.statusCode());
        assertEquals(1, door.inbox().heard().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "the-secret-of-the-tests-is-this-on",
            "THE-SECRET-OF-THE-TESTS-IS-THIS-ONE",
            "the-secret-of-the-tests-is-this-one2"})
    void a_wrong_secret_is_answered_401_without_a_body(String secret) throws Exception {
        var answer = door.post(UPDATE, "X-Telegram-Bot-Api-Secret-Token", secret);

        assertEquals(401, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(List.of(), door.inbox().heard());
    }

    @Test
    void a_missing_secret_is_answered_401() throws Exception {
        assertEquals(401, door.send("POST", UPDATE.getBytes(StandardCharsets.UTF_8)).statusCode());
    }

    @Test
    void the_second_secret_is_accepted_while_it_is_changed() throws Exception {
        assertEquals(200, door.post(UPDATE, "X-Telegram-Bot-Api-Secret-Token", Door.OLD_SECRET).statusCode());
    }

    @Test
    void a_stranger_is_turned_away_before_the_body_arrives() throws IOException {
        var head = String.join("\r\n", "POST /telegram/webhook HTTP/1.1", "Host: x",
                "Content-Length: 500000", "X-Telegram-Bot-Api-Secret-Token: guess", "", "");

        assertTrue(firstLine(head).startsWith("HTTP/1.1 401"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND"})
    void other_methods_are_answered_405(String method) throws IOException {
        var request = method + " /telegram/webhook HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertTrue(firstLine(request).startsWith("HTTP/1.1 405"), () -> method);
    }

    @Test
    void a_compressed_body_is_answered_415() throws Exception {
        var answer = door.post(UPDATE, "X-Telegram-Bot-Api-Secret-Token", Door.SECRET, "Content-Encoding",
                "gzip");

        assertEquals(415, answer.statusCode());
    }

    @Test
    void a_body_over_a_megabyte_is_answered_413() throws Exception {
        var large = ("{\"update_id\": 1, \"x\": \"" + "a".repeat(1_000_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(413, door.post(large).statusCode());
        assertEquals(413, door.postChunked(large).statusCode());
    }

    @Test
    void a_body_in_chunks_is_read_like_any_other() throws Exception {
        assertEquals(200, door.postChunked(UPDATE.getBytes(StandardCharsets.UTF_8)).statusCode());
        assertEquals(1, door.inbox().heard().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "true", "7", "\"text\"", "[]", "[{\"update_id\": 1}]", "{", "{}",
            "{\"update_id\"", "{\"update_id\": }", "{\"message\": {}}", "{\"update_id\": null}",
            "{\"update_id\": \"1\"}", "{\"update_id\": 1.0}", "{\"update_id\": 1e3}", "{\"update_id\": true}",
            "{\"update_id\": 2147483648}", "{\"update_id\": -2147483649}", "{\"update_id\": [1]}",
            "{\"update_id\": {\"a\": 1}}", "{\"update_id\": 99999999999999999999999999}",
            "{\"update_id\": 1, \"update_id\": 2}", "{\"update_id\": 1} x", "{\"update_id\": 1}{}",
            "{\"update_id\": 1,}", "{'update_id': 1}", "{\"update_id\": NaN}", "{\"update_id\": 01}",
            "\uFEFF{\"update_id\": 1}", "// a comment\n{\"update_id\": 1}"})
    void what_is_no_update_is_answered_400(String body) throws Exception {
        var answer = door.post(body);

        assertEquals(400, answer.statusCode());
        assertEquals(List.of(), door.inbox().parked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"update_id\": 1}", "{\"update_id\": 0}", "{\"update_id\": -5}",
            "{\"update_id\": 2147483647, \"purchased_paid_media\": {}}",
            "{\"update_id\": 1, \"message\": null}",
            "{\"update_id\": 1, \"message\": []}", "{\"update_id\": 1, \"message\": {}}",
            "{\"message\": {\"chat\": 3}, \"update_id\": 1}",
            "{\"update_id\": 1, \"a kind of tomorrow\": 2}"})
    void what_is_authentic_but_unclear_is_parked_and_answered_200(String body) throws Exception {
        var answer = door.post(body);

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(1, door.inbox().parked().size());
    }

    @Test
    void telegram_is_asked_to_come_again_when_nothing_can_be_recorded() throws Exception {
        door.inbox().beUnavailable(17);

        var answer = door.post(UPDATE);

        assertEquals(503, answer.statusCode());
        assertEquals("17", answer.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void a_turn_that_throws_is_parked_and_the_chat_goes_on() throws Exception {
        door.inbox().failToAccept(true);

        assertEquals(200, door.post(UPDATE).statusCode());
        assertEquals("Typed", door.inbox().parked().getFirst().kind());
    }

    @Test
    void nothing_is_lost_when_not_even_parking_works() throws Exception {
        door.inbox().failToAccept(true);
        door.inbox().failToPark(true);

        assertEquals(503, door.post(UPDATE).statusCode());

        door.inbox().failToAccept(false);
        assertEquals(200, door.post(UPDATE).statusCode());
        assertEquals(1, door.inbox().heard().size());
    }

    private String firstLine(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var line = new StringBuilder();
            for (int c = socket.getInputStream().read(); c >= 0
                    && c != '\r'; c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }
}
