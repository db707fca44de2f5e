package vn.gopy.channel.webhook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Incoming;

/// Hears, and remembers what it heard.
final class FakeInbox implements Inbox {
    private final List<Incoming> heard = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private boolean open = true;

    @Override
    public synchronized Heard accept(Incoming incoming) {
        if (!open) {
            return new Heard.Unavailable(30);
        }
        if (!keys.add(incoming.updateKey())) {
            return new Heard.Repeated();
        }
        heard.add(incoming);
        return new Heard.Recorded();
    }

    @Override
    public Heard park(DeadLetter letter) {
        throw new AssertionError("a bridge's message is never parked");
    }

    void shut() {
        open = false;
    }

    synchronized List<Incoming> heard() {
        return List.copyOf(heard);
    }

    Incoming only() {
        if (heard().size() != 1) {
            throw new AssertionError("heard " + heard().size() + " messages");
        }
        return heard().getFirst();
    }
}
