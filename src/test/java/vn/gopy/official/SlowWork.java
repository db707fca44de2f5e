package vn.gopy.official;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Hashes nothing, and takes as long as a test wants.
final class SlowWork implements Passwords.Work {
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public byte[] hash(String password, byte[] salt) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            inside.decrementAndGet();
        }
        return new byte[32];
    }

    /// How many are at work now.
    int inside() {
        return inside.get();
    }

    /// How many ever were at work at once.
    int most() {
        return most.get();
    }

    void goOn() {
        end.countDown();
    }
}
