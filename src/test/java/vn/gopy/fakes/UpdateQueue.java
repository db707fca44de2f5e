package vn.gopy.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// The updates that wait to be polled, with the Bot API's rules: an offset confirms and forgets what is below
/// it.
public final class UpdateQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, String> waiting = new TreeMap<>();
    private final List<Long> offsets = new ArrayList<>();
    private boolean closed;
    private boolean polled;

    /// A 409.
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Conflict(String why) {
            super("Conflict: " + why);
        }
    }

    /// Puts an update, whose JSON carries the same id.
    public void put(long updateId, String json) {
        lock.lock();
        try {
            waiting.put(updateId, json);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until no update waits any more, at most so many seconds; whether it came to that.
    public boolean emptied(int seconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (!waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// The offsets that were asked for, 0 for none.
    public List<Long> offsets() {
        lock.lock();
        try {
            return List.copyOf(offsets);
        } finally {
            lock.unlock();
        }
    }

    String answer(JsonNode body, boolean allowed) throws InterruptedException {
        lock.lock();
        try {
            if (!allowed) {
                throw new Conflict(
                        "can't use getUpdates method while webhook is active; use deleteWebhook to "
                                + "delete the webhook first");
            }
            if (polled) {
                throw new Conflict("terminated by other getUpdates request; make sure that only one bot "
                        + "instance is running");
            }
            polled = true;
            long offset = body.path("offset").asLong();
            offsets.add(offset);
            waiting.headMap(offset).clear();
            changed.signalAll();
            long left = TimeUnit.SECONDS.toNanos(body.path("timeout").asInt());
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return waiting.values().stream().limit(body.path("limit").asInt(100))
                    .collect(Collectors.joining(",", "[", "]"));
        } finally {
            polled = false;
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
