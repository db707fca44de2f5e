package vn.gopy.channel.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;

/// Cancels calls that take too long. It looks now and then, not to the millisecond: the client's own timer of
/// a call costs more than the call's bytes.
final class CallWatch implements AutoCloseable {
    private static final long OFTEN = Duration.ofMillis(10).toNanos();
    private static final long SELDOM = Duration.ofMillis(500).toNanos();
    private static final int LOOKS = 8;

    private final Map<Call, Long> ends = new ConcurrentHashMap<>();
    private final long each;
    private final Thread watchman;
    private volatile boolean closed;

    private CallWatch(Duration usual) {
        each = Math.clamp(usual.toNanos() / LOOKS, OFTEN, SELDOM);
        watchman = Thread.ofVirtual().name("telegram-watch").unstarted(this::watch);
    }

    /// A watch over calls that usually may take so long.
    static CallWatch start(Duration usual) {
        var watch = new CallWatch(usual);
        watch.watchman.start();
        return watch;
    }

    /// Watches a call: it is cancelled when it is not removed within this time.
    void add(Call call, Duration time) {
        ends.put(call, System.nanoTime() + time.toNanos());
    }

    /// The call came to an end.
    void remove(Call call) {
        ends.remove(call);
    }

    private void watch() {
        while (!closed || !ends.isEmpty()) {
            LockSupport.parkNanos(this, each);
            long now = System.nanoTime();
            ends.forEach((call, end) -> {
                if (now - end > 0) {
                    call.cancel();
                }
            });
        }
    }

    /// Ends once the calls under way have ended.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watchman);
    }
}
