package vn.gopy.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Shipment;

/// A channel that is down at first, then goes wrong in every way that contracts.md 3.4 lists as passing, then
/// is well. It notes each attempt, and those made before the time that it had asked to wait.
final class StormyChannel implements Channel {
    private static final long SECOND = 1_000_000_000;
    private static final long DOWN = 600 * SECOND;
    private static final long STORM = 720 * SECOND;
    /// What is on its way when a pause begins cannot be called back: in [vn.gopy.fakes.RestingTime] less than a
    /// second.
    private static final long ON_ITS_WAY = SECOND;

    private final Tempo time;
    private final Random chance;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Attempt> arrived = new ArrayList<>();
    private final List<String> tooEarly = new ArrayList<>();
    private final Map<String, Long> quietUntil = new HashMap<>();
    private long pauseBegun = Long.MIN_VALUE;
    private long pauseEnds = Long.MIN_VALUE;
    private int arrivedUnknown;

    StormyChannel(Tempo time, long seed) {
        this.time = time;
        chance = new Random(seed);
    }

    /// @param at nanoseconds since the beginning
    record Attempt(long at, String resident, String text) {}

    @Override
    public String name() {
        return "stormy";
    }

    @Override
    public synchronized Delivery send(Shipment shipment) {
        var attempt = new Attempt(time.nanos(), shipment.to().id(), shipment.reply().text());
        attempts.add(attempt);
        holdAgainstWishes(attempt);
        if (attempt.at < DOWN) {
            return down();
        }
        return attempt.at < STORM ? stormy(attempt) : arrives(attempt);
    }

    private void holdAgainstWishes(Attempt attempt) {
        if (attempt.at < quietUntil.getOrDefault(attempt.resident, Long.MIN_VALUE)) {
            tooEarly.add(attempt + " was asked to wait");
        }
        if (attempt.at > pauseBegun + ON_ITS_WAY && attempt.at < pauseEnds) {
            tooEarly.add(attempt + " while everybody was asked to wait");
        }
    }

    private Delivery down() {
        return chance.nextBoolean()
                ? new Delivery.TryAgain(Duration.ZERO, "502, a page of HTML", false, true)
                : new Delivery.TryAgain(Duration.ZERO, "connection refused", false, true);
    }

    private Delivery stormy(Attempt attempt) {
        return switch (chance.nextInt(20)) {
            case 0, 1, 2 -> new Delivery.TryAgain(Duration.ZERO, "500", false, true);
            case 3 -> new Delivery.Unknown("hang");
            case 4, 5 -> {
                arrives(attempt);
                arrivedUnknown++;
                yield new Delivery.Unknown("broken JSON");
            }
            case 6, 7, 8 -> wait(attempt, 3 + chance.nextInt(8));
            case 9 -> chance.nextInt(5) == 0 ? pause(attempt, 10) : arrives(attempt);
            default -> arrives(attempt);
        };
    }

    private Delivery arrives(Attempt attempt) {
        arrived.add(attempt);
        return new Delivery.Sent("1");
    }

    private Delivery wait(Attempt attempt, int seconds) {
        quietUntil.put(attempt.resident, attempt.at + seconds * SECOND);
        return new Delivery.TryAgain(Duration.ofSeconds(seconds), "429", false, false);
    }

    private Delivery pause(Attempt attempt, int seconds) {
        pauseBegun = attempt.at;
        pauseEnds = Math.max(pauseEnds, attempt.at + seconds * SECOND);
        return new Delivery.TryAgain(Duration.ofSeconds(seconds), "429", true, false);
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /// What its residents saw, in its order, repeats too.
    synchronized List<Attempt> arrived() {
        return List.copyOf(arrived);
    }

    /// How often something arrived and we were not told.
    synchronized int arrivedUnknown() {
        return arrivedUnknown;
    }

    synchronized List<String> tooEarly() {
        return List.copyOf(tooEarly);
    }
}
