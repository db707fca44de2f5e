package vn.gopy.channel.webhook;

import java.time.Duration;
import java.time.InstantSource;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Outcome;

/// Sends replies to a bridge's callback, signed. The id of a message is the same on every attempt, so a
/// bridge that drops repeats makes every message safe to try again.
public final class BridgeChannel implements Channel {
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Bridge bridge;
    private final GuardedClient client;
    private final InstantSource clock;

    public BridgeChannel(Bridge bridge, GuardedClient client, InstantSource clock) {
        this.bridge = bridge;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String name() {
        return bridge.name();
    }

    @Override
    public Delivery send(Shipment shipment) {
        if (shipment.reply().care() == Reply.Care.PRESS_ANSWER && shipment.reply().text().isEmpty()) {
            // A bridge's buttons do not wait for an answer of their own.
            return new Delivery.Sent("");
        }
        var id = BridgeReply.id(shipment);
        var body = BridgeReply.body(shipment);
        var headers = bridge.signer().sign(id, clock.instant(), body).headers();
        return switch (client.post(bridge.callback(), headers, body)) {
            case Outcome.Answered answer -> delivery(answer, id);
            case Outcome.NotSent(var why) -> again(why);
            case Outcome.Unknown(var why) -> again(why);
        };
    }

    private static Delivery delivery(Outcome.Answered answer, String id) {
        if (answer.accepted()) {
            return new Delivery.Sent(id);
        }
        if (answer.status() == GONE) {
            return new Delivery.Blocked("the bridge says this sender is gone");
        }
        var why = "the bridge answered " + answer.status();
        boolean asksToWait = answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
        return answer.retryAfter().filter(wait -> asksToWait && !wait.isZero())
                .<Delivery>map(wait -> new Delivery.TryAgain(wait, why, true, false))
                .orElseGet(() -> again(why));
    }

    /// A wait of zero leaves its length to the postman's patience.
    private static Delivery again(String why) {
        return new Delivery.TryAgain(Duration.ZERO, why, false, true);
    }
}
