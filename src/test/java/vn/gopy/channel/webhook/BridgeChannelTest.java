package vn.gopy.channel.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.Webhook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Address;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.config.Secret;
import vn.gopy.fakes.StubServer;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.Signature;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;
import vn.gopy.wire.WireSettings;

/// Replies on their way to a bridge's callback; the stock library verifies.
class BridgeChannelTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Address RESIDENT = new Address("zalo", "opaque-sender-id");
    /// The system's, because the stock library knows no other.
    private static final InstantSource CLOCK = InstantSource.system();

    @Test
    void a_reply_arrives_signed_and_in_the_format_of_the_page() throws Exception {
        var reply = Reply.of(Reply.BOLD + "Lê Lợi" + Reply.PLAIN + " nay thuộc \"Hạ Long\" 👍")
                .with(List.of(List.of(new Choice("Đúng", "yes"), new Choice("Sai", "no")),
                        List.of(new Choice("Xem trang", "https://gopy.example.org/figures"))))
                .showing(new Picture("Lê Lợi", "Tháng 10/2026",
                        List.of(new Bar("Hài lòng", "42 %", Optional.of(new Span(42, 31, 54)), Tone.HIGH)),
                        List.of()));
        try (var peer = StubServer.answering(204)) {
            var delivery = channel(peer).send(new Shipment("p7", RESIDENT, reply, "", ""));

            assertEquals(new Delivery.Sent("r-p7"), delivery);
            var request = peer.requests().getFirst();
            assertEquals(new JsonMapper().readTree("""
                    {"id": "r-p7", "to": "opaque-sender-id", "text": "Lê Lợi nay thuộc \\"Hạ Long\\" 👍",
                     "choices": [[{"label": "Đúng", "payload": "yes"}, {"label": "Sai", "payload": "no"}],
                                 [{"label": "Xem trang", "payload": "https://gopy.example.org/figures"}]],
                     "edit_of": null}
                    """), new JsonMapper().readTree(request.body()));
            assertEquals("r-p7", request.header("webhook-id"));
            assertDoesNotThrow(() -> new Webhook(SECRET).verify(request.body(), signature(request)));
        }
    }

    @Test
    void the_id_is_the_same_on_every_attempt() {
        try (var peer = StubServer.answering(500)) {
            var shipment = new Shipment("p7", RESIDENT, Reply.of("Chào bạn"), "", "");
            channel(peer).send(shipment);
            channel(peer).send(shipment);

            assertEquals(List.of("r-p7", "r-p7"),
                    peer.requests().stream().map(request -> request.header("webhook-id")).toList());
            assertEquals(peer.requests().getFirst().body(), peer.requests().getLast().body());
        }
    }

    @Test
    void a_reply_can_replace_an_earlier_one() throws Exception {
        try (var peer = StubServer.answering(200)) {
            channel(peer).send(new Shipment("p8", RESIDENT, Reply.of("Chào bạn"), "", "r-p7"));

            var body = new JsonMapper().readTree(peer.requests().getFirst().body());
            assertEquals("r-p7", body.path("edit_of").asText());
        }
    }

    @Test
    void what_the_bridge_answers_decides_what_becomes_of_the_reply() {
        var minute = Duration.ofMinutes(1);
        var cases = Map.of(
                StubServer.status(200), new Delivery.Sent("r-p7"),
                StubServer.status(299), new Delivery.Sent("r-p7"),
                StubServer.status(410), new Delivery.Blocked("the bridge says this sender is gone"),
                StubServer.status(302, "location: http://127.0.0.1/"), again("the bridge answered 302"),
                StubServer.status(404), again("the bridge answered 404"),
                StubServer.status(500, "retry-after: 60"), again("the bridge answered 500"),
                StubServer.status(503), again("the bridge answered 503"),
                StubServer.status(503, "retry-after: 60"),
                new Delivery.TryAgain(minute, "the bridge answered 503", true, false),
                StubServer.status(429, "retry-after: 60"),
                new Delivery.TryAgain(minute, "the bridge answered 429", true, false));

        cases.forEach((behaviour, expected) -> {
            try (var peer = StubServer.start(behaviour)) {
                assertEquals(expected,
                        channel(peer).send(new Shipment("p7", RESIDENT, Reply.of("Chào bạn"), "", "")));
            }
        });
    }

    @Test
    void a_bridge_that_breaks_off_or_is_away_is_tried_again() {
        var peer = StubServer.start(_ -> {});
        var channel = channel(peer);
        var shipment = new Shipment("p7", RESIDENT, Reply.of("Chào bạn"), "", "");

        assertEquals(again("the connection failed"), channel.send(shipment));
        peer.close();
        assertEquals(again("the connection failed"), channel.send(shipment));
    }

    @Test
    void the_silent_answer_to_a_press_is_not_sent_and_a_speaking_one_is() {
        try (var peer = StubServer.answering(200)) {
            assertEquals(new Delivery.Sent(""),
                    channel(peer).send(new Shipment("p7", RESIDENT, Reply.toPress(""), "press", "")));
            assertEquals(List.of(), peer.requests());

            assertInstanceOf(Delivery.Sent.class,
                    channel(peer).send(new Shipment("p8", RESIDENT, Reply.toPress("Đã ghi"), "press", "")));
            assertEquals(1, peer.requests().size());
        }
    }

    private static Delivery again(String why) {
        return new Delivery.TryAgain(Duration.ZERO, why, false, true);
    }

    private static BridgeChannel channel(StubServer peer) {
        var signer = new Signer(SigningKey.of("channel-zalo-secret", new Secret(SECRET)));
        var client = new GuardedClient(new WireSettings(Set.of(443), List.of(), true, "", 7070),
                Resolver.ofMachine(), CLOCK);
        return new BridgeChannel(new Bridge("zalo", peer.url(), signer), client, CLOCK);
    }

    private static Map<String, List<String>> signature(StubServer.Request request) {
        return Map.of(Signature.ID, List.of(request.header(Signature.ID)),
                Signature.TIMESTAMP, List.of(request.header(Signature.TIMESTAMP)),
                Signature.VALUES, List.of(request.header(Signature.VALUES)));
    }
}
