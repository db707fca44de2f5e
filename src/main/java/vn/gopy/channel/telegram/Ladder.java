package vn.gopy.channel.telegram;

import java.time.Duration;

/// How long a background loop waits after one failure after another: 1, 2, 4 … 60 seconds.
final class Ladder {
    private static final long TOP = 60;

    private long seconds = 1;

    Duration next() {
        var step = Duration.ofSeconds(seconds);
        seconds = Math.min(TOP, seconds * 2);
        return step;
    }

    void reset() {
        seconds = 1;
    }
}
