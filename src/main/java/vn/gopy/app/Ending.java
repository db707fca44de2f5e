package vn.gopy.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the service ends: one thread asks for it and waits, another closes the house. Whatever goes wrong
/// there, who asked gets an answer in time (contracts.md F3): all that was acknowledged is on the disk.
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Duration longest;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean failed;

    /// @param longest how long who asks waits for the house to close
    Ending(Duration longest) {
        this.longest = longest;
    }

    /// Asks for the end and waits for it; gives back the exit code, 0 when the house was closed well.
    int ask() {
        asked.countDown();
        try {
            return over.await(longest.toNanos(), TimeUnit.NANOSECONDS) && !failed ? 0 : 1;
        } catch (InterruptedException _) { // the machine insists
            return 1;
        }
    }

    /// Waits until somebody asks, then closes what is open, one after the other, each whatever became of the
    /// one before.
    void closeWhenAsked(List<? extends AutoCloseable> open) throws InterruptedException {
        asked.await();
        open.forEach(this::close);
        over.countDown();
    }

    private void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception fault) {
            failed = true;
            LOG.atError().setCause(fault).log("could not close well");
        }
    }
}
