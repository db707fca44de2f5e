package vn.gopy.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply.Care;
import vn.gopy.chat.Shipment;
import vn.gopy.metrics.Metrics;

/// The way of one parcel: wait for its turn, try, and do what the delivery advises, until it has an end.
final class Walk {
    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
    private static final Duration HALT = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final Rounds rounds;
    private final InstantSource clock;
    private final Metrics metrics;
    private final Semaphore hands;
    private final Farewell farewell;
    private final Set<Long> doubted = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> pausedUntil = new ConcurrentHashMap<>();

    Walk(Outbox outbox, Rounds rounds, InstantSource clock, Metrics metrics, Farewell farewell) {
        this.outbox = outbox;
        this.farewell = farewell;
        this.rounds = rounds;
        this.clock = clock;
        this.metrics = metrics;
        hands = new Semaphore(rounds.hands());
    }

    /// How a parcel's way ended.
    enum End {
        CARRIED, LEAVING, GIVEN_UP, UNREACHABLE, STAYS
    }

    /// Hears when a parcel whose way ended as [End#LEAVING] is gone from the disk, or that it could not be
    /// removed there.
    interface Farewell {
        void gone(long id, boolean removed);
    }

    /// Tries until the parcel has an end. `stop` is asked before each attempt; then the parcel stays on the
    /// disk.
    End carry(Errand errand, BooleanSupplier stop) {
        var now = errand.parcel();
        rest(Duration.between(clock.instant(), errand.due()));
        while (!stop.getAsBoolean()) {
            waitTurn(now);
            if (stop.getAsBoolean()) {
                break;
            }
            var step = attempt(now);
            switch (step) {
                case Step.Ended(var end) -> {
                    return end;
                }
                case Step.Again(var next, var after) -> {
                    if (next instanceof Parcel.Letter
                            && errand.putAt().plus(Patience.LETTER_LIFE).isBefore(clock.instant())) {
                        return bury(now, "given up after 24 hours");
                    }
                    rounds.tempo().rest(after);
                    now = next;
                }
            }
        }
        return End.STAYS;
    }

    /// One attempt whose result does not matter.
    void once(Parcel.Letter letter) {
        if (letter.pressKey().isEmpty()) {
            rest(rounds.pace(letter.to().channel() + ".group").reserve(letter.to(), rounds.tempo().nanos()));
        }
        var delivery = send(letter);
        metrics.count("gopy_delivered_total{channel=\"" + letter.to().channel() + "\",as=\"" + word(delivery)
                + "\"}");
    }

    private void waitTurn(Parcel parcel) {
        var channel = channel(parcel);
        var pause = pausedUntil.getOrDefault(channel, Long.MIN_VALUE) - rounds.tempo().nanos();
        if (pausedUntil.containsKey(channel) && pause > 0) {
            rounds.tempo().rest(Duration.ofNanos(pause));
        }
        if (parcel instanceof Parcel.Letter letter) {
            rest(rounds.pace(channel).reserve(letter.person(), rounds.tempo().nanos()));
        }
    }

    private void rest(Duration wait) {
        if (wait.isPositive()) {
            rounds.tempo().rest(wait);
        }
    }

    private Step attempt(Parcel parcel) {
        hands.acquireUninterruptibly();
        Step step = Step.UNDER_WAY;
        try {
            var delivery = send(parcel);
            metrics.count("gopy_delivered_total{channel=\"" + channel(parcel) + "\",as=\"" + word(delivery)
                    + "\"}");
            step = settle(parcel, delivery);
            return step;
        } finally {
            if (!step.equals(Step.LEAVING)) {
                hands.release();
            }
        }
    }

    private Delivery send(Parcel parcel) {
        return switch (parcel) {
            case Parcel.Notice notice -> rounds.carrier().carry(notice);
            case Parcel.Letter letter -> send(letter);
        };
    }

    private Delivery send(Parcel.Letter letter) {
        var channel = rounds.channels().get(letter.to().channel());
        if (channel == null) {
            return new Delivery.Refused("no such channel any more");
        }
        var edits = letter.reply().edits().map(name -> outbox.anchor(letter.person(), name)).orElse("");
        return channel.send(new Shipment("p" + Math.abs(letter.id()), letter.to(), letter.reply(),
                letter.pressKey(), edits));
    }

    private Step settle(Parcel parcel, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent(var messageId) -> sent(parcel, messageId);
            case Delivery.TryAgain again -> later(parcel, again);
            case Delivery.Unknown(var why) -> unknown(parcel, why);
            case Delivery.Moved(var to) when parcel instanceof Parcel.Letter letter -> {
                outbox.moved(letter.person(), to);
                yield new Step.Again(new Parcel.Letter(letter.id(), letter.person(), to, letter.reply(),
                        letter.pressKey(), letter.attempts() + 1), Duration.ZERO);
            }
            case Delivery.Moved _ -> new Step.Ended(bury(parcel, "moved"));
            case Delivery.Blocked _ when parcel instanceof Parcel.Letter letter -> {
                outbox.unreachable(letter.person());
                yield new Step.Ended(End.UNREACHABLE);
            }
            case Delivery.Blocked(var why) -> new Step.Ended(bury(parcel, why));
            case Delivery.Refused _ when parcel instanceof Parcel.Letter letter
                    && letter.reply().edits().isPresent() ->
                new Step.Again(
                        new Parcel.Letter(letter.id(), letter.person(), letter.to(), letter.reply().asNew(),
                                letter.pressKey(), letter.attempts()),
                        Duration.ZERO);
            case Delivery.Refused(var why) -> new Step.Ended(bury(parcel, why));
            case Delivery.Halt(var why) -> {
                LOG.atError().addKeyValue("channel", channel(parcel)).addKeyValue("why", why)
                        .log("sending stopped: an operator must act");
                pause(channel(parcel), HALT);
                yield new Step.Again(parcel, Duration.ZERO);
            }
        };
    }

    private Step sent(Parcel parcel, String messageId) {
        doubted.remove(parcel.id());
        if (parcel instanceof Parcel.Letter letter && letter.reply().anchor().isPresent()
                && !messageId.isEmpty()) {
            outbox.done(letter, letter.reply().anchor().get(), messageId);
            return new Step.Ended(End.CARRIED);
        }
        outbox.done(parcel.id(), removed -> left(parcel.id(), removed));
        return Step.LEAVING;
    }

    /// The hand is free only now: no more parcels are carried and still on the disk than there are hands, so
    /// no more are repeated after a crash.
    private void left(long id, boolean removed) {
        farewell.gone(id, removed);
        hands.release();
    }

    private Step later(Parcel parcel, Delivery.TryAgain again) {
        if (again.everyone()) {
            pause(channel(parcel), again.after());
        }
        int attempts = parcel.attempts() + (again.counts() ? 1 : 0);
        var chance = ThreadLocalRandom.current().nextDouble();
        var after = again.after().isZero() ? Patience.after(attempts, chance) : again.after();
        outbox.tried(parcel.id(), attempts, clock.instant().plus(after));
        return new Step.Again(tried(parcel, attempts), after);
    }

    /// Nobody knows whether it arrived: sure letters and notices go again and again, chatter once
    /// (contracts.md 3.5).
    private Step unknown(Parcel parcel, String why) {
        metrics.count("gopy_unknown_total{channel=\"" + channel(parcel) + "\"}");
        if (parcel instanceof Parcel.Letter letter && letter.reply().care() != Care.AT_LEAST_ONCE
                && !doubted.add(letter.id())) {
            doubted.remove(letter.id());
            return new Step.Ended(bury(parcel, "unknown: " + why));
        }
        return later(parcel, new Delivery.TryAgain(Duration.ZERO, why, false, true));
    }

    private End bury(Parcel parcel, String why) {
        LOG.atWarn().addKeyValue("parcel", parcel.id()).addKeyValue("why", why).log("given up");
        outbox.bury(parcel.id(), why, clock.instant());
        return End.GIVEN_UP;
    }

    private void pause(String channel, Duration time) {
        pausedUntil.merge(channel, rounds.tempo().nanos() + time.toNanos(), Math::max);
    }

    private static Parcel tried(Parcel parcel, int attempts) {
        return switch (parcel) {
            case Parcel.Letter(var id, var person, var to, var reply, var press, _) ->
                new Parcel.Letter(id, person, to, reply, press, attempts);
            case Parcel.Notice(var id, var endpoint, var event, var body, _) ->
                new Parcel.Notice(id, endpoint, event, body, attempts);
        };
    }

    private static String channel(Parcel parcel) {
        return switch (parcel) {
            case Parcel.Letter letter -> letter.to().channel();
            case Parcel.Notice _ -> "hook";
        };
    }

    private static String word(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> "sent";
            case Delivery.TryAgain _ -> "try_again";
            case Delivery.Unknown _ -> "unknown";
            case Delivery.Moved _ -> "moved";
            case Delivery.Blocked _ -> "blocked";
            case Delivery.Refused _ -> "refused";
            case Delivery.Halt _ -> "halt";
        };
    }

    /// Waits until no parcel is under way, at most so long.
    void drain(Duration patience) {
        try {
            if (hands.tryAcquire(rounds.hands(), patience.toNanos(), TimeUnit.NANOSECONDS)) {
                hands.release(rounds.hands());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// What comes after one attempt.
    private sealed interface Step {
        Step UNDER_WAY = new Ended(End.STAYS);
        Step LEAVING = new Ended(End.LEAVING);

        record Ended(End end) implements Step {}

        record Again(Parcel parcel, Duration after) implements Step {}
    }
}
