package vn.gopy.outbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The postman's sense of time: a clock that never jumps, and rest. Tests bring their own.
public interface Tempo {
    /// Nanoseconds of a monotonic clock.
    long nanos();

    /// Rests for so long, or until the thread is unparked.
    void rest(Duration time);

    /// The machine's own.
    static Tempo ofMachine() {
        return new Tempo() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void rest(Duration time) {
                LockSupport.parkNanos(time.toNanos());
            }
        };
    }
}
