package vn.gopy.fakes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import vn.gopy.outbox.Tempo;

/// A clock that stands still until somebody moves it; who rests moves it.
public final class SettableClock implements InstantSource, Tempo {
    private Instant now;

    public SettableClock(String iso) {
        now = Instant.parse(iso);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public void rest(Duration time) {
        pass(time);
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
