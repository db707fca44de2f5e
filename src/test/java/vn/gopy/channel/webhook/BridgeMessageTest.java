package vn.gopy.channel.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Incoming;
import vn.gopy.text.Tidying;

/// Messages that no honest bridge sends.
class BridgeMessageTest {
    private static final byte[] GOOD = """
            {"id": "m-81723", "from": "opaque-sender-id", "text": "xã Lê Lợi giờ thuộc đâu 👍", "choice": null,
             "language": "vi", "sent_at": "2026-11-23T08:00:00+07:00", "more": [1, {"a": 1e5}]}
            """
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void ten_thousand_damaged_messages_are_each_understood_or_refused_with_a_reason() {
        var random = new SplittableRandom(20261125);
        int understood = 0;
        int refused = 0;

        for (int i = 0; i < 10_000; i++) {
            var body = damaged(random);
            try {
                var incoming = BridgeMessage.read(body).incoming("zalo", "msg_1", Instant.EPOCH);
                if (incoming.content() instanceof Incoming.Typed(var text)) {
                    assertTrue(!text.isEmpty() && text.equals(Tidying.tidy(text)), text);
                }
                understood++;
            } catch (MalformedException malformed) {
                assertFalse(malformed.reason().isBlank());
                refused++;
            }
        }
        assertTrue(understood > 500 && refused > 500, understood + " understood, " + refused + " refused");
    }

    private static byte[] damaged(SplittableRandom random) {
        var body = GOOD.clone();
        int times = random.nextInt(1, 4);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(body.length);
            body = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(body, Math.max(1, at));
                case 1 -> without(body, at);
                default -> changed(body, at, random.nextInt(256));
            };
        }
        return body;
    }

    private static byte[] changed(byte[] body, int at, int to) {
        var changed = body.clone();
        changed[at] = (byte) to;
        return changed;
    }

    private static byte[] without(byte[] body, int at) {
        if (body.length == 1) {
            return body;
        }
        var shorter = Arrays.copyOf(body, body.length - 1);
        System.arraycopy(body, at + 1, shorter, at, body.length - 1 - at);
        return shorter;
    }
}
