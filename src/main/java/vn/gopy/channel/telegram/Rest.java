package vn.gopy.channel.telegram;

import java.time.Duration;

/// How a background loop waits; a test waits in another way.
@FunctionalInterface
interface Rest {
    void rest(Duration time) throws InterruptedException;
}
