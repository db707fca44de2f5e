package vn.gopy.outbox;

import java.time.Duration;

/// How long to try: 1, 2, 4 … 60 s with full jitter for letters, given up after 24 hours (contracts.md 3.4).
public final class Patience {
    /// After so long a letter is given up.
    public static final Duration LETTER_LIFE = Duration.ofHours(24);

    private static final long LONGEST_SECONDS = 60;

    private Patience() {}

    /// How long to wait after so many failed attempts. `chance` is from 0 to 1, exclusive.
    public static Duration after(int attempts, double chance) {
        long ceiling = Math.min(LONGEST_SECONDS, 1L << Math.min(attempts, 6));
        return Duration.ofMillis(Math.max(200, (long) (ceiling * 1000 * chance)));
    }
}
