package vn.gopy.fakes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Incoming;

/// An inbox that keeps everything in memory, knows repeats, and can be out of order on demand.
public final class RememberingInbox implements Inbox {
    private final List<Incoming> heard = new CopyOnWriteArrayList<>();
    private final List<DeadLetter> parked = new CopyOnWriteArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private volatile int unavailableFor;
    private volatile boolean throwsOnAccept;
    private volatile boolean throwsOnPark;

    /// From now on nothing can be recorded for so many seconds; 0 mends it.
    public void beUnavailable(int seconds) {
        unavailableFor = seconds;
    }

    /// From now on accepting throws, as a programming fault would.
    public void failToAccept(boolean fails) {
        throwsOnAccept = fails;
    }

    public void failToPark(boolean fails) {
        throwsOnPark = fails;
    }

    public List<Incoming> heard() {
        return List.copyOf(heard);
    }

    public List<DeadLetter> parked() {
        return List.copyOf(parked);
    }

    @Override
    public synchronized Heard accept(Incoming incoming) {
        if (throwsOnAccept) {
            throw new IllegalStateException("a fault while hearing");
        }
        if (unavailableFor > 0) {
            return new Heard.Unavailable(unavailableFor);
        }
        if (!keys.add(incoming.updateKey())) {
            return new Heard.Repeated();
        }
        heard.add(incoming);
        return new Heard.Recorded();
    }

    @Override
    public synchronized Heard park(DeadLetter letter) {
        if (throwsOnPark) {
            throw new IllegalStateException("a fault while parking");
        }
        if (unavailableFor > 0) {
            return new Heard.Unavailable(unavailableFor);
        }
        if (!keys.add(letter.updateKey())) {
            return new Heard.Repeated();
        }
        parked.add(letter);
        return new Heard.Recorded();
    }
}
