package vn.gopy.wire;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.config.Secret;
import vn.gopy.config.SettingsException;

/// Signing and verifying, with the stock library of the specification as the other side.
class SignerTest {
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String BODY = "{\"text\":\"xã Lê Lợi giờ thuộc đâu\"}";

    private final Signer signer = signer(OLD);

    /// Not a story about time: the library knows no clock but the system's.
    private final Instant now = Instant.now();

    @Test
    void the_stock_library_accepts_what_we_sign() throws Exception {
        var stock = new Webhook(OLD);

        for (var body : bodies()) {
            var signature = signer.sign("evt_1", now, bytes(body));
            assertDoesNotThrow(() -> stock.verify(body, map(signature)), body);
        }
    }

    @Test
    void we_accept_what_the_stock_library_signs() throws Exception {
        var stock = new Webhook(OLD);

        for (var body : bodies()) {
            var signed = stock.sign("msg_1", now.getEpochSecond(), body);
            assertTrue(signer.accepts(new Signature("msg_1", seconds(now), signed), now, bytes(body)), body);
        }
    }

    @Test
    void while_a_secret_is_changed_the_old_and_the_new_key_are_both_accepted() throws Exception {
        var rotating = signer(NEW + ", " + OLD);
        var ours = rotating.sign("evt_1", now, bytes(BODY));

        for (var secret : List.of(OLD, NEW)) {
            var stock = new Webhook(secret);
            assertDoesNotThrow(() -> stock.verify(BODY, map(ours)));
            var theirs = new Signature("m", seconds(now), stock.sign("m", now.getEpochSecond(), BODY));
            assertTrue(rotating.accepts(theirs, now, bytes(BODY)));
        }
    }

    @Test
    void ten_mutations_are_refused_on_both_sides() throws Exception {
        var good = signer.sign("evt_1", now, bytes(BODY));
        var stock = new Webhook(OLD);
        var mutations = mutations(good);

        assertEquals(10, mutations.size());
        mutations.forEach((name, changed) -> {
            assertFalse(signer.accepts(changed.signature(), now, bytes(changed.body())), name);
            assertThrows(WebhookVerificationException.class,
                    () -> stock.verify(changed.body(), map(changed.signature())), name);
        });
    }

    private Map<String, Signed> mutations(Signature good) {
        var late = now.minus(Duration.ofSeconds(301));
        var early = now.plus(Duration.ofSeconds(330));
        var all = new HashMap<String, Signed>();
        all.put("another body", new Signed(good, BODY.replace("Lợi", "Lai")));
        all.put("a space at the end", new Signed(good, BODY + " "));
        all.put("an empty body", new Signed(good, ""));
        all.put("another id", new Signed(new Signature("evt_2", good.timestamp(), good.values()), BODY));
        all.put("another time",
                new Signed(new Signature("evt_1", seconds(now.plusSeconds(1)), good.values()), BODY));
        all.put("too old", new Signed(signer.sign("evt_1", late, bytes(BODY)), BODY));
        all.put("too early", new Signed(signer.sign("evt_1", early, bytes(BODY)), BODY));
        all.put("another key", new Signed(signer(NEW).sign("evt_1", now, bytes(BODY)), BODY));
        all.put("an unknown version", new Signed(
                new Signature("evt_1", good.timestamp(), good.values().replace("v1,", "v2,")), BODY));
        all.put("a changed signature", new Signed(
                new Signature("evt_1", good.timestamp(), flipped(good.values())), BODY));
        return all;
    }

    @Test
    void headers_that_are_no_headers_are_refused() {
        var good = signer.sign("evt_1", now, bytes(BODY));

        for (var timestamp : List.of("", "now", "-1", "1e9", "99999999999999", good.timestamp() + " ",
                good.timestamp() + ".0")) {
            assertFalse(signer.accepts(new Signature("evt_1", timestamp, good.values()), now, bytes(BODY)));
        }
        for (var id : List.of("", "evt.1", "evt 1", "a".repeat(201))) {
            var signed = signer.sign(id, now, bytes(BODY));
            assertFalse(signer.accepts(signed, now, bytes(BODY)), id);
        }
        for (var values : List.of("", "v1", "v1,", ",", " ", good.values().substring(3))) {
            assertFalse(signer.accepts(new Signature("evt_1", good.timestamp(), values), now, bytes(BODY)));
        }
    }

    @Test
    void a_clock_may_be_five_minutes_off_and_no_more() {
        var good = signer.sign("evt_1", now, bytes(BODY));

        assertTrue(signer.accepts(good, now.plusSeconds(300), bytes(BODY)));
        assertTrue(signer.accepts(good, now.minusSeconds(300), bytes(BODY)));
        assertFalse(signer.accepts(good, now.plusSeconds(301), bytes(BODY)));
        assertFalse(signer.accepts(good, now.minusSeconds(301), bytes(BODY)));
    }

    @Test
    void a_secret_without_prefix_is_taken_as_it_stands() throws Exception {
        var raw = "correct horse battery staple";
        var ours = signer(raw).sign("evt_1", now, bytes(BODY));

        assertDoesNotThrow(() -> new Webhook(bytes(raw)).verify(BODY, map(ours)));
    }

    @Test
    void a_weak_or_broken_secret_stops_the_start_and_names_its_key() {
        for (var secret : List.of("pa55", "whsec_AAAA", "whsec_not base64!", OLD + ",", "," + OLD)) {
            var refused = assertThrows(SettingsException.class, () -> signer(secret));
            assertEquals("channel-zalo-secret", refused.key());
            assertFalse(refused.toString().contains(secret));
        }
    }

    /// 50 and more: Vietnamese, decomposed, emoji, empty, long, every length of padding.
    private static List<String> bodies() {
        var plain = Stream.of(BODY, Normalizer.normalize(BODY, Normalizer.Form.NFD), "{}", "",
                "{\"text\":\"👍🏽 cảm ơn\"}", "{\"text\":\"" + "đường xấu ".repeat(2_000) + "\"}", "a.b.c",
                "\n");
        var lengths = IntStream.range(0, 50).mapToObj(length -> "ữ".repeat(length));
        return Stream.concat(plain, lengths).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Signer signer(String secret) {
        return new Signer(SigningKey.of("channel-zalo-secret", new Secret(secret)));
    }

    private static String flipped(String values) {
        char first = values.charAt(3);
        return "v1," + (first == 'A' ? 'B' : 'A') + values.substring(4);
    }

    private static Map<String, List<String>> map(Signature signature) {
        return signature.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }

    private static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Signed(Signature signature, String body) {}
}
