package vn.gopy.fakes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.gopy.outbox.Tempo;

/// A time that stands still while any virtual thread works, and jumps to the next waking when all rest: hours
/// of many threads pass in seconds, and each wakes at its own moment, as on a machine of endless speed.
///
/// Threads that wake within the same quarter of a second work side by side: so far may one be ahead of another.
public final class RestingTime implements InstantSource, Tempo {
    private static final long TOGETHER = 250_000_000;

    private final Instant begun;
    private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>(
            Comparator.comparingLong(sleeper -> sleeper.wakes));
    private final Map<Thread, Long> moments = new ConcurrentHashMap<>();
    private volatile long now;

    public RestingTime(String iso) {
        begun = Instant.parse(iso);
    }

    @Override
    public Instant instant() {
        return begun.plusNanos(nanos());
    }

    /// Nanoseconds since the beginning, as the calling thread knows them.
    @Override
    public long nanos() {
        var thread = Thread.currentThread();
        return thread.isVirtual() ? moments.computeIfAbsent(thread, _ -> now) : now;
    }

    @Override
    public void rest(Duration time) {
        var sleeper = new Sleeper(nanos() + time.toNanos(), Thread.currentThread());
        synchronized (sleepers) {
            sleepers.add(sleeper);
            moments.remove(sleeper.thread);
        }
        while (!sleeper.awake) {
            LockSupport.park(sleeper);
        }
    }

    /// Moves on once: to the next waking, and lets all wake who do so within the same second. False when
    /// somebody still works, or nobody rests.
    public boolean step() {
        moments.keySet().removeIf(thread -> !thread.isAlive());
        synchronized (sleepers) {
            var first = sleepers.peek();
            if (!moments.isEmpty() || first == null) {
                return false;
            }
            now = Math.max(now, first.wakes);
            wake(due(now + TOGETHER));
            return true;
        }
    }

    private List<Sleeper> due(long until) {
        var due = new ArrayList<Sleeper>();
        for (@Nullable
        Sleeper next = sleepers.peek(); next != null && next.wakes < until; next = sleepers.peek()) {
            due.add(next);
            sleepers.poll();
        }
        return due;
    }

    /// Ends all rests at once, so that the resting can be told to stop.
    public void wakeAll() {
        synchronized (sleepers) {
            wake(due(Long.MAX_VALUE));
        }
    }

    private void wake(List<Sleeper> due) {
        due.forEach(sleeper -> moments.put(sleeper.thread, Math.max(now, sleeper.wakes)));
        due.forEach(sleeper -> {
            sleeper.awake = true;
            LockSupport.unpark(sleeper.thread);
        });
    }

    private static final class Sleeper {
        private final long wakes;
        private final Thread thread;
        private volatile boolean awake;

        Sleeper(long wakes, Thread thread) {
            this.wakes = wakes;
            this.thread = thread;
        }
    }
}
