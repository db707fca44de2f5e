package vn.gopy.channel.telegram;

import java.time.Duration;
import vn.gopy.chat.Address;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.config.Secret;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.metrics.Metrics;

/// The channel on a line to the Bot API's double, which knows one resident. Its clock stands still.
final class SendingLine implements AutoCloseable {
    static final Address AN = new Address("telegram", "42");
    private final Metrics metrics = new Metrics();
    private final BotApiDouble telegram = BotApiDouble.open();
    private final BotApi api;
    private final TelegramChannel channel;
    private long nanos;

    private SendingLine(Duration patience) {
        api = BotApi.open(telegram.address(), new Secret(BotApiDouble.TOKEN),
                new BotApi.Patience(patience, patience, patience));
        channel = new TelegramChannel(api, metrics, this::nanos);
        telegram.chats().know(42);
    }

    static SendingLine open() {
        return new SendingLine(Duration.ofSeconds(20));
    }

    /// One that soon gives up waiting for an answer.
    static SendingLine hasty() {
        return new SendingLine(Duration.ofSeconds(1));
    }

    private long nanos() {
        return nanos;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    BotApiDouble telegram() {
        return telegram;
    }

    Metrics metrics() {
        return metrics;
    }

    TelegramChannel channel() {
        return channel;
    }

    Delivery send(Reply reply) {
        return send(shipment(AN, reply, "", ""));
    }

    Delivery send(Shipment shipment) {
        return channel.send(shipment);
    }

    Shipment shipment(Address to, Reply reply, String pressKey, String messageId) {
        return new Shipment("p1", to, reply, pressKey, messageId);
    }

    @Override
    public void close() {
        api.close();
        telegram.close();
    }
}
