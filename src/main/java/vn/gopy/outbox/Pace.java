package vn.gopy.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/// How fast a channel may be written to: so many messages a second in all, and so many to one address with a
/// short burst (contracts.md 3.2); all together may burst for a fifth of a second, so that no second has many
/// more than the rate. A rate of 0 means no limit.
public final class Pace {
    private static final double SECOND = 1e9;

    private final double perSecond;
    private final double addressPerSecond;
    private final int burst;
    private final Bucket all;
    private final Cache<Object, Bucket> addresses = Caffeine.newBuilder().executor(Runnable::run)
            .maximumSize(20_000).build();

    public Pace(double perSecond, double addressPerSecond, int burst) {
        this.perSecond = perSecond;
        this.addressPerSecond = addressPerSecond;
        this.burst = burst;
        all = new Bucket();
    }

    public static Pace unlimited() {
        return new Pace(0, 0, 1);
    }

    /// Takes a place in the row for one message to an address, and tells how long to wait for it.
    public Duration reserve(Object address, long nanos) {
        long wait = addressPerSecond == 0 ? 0 : bucket(address).reserve(addressPerSecond, burst, nanos);
        if (perSecond > 0) {
            wait = Math.max(wait, all.reserve(perSecond, Math.max(1, (int) perSecond / 5), nanos));
        }
        return Duration.ofNanos(wait);
    }

    /// Takes a place for one message to an address if it may go at once; else it takes none.
    public boolean take(Object address, long nanos) {
        boolean free = addressPerSecond == 0
                || bucket(address).wait(addressPerSecond, burst, nanos) == 0;
        return free && reserve(address, nanos).isZero();
    }

    private Bucket bucket(Object address) {
        return addresses.get(address, _ -> new Bucket());
    }

    /// A token bucket as one number: the moment at which it would be full again (the generic cell rate
    /// algorithm).
    private static final class Bucket {
        private long fullAt = Long.MIN_VALUE;

        synchronized long reserve(double rate, int burst, long now) {
            long wait = wait(rate, burst, now);
            fullAt = Math.max(fullAt, now) + each(rate);
            return wait;
        }

        /// How long the next one would wait.
        synchronized long wait(double rate, int burst, long now) {
            long each = each(rate);
            return Math.max(0, Math.max(fullAt, now) - now - each * (burst - 1));
        }

        private static long each(double rate) {
            return (long) (SECOND / rate);
        }
    }
}
