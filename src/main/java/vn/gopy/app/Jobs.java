package vn.gopy.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done again and again beside the work. A job that fails is logged and comes back at its next time.
final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final List<ScheduledFuture<?>> all = new ArrayList<>();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(2,
            Thread.ofPlatform().name("jobs-", 0).daemon(true).factory());

    Jobs every(Duration time, String name, Runnable job) {
        all.add(hands.scheduleWithFixedDelay(() -> run(name, job), time.toMillis(), time.toMillis(),
                TimeUnit.MILLISECONDS));
        return this;
    }

    /// Once, after a time.
    Jobs after(Duration time, String name, Runnable job) {
        all.add(hands.schedule(() -> run(name, job), time.toMillis(), TimeUnit.MILLISECONDS));
        return this;
    }

    private static void run(String name, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException fault) {
            // whatever it was: the executor never runs a job again that threw
            LOG.atError().setCause(fault).addKeyValue("job", name).log("a job failed");
        }
    }

    @Override
    public void close() {
        all.forEach(job -> job.cancel(false));
        hands.shutdownNow();
        try {
            if (!hands.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.atWarn().log("a job did not end in time");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
