package vn.gopy.web;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Names the request under way, for log lines and for the page that a fault shows. It tells nothing of the
/// sender.
public final class RequestId {
    private static final ScopedValue<RequestId> CURRENT = ScopedValue.newInstance();

    private final long number;

    private RequestId(long number) {
        this.number = number;
    }

    /// The request that this thread works for, if it works for one.
    public static Optional<RequestId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The current request's name, or `-`.
    static String name() {
        return CURRENT.isBound() ? CURRENT.get().toString() : "-";
    }

    @Override
    public String toString() {
        return "r" + Long.toString(number, 36);
    }

    /// Numbers the requests of one server. Numbers of different runs lie far apart.
    static final class Counter {
        private final AtomicLong last;

        Counter(long start) {
            last = new AtomicLong(start);
        }

        <R, X extends Throwable> R during(ScopedValue.CallableOp<? extends R, X> work) throws X {
            return ScopedValue.where(CURRENT, new RequestId(last.incrementAndGet())).call(work);
        }
    }
}
