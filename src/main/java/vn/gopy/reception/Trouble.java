package vn.gopy.reception;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.DatabaseException;

/// Whether arrivals can be recorded. While they cannot, the log hears of it once a minute, not at each.
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private volatile Instant last = Instant.MIN;
    private Instant said = Instant.MIN;
    private int turnedAway;

    /// An arrival could not be recorded.
    synchronized void met(DatabaseException fault, Instant now) {
        last = now;
        turnedAway++;
        if (!within(said, now)) {
            LOG.atError().setCause(fault).addKeyValue("turned-away", turnedAway)
                    .log("arrivals cannot be recorded");
            said = now;
            turnedAway = 0;
        }
    }

    /// An arrival was recorded.
    void over() {
        if (!last.equals(Instant.MIN)) {
            last = Instant.MIN;
            LOG.atInfo().log("arrivals are recorded again");
        }
    }

    /// Whether one could not be recorded within the last minute, and none could since.
    boolean lasts(Instant now) {
        return within(last, now);
    }

    /// Also false when the clock was set back.
    private static boolean within(Instant since, Instant now) {
        return !since.equals(Instant.MIN) && !now.isBefore(since) && now.isBefore(since.plus(MINUTE));
    }
}
