package vn.gopy.official;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/// Slows down who tries passwords and codes (contracts.md section 5, row 25): after five failures of a name it
/// rests 1, 2, 4 … 60 seconds after each, and an address has thirty tries in ten minutes. A name that nobody
/// has is treated like any other. Nothing is stored: addresses stay in memory.
final class Attempts {
    private static final int FREE = 5;
    private static final int LONGEST_REST = 60;
    private static final int DOUBLINGS = 6;
    private static final int EACH_ADDRESS = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int REMEMBERED = 50_000;

    private final Cache<String, Tries> names = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, Tries> addresses = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /// Failures so far, and the moment that counts: of a name the last one (and the one before), of an address
    /// the first.
    private record Tries(int failures, Instant at, Instant before) {}

    /// What tries of one-time codes from an address are counted under; no name of an official holds a new line.
    static String codesFrom(String address) {
        return "code\n" + address;
    }

    /// The same for those who come back from the provider.
    static String tripsFrom(String address) {
        return "trip\n" + address;
    }

    /// The same for codes that are typed in a chat.
    static String linksFrom(String chat) {
        return "link\n" + chat;
    }

    /// How long to wait before a try; when zero, the try is counted as a failure until [#right] or [#done]
    /// says otherwise, so that many at once gain nothing.
    synchronized Duration take(String name, String address, Instant now) {
        var ofName = known(names, name, now, FORGOTTEN);
        var ofAddress = known(addresses, address, now, WINDOW);
        var rest = longer(rest(ofName, now),
                ofAddress.failures < EACH_ADDRESS
                        ? Duration.ZERO
                        : Duration.between(now, ofAddress.at.plus(WINDOW)));
        if (rest.isZero()) {
            names.put(name, new Tries(ofName.failures + 1, now, ofName.at));
            addresses.put(address, new Tries(ofAddress.failures + 1, ofAddress.at, ofAddress.at));
        }
        return rest;
    }

    private static Tries known(Cache<String, Tries> cache, String key, Instant now, Duration kept) {
        var tries = cache.getIfPresent(key);
        if (tries == null || !now.isBefore(tries.at.plus(kept))) {
            return new Tries(0, now, now);
        }
        // a clock that was set back, or many tries at once that come in another order, forgive nothing
        return now.isBefore(tries.at) ? new Tries(tries.failures, now, now) : tries;
    }

    private static Duration rest(Tries tries, Instant now) {
        if (tries.failures < FREE) {
            return Duration.ZERO;
        }
        int seconds = Math.min(LONGEST_REST, 1 << Math.min(DOUBLINGS, tries.failures - FREE));
        var rest = Duration.between(now, tries.at.plusSeconds(seconds));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// The last try was no failure; earlier failures stay.
    synchronized void right(String name, String address) {
        less(names, name);
        less(addresses, address);
    }

    private static void less(Cache<String, Tries> cache, String key) {
        cache.asMap().computeIfPresent(key,
                (_, tries) -> new Tries(Math.max(0, tries.failures - 1), tries.before, tries.before));
    }

    /// Somebody is wholly signed in: the name begins anew.
    synchronized void done(String name, String address) {
        less(addresses, address);
        names.invalidate(name);
    }
}
