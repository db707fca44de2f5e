package vn.gopy.channel.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vn.gopy.chat.Address;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.metrics.Metrics;
import vn.gopy.picture.Painter;

/// Reaches residents who have the chat page open. An address is the conversation's random name, which the
/// browser made and alone keeps.
public final class WebChannel implements Channel, AutoCloseable {
    /// What addresses of this channel begin with.
    public static final String NAME = "web";

    private static final Duration UNTIL_SOMEBODY_COMES = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final WebChatSettings settings;
    private final Streams streams;
    private final Painter painter = new Painter();
    private final AtomicReference<Consumer<Address>> arrival = new AtomicReference<>(_ -> {});

    public WebChannel(WebChatSettings settings, Metrics metrics) {
        this.settings = settings;
        streams = new Streams(settings.pages());
        metrics.gauge("gopy_web_chat_pages", streams::count);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Whom to tell when a resident opens the page: the postman, who may have something for them.
    public void onArrival(Consumer<Address> told) {
        arrival.set(told);
    }

    /// `Sent` when an open page took it; its message id is the message's own key. While no page is open it is
    /// kept: that costs no attempt.
    @Override
    public Delivery send(Shipment shipment) {
        if (shipment.reply().care() == Reply.Care.PRESS_ANSWER && shipment.reply().text().isEmpty()) {
            return new Delivery.Sent("");
        }
        try {
            var drawn = Told.from(shipment, shipment.reply().picture().flatMap(painter::png));
            if (streams.tell(shipment.to().id(), drawn, Told.from(shipment, Optional.empty()))) {
                return new Delivery.Sent(
                        shipment.messageId().isEmpty() ? shipment.key() : shipment.messageId());
            }
            return new Delivery.TryAgain(UNTIL_SOMEBODY_COMES, "no page is open", false, false);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Delivery.TryAgain(SOON, "the service is stopping", false, false);
        }
    }

    /// Serves one page's stream until it goes away. False when too many pages are open; then `line` stays
    /// closed.
    boolean serve(String conversation, List<String> seen, Line line) throws IOException {
        var stream = new BrowserStream(settings.heartbeat());
        if (!streams.add(conversation, stream)) {
            return false;
        }
        try {
            var missed = streams.lately(conversation).stream().filter(told -> !told.isAmong(seen)).toList();
            arrival.get().accept(new Address(NAME, conversation));
            stream.pump(line.open(), missed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            streams.remove(conversation, stream);
        }
        return true;
    }

    /// A way to a browser that is opened when its page is let in.
    @FunctionalInterface
    interface Line {
        OutputStream open() throws IOException;
    }

    /// Ends all streams, so that the server can stop; the pages come back by themselves.
    @Override
    public void close() {
        streams.closeAll();
    }
}
