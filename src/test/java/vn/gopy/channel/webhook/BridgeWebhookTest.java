package vn.gopy.channel.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Address;
import vn.gopy.chat.Incoming;
import vn.gopy.config.Secret;
import vn.gopy.fakes.SettableClock;
import vn.gopy.metrics.Metrics;
import vn.gopy.web.Server;
import vn.gopy.web.WebSettings;
import vn.gopy.wire.Signature;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;

/// The bridges' door on a real server; the stock library signs.
class BridgeWebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NOW = "2026-11-23T01:00:00Z";
    private static final String GOOD = """
            {"id": "m-81723", "from": "opaque-sender-id", "text": "xã Lê Lợi giờ thuộc đâu", "choice": null,
             "language": "vi", "sent_at": "2026-11-23T08:00:00+07:00"}
            """;

    private final SettableClock clock = new SettableClock(NOW);
    private final FakeInbox inbox = new FakeInbox();
    private final Metrics metrics = new Metrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger asked = new AtomicInteger();
    private Server server;

    @BeforeEach
    void open() {
        var signer = new Signer(SigningKey.of("channel-zalo-secret", new Secret(SECRET)));
        var settings = new BridgeSettings(List.of(new Bridge("zalo", "https://zalo.example.org/", signer)));
        server = Server.start(new WebSettings("127.0.0.1", 0, ""),
                List.of(new BridgeWebhook(settings, inbox, this::ask, metrics)));
    }

    private Instant ask() {
        var now = clock.instant();
        asked.incrementAndGet();
        return now;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_signed_message_is_heard() throws Exception {
        var answer = post(GOOD);

        assertEquals(200, answer.statusCode());
        assertEquals("{}", answer.body());
        assertEquals(new Incoming(new Address("zalo", "opaque-sender-id"), "msg_1", "b:m-81723",
                Instant.parse(NOW), Optional.of("vi"), new Incoming.Typed("xã Lê Lợi giờ thuộc đâu")),
                inbox.only());
    }

    @Test
    void a_chosen_button_is_heard_as_pressed() throws Exception {
        assertEquals(200,
                post("{\"id\":\"m\",\"from\":\"f\",\"choice\":\"mood:4\",\"unknown\":[1]}").statusCode());

        assertEquals(new Incoming.Pressed("mood:4", "", ""), inbox.only().content());
        assertEquals(Instant.parse(NOW), inbox.only().sentAt());
        assertEquals(Optional.empty(), inbox.only().languageHint());
    }

    @Test
    void text_is_tidied() throws Exception {
        var typed = Normalizer.normalize("đường  xấu", Normalizer.Form.NFD);
        post("{\"id\":\"m\",\"from\":\"f\",\"text\":\" \\ue000" + typed
                + "\\ue001\\u0000\\r\\nquá\\ttệ \\ud800\\u202e\"}");

        assertEquals(new Incoming.Typed("đường  xấu\nquá tệ"), inbox.only().content());
    }

    @Test
    void a_repeat_is_answered_like_the_first_and_has_no_effect() throws Exception {
        assertEquals(200, post(GOOD).statusCode());
        clock.pass(Duration.ofMinutes(4));
        assertEquals(200, post(GOOD).statusCode());

        assertEquals(1, inbox.heard().size());
    }

    @Test
    void whoever_cannot_be_recognised_gets_one_answer_before_any_json_is_read() throws Exception {
        var good = stock(SECRET, "msg_1", Instant.parse(NOW), "no json");
        var strangers = new LinkedHashMap<String, HttpResponse<String>>();
        strangers.put("another channel", send("/channels/viber/messages", good, "no json"));
        strangers.put("another body", send("/channels/zalo/messages", good, "no jsom"));
        strangers.put("another secret", send("/channels/zalo/messages",
                stock("whsec_" + "A".repeat(40), "msg_1", Instant.parse(NOW), "no json"), "no json"));
        for (int seconds : List.of(-301, 301)) {
            strangers.put("a clock off by " + seconds, send("/channels/zalo/messages",
                    stock(SECRET, "msg_1", Instant.parse(NOW).plusSeconds(seconds), "no json"), "no json"));
        }
        for (var header : List.of(Signature.ID, Signature.TIMESTAMP, Signature.VALUES)) {
            strangers.put("no " + header, send("/channels/zalo/messages", without(good, header), "no json"));
            strangers.put("twice " + header, send("/channels/zalo/messages", twice(good, header), "no json"));
        }

        strangers.forEach((name, answer) -> {
            assertEquals(401, answer.statusCode(), name);
            assertEquals("{\"error\":\"the signature is missing, wrong or too old\"}", answer.body(), name);
        });
        assertEquals(List.of(), inbox.heard());
    }

    @Test
    void a_message_that_breaks_the_format_is_refused_with_the_reason() throws Exception {
        var reasons = new LinkedHashMap<String, String>();
        reasons.put("no json", "the body is not JSON in UTF-8");
        reasons.put("", "the body is not a JSON object");
        reasons.put("[]", "the body is not a JSON object");
        reasons.put("{} {}", "the body is not JSON in UTF-8");
        reasons.put("{\"id\":\"a\",\"id\":\"b\"}", "the body is not JSON in UTF-8");
        reasons.put("[".repeat(500) + "]".repeat(500), "the body is not JSON in UTF-8");
        reasons.put("{\"from\":\"f\",\"text\":\"x\"}", "id is missing");
        reasons.put("{\"id\":\"m\",\"text\":\"x\"}", "from is missing");
        reasons.put("{\"id\":\"m\",\"from\":null,\"text\":\"x\"}", "from is missing");
        reasons.put("{\"id\":7,\"from\":\"f\",\"text\":\"x\"}", "id must be text");
        reasons.put("{\"id\":\"m\",\"from\":\" \",\"text\":\"x\"}", "from must have 1 to 200 characters");
        reasons.put("{\"id\":\"m\",\"from\":\"" + "f".repeat(201) + "\",\"text\":\"x\"}",
                "from must have 1 to 200 characters");
        reasons.put("{\"id\":\"m\",\"from\":\"f\"}", "give either text or choice");
        reasons.put("{\"id\":\"m\",\"from\":\"f\",\"text\":null,\"choice\":null}",
                "give either text or choice");
        reasons.put("{\"id\":\"m\",\"from\":\"f\",\"text\":\"x\",\"choice\":\"y\"}",
                "give either text or choice");
        reasons.put("{\"id\":\"m\",\"from\":\"f\",\"text\":\" \\n\"}", "text has nothing to read in it");
        reasons.put("{\"id\":\"m\",\"from\":\"f\",\"text\":\"" + "ữ".repeat(4097) + "\"}",
                "text is longer than 4096 UTF-16 units: split it");
        reasons.put("{\"id\":\"m\",\"from\":\"f\",\"text\":\"x\",\"sent_at\":\"today\"}",
                "sent_at is not a time such as 2026-11-23T08:00:00+07:00");
        reasons.put("{\"id\":\"m\",\"from\":\"f\",\"text\":\"x\",\"sent_at\":\"+999999999-01-01T00:00:00Z\"}",
                "sent_at is not a time of this century");

        for (var reason : reasons.entrySet()) {
            var answer = post(reason.getKey());
            assertEquals(400, answer.statusCode(), reason.getKey());
            assertEquals("{\"error\":\"" + reason.getValue() + "\"}", answer.body(), reason.getKey());
            assertEquals(Optional.of("application/json;charset=utf-8"),
                    answer.headers().firstValue("content-type"));
        }
        assertEquals(List.of(), inbox.heard());
    }

    @Test
    void text_of_the_greatest_length_is_heard() throws Exception {
        assertEquals(200,
                post("{\"id\":\"m\",\"from\":\"f\",\"text\":\"" + "ữ".repeat(4096) + "\"}").statusCode());
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() throws Exception {
        var body = "{\"id\":\"m\",\"from\":\"f\",\"text\":\"\u00c3(\"}"
                .getBytes(StandardCharsets.ISO_8859_1);
        var signature = new Signer(SigningKey.of("s", new Secret(SECRET))).sign("msg_1", clock.instant(),
                body);
        var request = request("/channels/zalo/messages", pairs(signature.headers()))
                .POST(BodyPublishers.ofByteArray(body)).build();

        assertEquals(400, http.send(request, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void a_body_over_1_mb_is_refused_whether_it_says_so_or_not() throws Exception {
        var large = " ".repeat(1_000_001);
        var signature = stock(SECRET, "msg_1", Instant.parse(NOW), large);
        var chunked = request("/channels/zalo/messages", signature).POST(BodyPublishers
                .ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();

        assertEquals(413, send("/channels/zalo/messages", signature, large).statusCode());
        assertEquals(413, http.send(chunked, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void a_packed_body_is_refused() throws Exception {
        var headers = new ArrayList<>(stock(SECRET, "msg_1", Instant.parse(NOW), GOOD));
        headers.add(Map.entry("content-encoding", "gzip"));

        assertEquals(415, send("/channels/zalo/messages", headers, GOOD).statusCode());
    }

    @Test
    void a_body_that_drips_for_more_than_ten_seconds_is_refused() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var out = socket.getOutputStream();
            var beginning = String.join("\r\n", "POST /channels/zalo/messages HTTP/1.1", "host: x",
                    "webhook-id: m", "webhook-timestamp: 1", "webhook-signature: v1,x", "content-length: 100",
                    "", "a");
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            out.flush();
            awaitReader();
            clock.pass(Duration.ofSeconds(11));
            out.write('b');
            out.flush();

            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertEquals("HTTP/1.1 408", line);
        }
    }

    /// Until the server has asked the clock for the first time, which begins its patience.
    private void awaitReader() {
        while (asked.get() == 0) {
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
    }

    @Test
    void when_nothing_can_be_recorded_the_bridge_is_asked_to_come_again() throws Exception {
        inbox.shut();

        var answer = post(GOOD);

        assertEquals(503, answer.statusCode());
        assertEquals(Optional.of("30"), answer.headers().firstValue("retry-after"));
        assertEquals(1, metrics.counted("gopy_bridge_answers_total{status=\"503\"}"));
    }

    @Test
    void a_language_that_is_no_tag_is_no_hint() throws Exception {
        post("{\"id\":\"m\",\"from\":\"f\",\"text\":\"x\",\"language\":\"Tiếng Việt\"}");

        assertInstanceOf(Incoming.Typed.class, inbox.only().content());
        assertTrue(inbox.only().languageHint().isEmpty());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send("/channels/zalo/messages", stock(SECRET, "msg_1", clock.instant(), body), body);
    }

    private HttpResponse<String> send(String path, List<Map.Entry<String, String>> headers, String body)
            throws IOException, InterruptedException {
        return http.send(request(path, headers).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, List<Map.Entry<String, String>> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .version(HttpClient.Version.HTTP_1_1);
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        return request;
    }

    private static List<Map.Entry<String, String>> stock(String secret, String id, Instant at, String body)
            throws Exception {
        var signed = new Webhook(secret).sign(id, at.getEpochSecond(), body);
        return pairs(new Signature(id, Long.toString(at.getEpochSecond()), signed).headers());
    }

    private static List<Map.Entry<String, String>> pairs(Map<String, String> headers) {
        return List.copyOf(headers.entrySet());
    }

    private static List<Map.Entry<String, String>> without(List<Map.Entry<String, String>> headers,
            String name) {
        return headers.stream().filter(header -> !header.getKey().equals(name)).toList();
    }

    private static List<Map.Entry<String, String>> twice(List<Map.Entry<String, String>> headers,
            String name) {
        var all = new ArrayList<>(headers);
        all.addAll(headers.stream().filter(header -> header.getKey().equals(name)).toList());
        return all;
    }
}
