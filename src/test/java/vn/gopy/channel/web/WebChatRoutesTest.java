package vn.gopy.channel.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.chat.Address;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;

class WebChatRoutesTest {
    private static final String CONVERSATION = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final Address RESIDENT = new Address("web", CONVERSATION);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ChatHouse house;

    @BeforeEach
    void start() {
        house = new ChatHouse(Duration.ofSeconds(1), 2);
    }

    @AfterEach
    void stop() {
        house.close();
        client.shutdownNow();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + path))
                .timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json")
                .header("Origin", "http://127.0.0.1:" + house.port());
    }

    private HttpResponse<String> say(String body) throws IOException, InterruptedException {
        return client.send(to("/chat/messages").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String message(String id, String part) {
        return "{\"conversation\":\"%s\",\"id\":\"%s\",%s}".formatted(CONVERSATION, id, part);
    }

    private BufferedReader listen(String seen) throws IOException, InterruptedException {
        var answer = client.send(to("/chat/stream")
                .POST(HttpRequest.BodyPublishers
                        .ofString("{\"conversation\":\"%s\",\"seen\":%s}".formatted(CONVERSATION, seen)))
                .build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        assertEquals("text/event-stream; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty(),
                "a stream must not be compressed");
        var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertEquals(":", reader.readLine().strip());
        reader.readLine();
        return reader;
    }

    private static String nextData(BufferedReader stream) throws IOException {
        for (var line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith("data: ")) {
                return line;
            }
        }
        throw new IOException("the stream ended");
    }

    private static Shipment shipment(String key) {
        return new Shipment(key, RESIDENT, Reply.of("Xin chào " + key), "", "");
    }

    @Test
    void a_message_is_heard_once_however_often_it_is_sent() throws IOException, InterruptedException {
        var first = say(message("m1", "\"text\":\"xin chào\",\"language\":\"en\""));
        var again = say(message("m1", "\"text\":\"xin chào\",\"language\":\"en\""));

        assertEquals(List.of(202, 200), List.of(first.statusCode(), again.statusCode()));
        var heard = house.inbox().heard().getFirst();
        assertEquals(new Incoming.Typed("xin chào"), heard.content());
        assertEquals(RESIDENT, heard.from());
        assertEquals("en", heard.pageLanguage().orElseThrow());
        assertFalse(heard.updateKey().contains(CONVERSATION), "the key must not tell the conversation");
    }

    @Test
    void typed_text_arrives_composed_and_clean() throws IOException, InterruptedException {
        say(message("m1", "\"text\":\"  xa\\u0303 \\ue000Lê\\ue001 \\u0007 \\ud800  \""));
        say(message("m2", "\"choice\":\"gopy\""));

        assertEquals(new Incoming.Typed("xã Lê"), house.inbox().heard().getFirst().content());
        assertEquals(new Incoming.Pressed("gopy", "m2", ""), house.inbox().heard().getLast().content());
    }

    @Test
    void the_page_about_privacy_tells_the_numbers_that_are_set() throws IOException, InterruptedException {
        var page = client.send(to("/privacy").build(), HttpResponse.BodyHandlers.ofString()).body();
        var english = client.send(to("/privacy?lang=en").build(), HttpResponse.BodyHandlers.ofString())
                .body();

        for (var told : List.of("từ 20 người trở lên", "24 tháng, gắn với", "Nhiều nhất 24 tháng",
                "90 ngày sau lần nhắn cuối", "10 ngày sau lần nhắn cuối")) {
            assertTrue(page.contains(told), told);
        }
        assertTrue(english.contains("10 days after your last message"), english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}",
            "{\"conversation\":\"short\",\"id\":\"m\",\"text\":\"a\"}",
            "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"text\":\"a\"}",
            "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"id\":\"m\"}",
            "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"id\":\"m\",\"text\":\" \"}",
            "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"id\":\"m\",\"text\":7}",
            "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"id\":\"m\",\"text\":\"a\",\"choice\":\"b\"}",
            "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"id\":\"m\",\"text\":\"a\",\"text\":\"b\"}",
            "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"id\":\"m\",\"choice\":\"\"}"})
    void what_the_page_would_never_send_is_refused(String body) throws IOException, InterruptedException {
        assertEquals(400, say(body).statusCode());
        assertEquals(List.of(), house.inbox().heard());
    }

    @Test
    void too_long_is_told_from_unreadable() throws IOException, InterruptedException {
        assertEquals(413, say(message("m1", "\"text\":\"" + "a".repeat(4097) + "\"")).statusCode());
        assertEquals(202, say(message("m1", "\"text\":\"" + "a".repeat(4096) + "\"")).statusCode());
        assertEquals(400, say(message("m2", "\"text\":" + "[".repeat(5000))).statusCode());
    }

    @Test
    void a_resting_service_says_when_to_come_back() throws IOException, InterruptedException {
        house.inbox().rest(true);

        var answer = say(message("m1", "\"text\":\"a\""));

        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Origin, null", "Sec-Fetch-Site, cross-site",
            "Sec-Fetch-Site, same-site", "Sec-Fetch-Site, none", "X-None, x"})
    void another_sites_page_is_refused(String header, String value) throws IOException, InterruptedException {
        var request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + house.port() + "/chat/messages"))
                .header("Content-Type", "application/json").header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(message("m1", "\"text\":\"a\"")));

        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertEquals(403, answer.statusCode());
        assertEquals(List.of(), house.inbox().heard());
    }

    @Test
    void an_open_page_hears_replies_and_heartbeats() throws IOException, InterruptedException {
        try (var page = listen("[]")) {
            var delivery = house.channel().send(shipment("k1"));

            assertEquals(new Delivery.Sent("k1"), delivery);
            var told = nextData(page);
            assertTrue(told.contains("\"text\":\"Xin chào k1\"") && told.contains("\"id\":\"k1\""), told);
            page.readLine();
            assertEquals(":", page.readLine().strip());
        }
    }

    @Test
    void a_reply_without_an_open_page_is_kept_and_costs_no_attempt() {
        var delivery = house.channel().send(shipment("k1"));

        assertTrue(
                delivery instanceof Delivery.TryAgain(_, _, var everyone, var counts) && !everyone && !counts,
                delivery.toString());
    }

    @Test
    void what_waited_arrives_when_the_page_comes_back() throws IOException, InterruptedException {
        say(message("m1", "\"text\":\"/start\""));

        try (var page = listen("[]")) {
            assertTrue(nextData(page).contains("Xin chào"));
        }
    }

    @Test
    void a_page_that_lost_its_line_gets_again_what_it_has_not_seen()
            throws IOException, InterruptedException {
        try (var lost = listen("[]")) {
            house.channel().send(shipment("k1"));
            house.channel().send(shipment("k2"));
            try (var back = listen("[\"k1\"]")) {
                assertTrue(nextData(back).contains("\"id\":\"k2\""));
            }
            assertTrue(nextData(lost).contains("\"id\":\"k1\""));
        }
    }

    @Test
    void an_edit_keeps_the_name_of_the_message_it_replaces() throws IOException, InterruptedException {
        try (var page = listen("[]")) {
            var delivery = house.channel()
                    .send(new Shipment("k9", RESIDENT, Reply.of("mới"), "", "k1"));

            assertEquals(new Delivery.Sent("k1"), delivery);
            assertTrue(nextData(page).contains("\"edits\":\"k1\""));
        }
    }

    @Test
    void a_chart_arrives_as_a_picture_with_its_words_and_is_not_kept_in_memory()
            throws IOException, InterruptedException {
        var chart = new Picture("Phường Hoành Bồ", "Tháng 10/2026",
                List.of(new Bar("Hài lòng", "42 %", Optional.of(new Span(42, 31, 54)), Tone.HIGH)),
                List.of());
        try (var page = listen("[]")) {
            house.channel()
                    .send(new Shipment("k9", RESIDENT, Reply.of("Hài lòng 42 %").showing(chart), "", ""));

            var told = nextData(page);
            assertTrue(told.contains("\"picture\":\"data:image/png;base64,iVBORw0KGgo"), told);
            assertTrue(told.contains("\"pictured\":\"Phường Hoành Bồ, Tháng 10/2026\""), told);
            assertTrue(told.contains("\"text\":\"Hài lòng 42 %\""), told);
            try (var back = listen("[]")) {
                var again = nextData(back);
                assertTrue(again.contains("\"text\":\"Hài lòng 42 %\""), again);
                assertFalse(again.contains("data:image"), again);
            }
        }
    }

    @Test
    void too_many_open_pages_are_asked_to_come_later() throws IOException, InterruptedException {
        try (var one = listen("[]"); var two = listen("[]")) {
            var third = client.send(to("/chat/stream")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"conversation\":\"" + CONVERSATION + "\"}"))
                    .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertEquals(503, third.statusCode());
            assertTrue(third.headers().firstValue("Retry-After").isPresent());
            assertTrue(one.readLine() != null && two.readLine() != null);
        }
    }

    @Test
    void closing_the_channel_ends_every_stream() throws IOException, InterruptedException {
        try (var page = listen("[]")) {
            house.channel().close();

            while (page.readLine() != null) {
                // heartbeats that were under way
            }
        }
    }
}
