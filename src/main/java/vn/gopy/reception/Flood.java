package vn.gopy.reception;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import vn.gopy.config.Settings;
import vn.gopy.vault.Pseudonym;

/// How many messages of one person are kept in a minute (contracts.md 7). It is counted in memory alone: a
/// restart forgets it, and no table tells how much anybody wrote.
public final class Flood {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_NOTICES = Duration.ofMinutes(10);
    private static final int PEOPLE = 20_000;

    private final int most;
    private final Cache<Pseudonym, Tally> tallies = Caffeine.newBuilder().executor(Runnable::run)
            .maximumSize(PEOPLE).build();
    private final Tally boundless = new Tally(Integer.MAX_VALUE);

    /// @param most messages a minute; 0 for no limit
    private Flood(int most) {
        this.most = most;
    }

    public static Flood from(Settings settings) {
        return new Flood(settings.number("resident-messages-per-minute", 0, 10_000));
    }

    /// What was kept of somebody lately.
    Tally of(Pseudonym person) {
        return most == 0 ? boundless : tallies.get(person, _ -> new Tally(most));
    }

    /// The messages of one person: how many since a minute began, and when they were last told to wait.
    static final class Tally {
        private final int most;
        private Instant minute = Instant.MIN;
        private Instant notice = Instant.MIN;
        private int kept;

        private Tally(int most) {
            this.most = most;
        }

        /// Whether this minute has had its share.
        synchronized boolean full(Instant now) {
            return kept >= most && within(minute, MINUTE, now);
        }

        /// One more was kept.
        synchronized void keep(Instant now) {
            if (!within(minute, MINUTE, now)) {
                minute = now;
                kept = 0;
            }
            kept++;
        }

        /// Whether it is time to tell them.
        synchronized boolean noticeIsDue(Instant now) {
            return !within(notice, BETWEEN_NOTICES, now);
        }

        synchronized void noticed(Instant now) {
            notice = now;
        }

        /// Also false when the clock was set back.
        private static boolean within(Instant since, Duration time, Instant now) {
            return !now.isBefore(since) && !since.equals(Instant.MIN) && now.isBefore(since.plus(time));
        }
    }
}
