package vn.gopy.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// Lets a parcel go on when its channel's pace allows, and keeps a whole channel waiting when it asks for
/// that.
final class Turnstile {
    private final Rounds rounds;
    private final Tempo tempo;
    private final Map<String, Long> shutUntil = new ConcurrentHashMap<>();

    Turnstile(Rounds rounds) {
        this.rounds = rounds;
        tempo = rounds.tempo();
    }

    /// Waits for a place in the channel's row. When the channel is shut meanwhile, the place is given up and
    /// a new one is taken after that.
    void pass(Parcel parcel, BooleanSupplier stop) {
        var channel = parcel.channel();
        do {
            rest(shut(channel), stop);
            if (parcel instanceof Parcel.Letter letter) {
                rest(rounds.pace(channel).reserve(letter.person(), tempo.nanos()), stop);
            }
        } while (shut(channel).isPositive() && !stop.getAsBoolean());
    }

    /// Whether a word that is not kept may go now, at the pace of a group where it goes into one. One that may
    /// not is left unsaid: it would say again what has just been said there.
    boolean letsInto(String place, Parcel.Letter letter) {
        var channel = letter.channel();
        var pace = place.equals(letter.to().id()) ? channel : channel + ".group";
        return !shut(channel).isPositive() && rounds.pace(pace).take(place, tempo.nanos());
    }

    /// Nothing of this channel goes on for so long.
    void shut(String channel, Duration time) {
        shutUntil.merge(channel, tempo.nanos() + time.toNanos(), Math::max);
    }

    private Duration shut(String channel) {
        var until = shutUntil.get(channel);
        return until == null ? Duration.ZERO : Duration.ofNanos(until - tempo.nanos());
    }

    /// Rests so long, or until something is so. Whoever unparks the thread for another reason, as locks and
    /// the ledger may do late, does not end the rest.
    void rest(Duration time, BooleanSupplier until) {
        long end = tempo.nanos() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !until.getAsBoolean(); left = end - tempo.nanos()) {
            tempo.rest(Duration.ofNanos(left));
        }
    }
}
