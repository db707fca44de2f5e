package vn.gopy.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.StubServer;

/// Calls to peers that behave well and badly.
class GuardedClientTest {
    private static final WireSettings HERE = new WireSettings(Set.of(443), List.of(), true, "", 7070);
    private static final byte[] BODY = "{\"a\":\"ữ\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration TOTAL = Duration.ofSeconds(15);

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final GuardedClient client = new GuardedClient(HERE, Resolver.ofMachine(), clock, TOTAL);
    private final GuardedClient hasty = new GuardedClient(HERE, Resolver.ofMachine(), clock,
            Duration.ofMillis(250));

    /// The first call of a machine takes long enough to look like a peer that hangs.
    @BeforeEach
    void warm_up() {
        try (var peer = StubServer.answering(200)) {
            client.post(peer.url(), Map.of(), BODY);
        }
    }

    @Test
    void what_is_sent_arrives_as_it_is() {
        try (var peer = StubServer.answering(200)) {
            var outcome = client.post(peer.url(), Map.of("webhook-id", "evt_1"), BODY);

            assertEquals(new Outcome.Answered(200, Optional.empty(), ""), outcome);
            var request = peer.requests().getFirst();
            assertEquals("POST /hook HTTP/1.1", request.head().getFirst());
            assertEquals("evt_1", request.header("webhook-id"));
            assertEquals("application/json", request.header("content-type"));
            assertEquals("identity", request.header("accept-encoding"));
            assertEquals("127.0.0.1:" + peer.port(), request.header("host"));
            assertEquals("{\"a\":\"ữ\"}", request.body());
        }
    }

    @Test
    void row_8_a_redirect_is_an_answer_and_is_not_followed() {
        try (var other = StubServer.answering(200);
                var peer = StubServer.answering(307, "location: " + other.url())) {
            assertEquals(307, status(client.post(peer.url(), Map.of(), BODY)));
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void a_peer_that_hangs_is_left() {
        try (var peer = StubServer.start(_ -> new CountDownLatch(1).await())) {
            assertEquals(new Outcome.Unknown("no answer in time"), hasty.post(peer.url(), Map.of(), BODY));
        }
    }

    @Test
    void a_peer_that_drips_its_headers_is_left() {
        try (var peer = StubServer.start(out -> drip(out, "HTTP/1.1 200 OK\r\nx: "))) {
            assertEquals(new Outcome.Unknown("no answer in time"), hasty.post(peer.url(), Map.of(), BODY));
        }
    }

    @Test
    void a_peer_that_drips_its_body_has_answered_all_the_same() {
        try (var peer = StubServer.start(
                out -> drip(out, "HTTP/1.1 404 No\r\ntransfer-encoding: chunked\r\n\r\n4\r\ngone\r\n"))) {
            var answer = assertInstanceOf(Outcome.Answered.class, hasty.post(peer.url(), Map.of(), BODY));

            assertEquals(404, answer.status());
            assertEquals("gone", answer.beginning());
        }
    }

    @Test
    void of_an_endless_body_only_the_beginning_is_read() {
        var written = new AtomicLong();
        try (var peer = StubServer.start(out -> {
            out.write(
                    "HTTP/1.1 500 No\r\ncontent-length: 9000000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            var piece = "x".repeat(1024).getBytes(StandardCharsets.UTF_8);
            while (written.addAndGet(piece.length) > 0) {
                out.write(piece);
            }
        })) {
            var answer = assertInstanceOf(Outcome.Answered.class, client.post(peer.url(), Map.of(), BODY));

            assertEquals("x".repeat(1024), answer.beginning());
            assertTrue(written.get() < 16_000_000, "only what the system buffers: " + written);
        }
    }

    @Test
    void a_peer_that_breaks_off_may_have_heard() {
        try (var peer = StubServer.start(out -> out.write("HTTP/1".getBytes(StandardCharsets.UTF_8)))) {
            assertEquals(new Outcome.Unknown("the connection failed"),
                    client.post(peer.url(), Map.of(), BODY));
            assertEquals(1, peer.requests().size(), "sent once, not again behind our back");
        }
    }

    @Test
    void a_peer_that_is_not_there_has_not_heard() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertEquals(new Outcome.NotSent("the connection failed"),
                client.post("http://127.0.0.1:" + port + "/", Map.of(), BODY));
    }

    @Test
    void row_37_a_peer_without_tls_has_not_heard() {
        try (var peer = StubServer.answering(200)) {
            assertInstanceOf(Outcome.NotSent.class,
                    client.post(peer.url().replace("http:", "https:"), Map.of(), BODY));
        }
    }

    @Test
    void retry_after_is_understood_in_seconds_and_as_a_date_and_is_a_day_at_most() {
        var headers = Map.of(
                "120", Duration.ofMinutes(2),
                "Wed, 25 Nov 2026 08:00:30 GMT", Duration.ofSeconds(30),
                "Tue, 24 Nov 2026 08:00:00 GMT", Duration.ZERO,
                "999999999", Duration.ofDays(1));

        headers.forEach((text, wait) -> {
            try (var peer = StubServer.answering(429, "retry-after: " + text)) {
                assertEquals(new Outcome.Answered(429, Optional.of(wait), ""),
                        client.post(peer.url(), Map.of(), BODY), text);
            }
        });
        assertEquals(Optional.empty(), RetryAfter.of(Optional.of("soon"), clock.instant()));
    }

    @Test
    void row_8_a_name_is_looked_up_once_a_call_and_checked_at_each_call() {
        var lookUps = new AtomicInteger();
        Resolver turncoat = _ -> List.of(InetAddress.ofLiteral(
                lookUps.incrementAndGet() < 3 ? "127.0.0.1" : "192.168.1.1"));
        var led = new GuardedClient(HERE, turncoat, clock, TOTAL);
        try (var peer = StubServer.answering(200)) {
            var url = peer.url().replace("127.0.0.1", "localhost");

            assertEquals(200, status(led.post(url, Map.of(), BODY)));
            assertEquals(200, status(led.post(url, Map.of(), BODY)));
            assertEquals(2, lookUps.get());
            assertEquals(new Outcome.NotSent("localhost is not this machine"), led.post(url, Map.of(), BODY));
        }
    }

    @Test
    void a_name_that_resolves_to_a_private_address_is_not_called() {
        var asked = new ArrayList<String>();
        var led = new GuardedClient(HERE, host -> {
            asked.add(host);
            return List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("10.0.0.1"));
        }, clock, TOTAL);

        assertEquals(new Outcome.NotSent("the host resolves to an address that is not public: private"),
                led.post("https://bridge.example.org/?token=abc", Map.of(), BODY));
        assertEquals(List.of("bridge.example.org"), asked);
    }

    @Test
    void a_name_server_that_hangs_is_left() {
        var timed = new TimedResolver(_ -> {
            new Semaphore(0).acquireUninterruptibly();
            return List.of();
        }, Duration.ofMillis(20));

        assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> assertThrows(UnknownHostException.class, () -> timed.addresses("bridge.example.org")));
    }

    /// Sends a beginning, then one letter after another for longer than anybody waits.
    private static void drip(OutputStream out, String beginning)
            throws IOException, InterruptedException {
        out.write(beginning.getBytes(StandardCharsets.UTF_8));
        var never = new CountDownLatch(1);
        while (!never.await(10, TimeUnit.MILLISECONDS)) {
            out.write('0');
            out.flush();
        }
    }

    private static int status(Outcome outcome) {
        return assertInstanceOf(Outcome.Answered.class, outcome).status();
    }
}
