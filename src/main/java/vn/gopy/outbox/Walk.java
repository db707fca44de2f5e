package vn.gopy.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply.Care;
import vn.gopy.chat.Shipment;
import vn.gopy.db.DatabaseException;
import vn.gopy.metrics.Metrics;

/// The way of one parcel: wait for its turn, try, and do what the delivery advises, until it has an end.
final class Walk {
    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
    private static final Duration HALT = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final Rounds rounds;
    private final InstantSource clock;
    private final Metrics metrics;
    private final Metrics.Family deliveries;
    private final Semaphore hands;
    private final LongConsumer farewell;
    private final Removals removals;
    private final Set<Long> stuck = ConcurrentHashMap.newKeySet();
    private final Set<Long> doubted = ConcurrentHashMap.newKeySet();
    private final Turnstile turnstile;

    /// @param farewell hears when a parcel whose way ended as [End#LEAVING] is gone from the disk
    Walk(Outbox outbox, Rounds rounds, InstantSource clock, Metrics metrics, LongConsumer farewell) {
        this.outbox = outbox;
        this.farewell = farewell;
        this.rounds = rounds;
        this.clock = clock;
        this.metrics = metrics;
        deliveries = metrics.family("gopy_delivered_total", "channel", "as");
        hands = new Semaphore(rounds.hands());
        turnstile = new Turnstile(rounds);
        removals = outbox.removals(this::left);
    }

    /// How a parcel's way ended.
    enum End {
        CARRIED, LEAVING, GIVEN_UP, UNREACHABLE, STAYS
    }

    /// Tries until the parcel has an end. `stop` is asked before each attempt; then the parcel stays on the
    /// disk, as does one whose channel is switched off. `nudged` ends a rest between two attempts.
    End carry(Errand errand, BooleanSupplier stop, BooleanSupplier nudged) {
        BooleanSupplier upAgain = () -> stop.getAsBoolean() || nudged.getAsBoolean();
        var now = errand.parcel();
        if (now instanceof Parcel.Letter && rounds.channel(now.channel()).isEmpty()) {
            return End.STAYS;
        }
        turnstile.rest(Duration.between(clock.instant(), errand.due()), upAgain);
        while (!stop.getAsBoolean()) {
            turnstile.pass(now, stop);
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
                    turnstile.rest(after, upAgain);
                    now = next;
                }
                case Step.Halted _ -> {
                    // The turnstile is shut. However long that lasts, it does not count against the letter.
                }
            }
        }
        return End.STAYS;
    }

    /// Whether a letter that is not kept may go now: an answer to a press always, a word in a group when the
    /// group's pace allows.
    boolean mayGo(Parcel.Letter letter) {
        return !letter.pressKey().isEmpty() || rounds.channel(letter.channel())
                .filter(channel -> turnstile.letsInto(channel.place(letter.to()), letter)).isPresent();
    }

    /// One attempt whose result does not matter.
    void once(Parcel.Letter letter) {
        var delivery = send(letter);
        deliveries.count(letter.channel(), word(delivery));
    }

    private Step attempt(Parcel parcel) {
        hands.acquireUninterruptibly();
        Step step = Step.UNDER_WAY;
        try {
            var delivery = send(parcel);
            deliveries.count(parcel.channel(), word(delivery));
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
        var edits = letter.reply().edits().map(name -> outbox.anchor(letter.person(), name)).orElse("");
        var shipment = new Shipment("p" + Math.abs(letter.id()), letter.to(), letter.reply(),
                letter.pressKey(), edits);
        return rounds.channel(letter.channel()).map(channel -> channel.send(shipment))
                .orElseGet(() -> new Delivery.Refused("there is no such channel"));
    }

    private Step settle(Parcel parcel, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent(var messageId) -> sent(parcel, messageId);
            case Delivery.Polled polled when parcel instanceof Parcel.Letter letter ->
                remembered(letter, () -> outbox.done(letter, polled));
            case Delivery.Polled(var messageId, _) -> sent(parcel, messageId);
            case Delivery.TryAgain again -> later(parcel, again);
            case Delivery.Unknown(var why) -> unknown(parcel, why);
            case Delivery.Moved(var to) when parcel instanceof Parcel.Letter letter -> {
                outbox.moved(letter.person(), to);
                yield new Step.Again(letter.movedTo(to), Duration.ZERO);
            }
            case Delivery.Moved _ -> new Step.Ended(bury(parcel, "moved"));
            case Delivery.Blocked _ when parcel instanceof Parcel.Letter letter -> {
                outbox.unreachable(letter.person());
                yield new Step.Ended(End.UNREACHABLE);
            }
            case Delivery.Blocked(var why) -> new Step.Ended(bury(parcel, why));
            case Delivery.Refused _ when parcel instanceof Parcel.Letter letter
                    && letter.reply().edits().isPresent() ->
                new Step.Again(letter.saying(letter.reply().asNew()), Duration.ZERO);
            case Delivery.Refused(var why) -> new Step.Ended(bury(parcel, why));
            case Delivery.Halt(var why) -> {
                LOG.atError().addKeyValue("channel", parcel.channel()).addKeyValue("why", why)
                        .log("sending stopped: an operator must act");
                turnstile.shut(parcel.channel(), HALT);
                yield new Step.Halted();
            }
        };
    }

    private Step sent(Parcel parcel, String messageId) {
        doubted.remove(parcel.id());
        if (parcel instanceof Parcel.Letter letter && letter.reply().anchor().isPresent()
                && !messageId.isEmpty()) {
            var anchor = letter.reply().anchor().get();
            return remembered(letter, () -> outbox.done(letter, anchor, messageId, clock.instant()));
        }
        removals.add(List.of(parcel.id()));
        return Step.LEAVING;
    }

    private Step remembered(Parcel.Letter letter, Runnable note) {
        try {
            note.run();
            return new Step.Ended(End.CARRIED);
        } catch (DatabaseException _) {
            // The ledger's waiters tell the log; this letter must only not be carried again.
            left(letter.id(), false);
            return Step.LEAVING;
        }
    }

    /// The hand is free only now: no more parcels are carried and still on the disk than there are hands, so
    /// no more are repeated after a crash. One that could not be removed stays in its hand.
    private void left(long id, boolean removed) {
        if (removed) {
            farewell.accept(id);
            hands.release();
        } else {
            metrics.count("gopy_removal_faults_total");
            stuck.add(id);
        }
    }

    /// Tries again to remove what was carried and could not be removed, as on a full disk; it is not carried
    /// again meanwhile. Called again and again.
    void removeStuck() {
        var again = List.copyOf(stuck).stream().filter(stuck::remove).toList();
        if (!again.isEmpty()) {
            removals.add(again);
        }
    }

    private Step later(Parcel parcel, Delivery.TryAgain again) {
        if (again.everyone()) {
            turnstile.shut(parcel.channel(), again.after());
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
        metrics.count("gopy_unknown_total{channel=\"" + parcel.channel() + "\"}");
        if (parcel instanceof Parcel.Letter letter && letter.reply().care() != Care.AT_LEAST_ONCE
                && !doubted.add(letter.id())) {
            doubted.remove(letter.id());
            return new Step.Ended(bury(parcel, "unknown: " + why));
        }
        return later(parcel, new Delivery.TryAgain(Duration.ZERO, why, false, true));
    }

    /// A notice's reason holds what its receiver said, and no log quotes strangers (contracts.md 5, row 44).
    private End bury(Parcel parcel, String why) {
        LOG.atWarn().addKeyValue("parcel", parcel.id()).addKeyValue("channel", parcel.channel())
                .addKeyValue("why", parcel instanceof Parcel.Notice ? "see dead_letter" : why)
                .log("given up");
        outbox.bury(parcel.id(), why, clock.instant());
        return End.GIVEN_UP;
    }

    private static Parcel tried(Parcel parcel, int attempts) {
        return switch (parcel) {
            case Parcel.Letter letter -> letter.tried(attempts);
            case Parcel.Notice(var id, var endpoint, var event, var body, _) ->
                new Parcel.Notice(id, endpoint, event, body, attempts);
        };
    }

    private static String word(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _,Delivery.Polled _ -> "sent";
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

        /// The channel takes nothing until an operator acts: the same again after that.
        record Halted() implements Step {}
    }
}
