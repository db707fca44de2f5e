package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Fault;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Visitor;
import vn.gopy.web.LogLines;

/// What the log says, and what it never says (contracts.md section 5, row 44).
class LogRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAIN_PART = "kanari";

    @TempDir
    Path data;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Kept kept = new Kept();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> canaries = new ArrayList<>();

    /// Writes each event as the program does, in the thread that logs it.
    private static final class Kept extends AppenderBase<ILoggingEvent> {
        private final LogLines lines = new LogLines();
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            written.add(new String(lines.encode(event), StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void listen() {
        kept.start();
        root.addAppender(kept);
    }

    @AfterEach
    void leave() {
        root.detachAppender(kept);
    }

    /// A word that stands nowhere else; the log is searched for it at the end.
    private String canary() {
        var word = MAIN_PART + (100 + canaries.size()) + "q";
        canaries.add(word);
        return word;
    }

    /// The same with what would break a line, a colour or a log viewer.
    private String hostile() {
        return canary()
                + "\n{\"level\":\"INFO\",\"event\":\"forged\"}\r\u001B[31m\u2028\u0085\u009B31m\u202E%s${jndi:ldap://x}";
    }

    @Test
    void row_44_of_forty_canaries_sent_to_every_door_none_is_in_the_log() throws Exception {
        var token = "99:" + canary();
        var metrics = canary();
        var webhook = canary() + "-0123456789abcdef0123";
        try (var house = new WholeHouse(data, Map.of("GOPY_METRICS_TOKEN", metrics,
                "GOPY_TELEGRAM_WEBHOOK_SECRET", webhook, "GOPY_TELEGRAM_TOKEN", token))) {
            house.api.always("sendMessage", new Fault.Answers(500, "text/html", hostile(), ""));
            telegram(house, webhook);
            web(house);
            bridge(house);
            officials(house);
            wire(house);
            orders(house);
            // whatever fails tells more than what goes well
            house.running.ground().database().close();
            telegram(house, webhook);
            officials(house);
            get(house, "/figures/07030", "User-Agent", canary());
        }
        assertTrue(canaries.size() >= 40, () -> "canaries: " + canaries.size());
        System.out.printf("%d canaries, %d log lines%n", canaries.size(), kept.written.size());
        assertTrue(kept.written.size() >= 5, "the log was silent");
        assertTrue(kept.written.stream().anyMatch(line -> line.contains("\"fault\":")),
                "no fault was logged");
        for (var line : kept.written) {
            isOneEvent(line);
            assertFalse(line.contains(MAIN_PART), line);
        }
    }

    private static void isOneEvent(String line) throws IOException {
        assertEquals(line.length() - 1, line.indexOf('\n'), line);
        assertFalse(line.substring(0, line.length() - 1).matches("(?s).*[\\p{Cc}\\p{Cf}\u2028\u2029].*"),
                line);
        var read = JSON.readTree(line);
        assertTrue(read.path("time").textValue().endsWith("Z"), line);
        Instant.parse(read.path("time").textValue());
        for (var field : List.of("level", "from", "event")) {
            assertFalse(read.path(field).asText().isBlank(), line);
        }
    }

    private void telegram(WholeHouse house, String secret) throws Exception {
        var plain = message(house);
        plain.withObject("message").put("text", hostile());
        plain.withObject("message").withObject("from").put("first_name", hostile()).put("username", hostile())
                .put("language_code", canary());
        var press = JSON.createObjectNode().put("update_id", 501);
        press.withObject("callback_query").put("id", canary()).put("data", hostile()).withObject("from")
                .put("id", 8).put("first_name", hostile());
        var strange = JSON.createObjectNode().put("update_id", 502);
        strange.withObject(canary()).put("value", hostile());
        var wrong = message(house).put("update_id", 503);
        wrong.withObject("message").put("text", 7).put("date", hostile());
        for (var body : List.of(plain.toString(), press.toString(), strange.toString(), wrong.toString(),
                "{\"update_id\":504,\"" + canary(), canary())) {
            post(house, "/telegram/webhook", body, "X-Telegram-Bot-Api-Secret-Token", secret);
        }
        post(house, "/telegram/webhook", plain.toString(), "X-Telegram-Bot-Api-Secret-Token", canary());
    }

    private static ObjectNode message(WholeHouse house) {
        var update = JSON.createObjectNode().put("update_id", 500);
        var message = update.withObject("message");
        message.put("message_id", 9).put("date", house.clock.instant().getEpochSecond()).put("text",
                "xin chào");
        message.withObject("chat").put("id", 8).put("type", "private");
        message.withObject("from").put("id", 8).put("is_bot", false);
        return update;
    }

    private void web(WholeHouse house) throws Exception {
        for (var body : List.of(
                JSON.createObjectNode().put("conversation", "A".repeat(22)).put("id", canary()).put("text",
                        hostile()),
                JSON.createObjectNode().put("conversation", "A".repeat(22)).put("id", "c1").put("choice",
                        canary()),
                JSON.createObjectNode().put("conversation", hostile()).put("id", "1").put("text",
                        hostile()))) {
            post(house, "/chat/messages", body.toString(), "Sec-Fetch-Site", "same-origin");
        }
        get(house, "/chat/" + canary(), "Referer", "https://x.example/" + canary());
        get(house, "/figures?period=" + canary(), "User-Agent", canary());
        get(house, "/static/" + canary() + ".css", "X-Forwarded-For", canary());
        get(house, "/metrics", "Authorization", "Bearer " + canary());
        get(house, "/figures/" + URLEncoder.encode(hostile(), StandardCharsets.UTF_8), "Accept-Language",
                canary());
        get(house, "/account", "Cookie", "session=" + canary());
    }

    private void bridge(WholeHouse house) throws Exception {
        var body = JSON.createObjectNode().put("id", canary()).put("from", canary()).put("text", hostile())
                .toString();
        long now = house.clock.instant().getEpochSecond();
        var id = canary();
        var request = HttpRequest.newBuilder(house.uri("/channels/zalo/messages"))
                .header("webhook-id", id).header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(WholeHouse.BRIDGE_SECRET).sign(id, now, body))
                .POST(BodyPublishers.ofString(body)).build();
        client.send(request, BodyHandlers.discarding());
        post(house, "/channels/zalo/messages", "{\"text\":\"" + canary() + "\"}", "webhook-signature",
                "v1," + canary());
    }

    private void officials(WholeHouse house) {
        var visitor = new Visitor(house.running.port(), house.clock);
        visitor.post("/sign-in", "name", hostile(), "password", hostile());
        visitor.post("/sign-in", "name", "operator", "password", canary());
        visitor.post("/join", "code", hostile());
        visitor.post("/join/set-up", "code", canary(), "name", hostile(), "password", canary(), "again",
                canary(), "factor", canary());
        house.guest("operator").post("/account/password", "present", canary(), "password", canary(), "again",
                canary());
        house.guest("operator").post("/people", "role", hostile(), "scope", canary());
    }

    /// Bytes that no client library sends.
    private void wire(WholeHouse house) throws IOException {
        for (var request : List.of("GET /" + canary() + " HTTP/9.9\r\n\r\n",
                "GET /figures HTTP/1.1\r\nHost: a\r\nX : " + canary() + "\r\n\r\n", canary() + "\r\n\r\n",
                "POST /chat/messages HTTP/1.1\r\nHost: " + canary() + "\r\nContent-Length: " + canary()
                        + "\r\n\r\n",
                "GET /%00" + canary() + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.running.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        }
    }

    private void orders(WholeHouse house) {
        house.running.order("erase", "telegram", canary());
        assertThrows(Refusal.class, () -> house.running.order("hook-test", canary()));
        assertThrows(Refusal.class, () -> house.running.order(canary()));
    }

    private void post(WholeHouse house, String path, String body, String... headers) throws Exception {
        client.send(HttpRequest.newBuilder(house.uri(path)).header("Content-Type", "application/json")
                .headers(headers).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding());
    }

    private void get(WholeHouse house, String path, String... headers) throws Exception {
        client.send(HttpRequest.newBuilder(house.uri(path)).headers(headers).build(),
                BodyHandlers.discarding());
    }

    @Test
    void row_44_whatever_an_event_says_it_is_one_line_of_json() throws Exception {
        var logger = LoggerFactory.getLogger("vn.gopy.test");
        var said = hostile();
        logger.atWarn().addKeyValue("key\n\"", said).addKeyValue("number", 7).log("an event " + said);
        logger.atError().setCause(new IOException(said, new IllegalStateException(said))).log("a fault");

        assertEquals(2, kept.written.size());
        for (var line : kept.written) {
            isOneEvent(line);
        }
        assertEquals(said, JSON.readTree(kept.written.getFirst()).path("key\n\"").textValue());
        assertFalse(kept.written.getLast().contains(MAIN_PART), "what an exception says may quote somebody");
    }

    @Test
    void row_44_what_a_request_leads_to_carries_its_id() throws Exception {
        try (var house = new WholeHouse(data, Map.of())) {
            house.running.ground().database().close();
            kept.written.clear();
            var answer = client
                    .send(HttpRequest.newBuilder(house.uri("/account")).header("Cookie", "session=x")
                            .build(), BodyHandlers.ofString());
            var id = JSON.readTree(answer.body()).path("request").textValue();

            assertEquals(500, answer.statusCode());
            assertTrue(kept.written.stream().anyMatch(line -> line.contains("\"request\":\"" + id + "\"")),
                    () -> id + " in " + kept.written);
        }
    }

    @Test
    void row_38_no_secret_is_told_by_a_setting_that_is_wrong() {
        for (var wrong : Map
                .of("GOPY_TELEGRAM_TOKEN", canary() + " is no token", "GOPY_TELEGRAM_WEBHOOK_SECRET",
                        canary() + " ä", "GOPY_CHANNEL_ZALO_SECRET", "whsec_" + canary())
                .entrySet()) {
            var environment = new HashMap<>(Map.of("GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN,
                    "GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_WEBHOOK_SECRET",
                    WholeHouse.WEBHOOK_SECRET,
                    "GOPY_CHANNELS", "zalo", "GOPY_CHANNEL_ZALO_SECRET", WholeHouse.BRIDGE_SECRET,
                    "GOPY_CHANNEL_ZALO_CALLBACK", "https://bridge.quangninh.gov.vn/in"));
            environment.put(wrong.getKey(), wrong.getValue());
            var fault = assertThrows(RuntimeException.class, () -> RunningHouse
                    .start(data.resolve(wrong.getKey()),
                            new SettableClock("2026-11-25T01:00:00Z"),
                            environment));
            assertFalse(fault.toString().contains(MAIN_PART), fault::toString);
        }
    }
}
