package vn.gopy.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.gopy.config.Settings;

/// How many requests a caller may make in a minute, and how the answers say so: `RateLimit-Limit`,
/// `RateLimit-Remaining`, `RateLimit-Reset`, and `Retry-After` when it was too many. Counted in memory alone;
/// no address is written anywhere.
public final class Quota {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CALLERS = 20_000;

    private final int most;
    private final Callers callers;
    private final Shares shares;
    private final InstantSource clock;
    private final Cache<String, Window> windows = Caffeine.newBuilder().maximumSize(CALLERS)
            .expireAfterAccess(MINUTE.multipliedBy(2)).build();

    /// @param most requests a minute; 0 for no limit
    public Quota(int most, Callers callers, InstantSource clock) {
        this(most, callers, _ -> Optional.empty(), clock);
    }

    private Quota(int most, Callers callers, Shares shares, InstantSource clock) {
        this.most = most;
        this.callers = callers;
        this.shares = shares;
        this.clock = clock;
    }

    public static Quota from(Settings settings, InstantSource clock) {
        return new Quota(settings.number("api-requests-per-minute", 0, 1_000_000), Callers.from(settings),
                clock);
    }

    /// The same for callers who may have a share of their own, which then counts instead of their address's.
    public Quota with(Shares known) {
        return new Quota(most, callers, known, clock);
    }

    /// Who has a share of their own.
    @FunctionalInterface
    public interface Shares {
        Optional<Share> of(Context request);
    }

    /// So many requests a minute under a name, whatever the address.
    public record Share(String name, int most) {}

    /// Counts a request. Throws the refusal (429) when the caller has had its share of this minute.
    public void admit(Context request) {
        var share = shares.of(request).orElseGet(() -> new Share(callers.of(request), most));
        if (share.most() == 0) {
            return;
        }
        var left = windows.get(share.name(), _ -> new Window()).take(clock.instant(), share.most());
        request.header("RateLimit-Limit", Integer.toString(share.most()))
                .header("RateLimit-Remaining", Integer.toString(Math.max(0, left.requests())))
                .header("RateLimit-Reset", Long.toString(left.seconds()));
        if (left.requests() < 0) {
            request.header("Retry-After", Long.toString(left.seconds()));
            throw new HttpResponseException(429, "too many requests");
        }
    }

    /// @param requests what is left of the minute's share; negative when there was none left for this one
    /// @param seconds  until the next share
    private record Left(int requests, long seconds) {}

    /// One caller's minute, which begins with the first request.
    private static final class Window {
        private Instant start = Instant.MIN;
        private int taken;

        synchronized Left take(Instant now, int most) {
            // a clock that was set back begins anew, too
            if (start.equals(Instant.MIN) || now.isBefore(start) || !now.isBefore(start.plus(MINUTE))) {
                start = now;
                taken = 0;
            }
            taken = Math.min(taken + 1, most + 1);
            long millis = Duration.between(now, start.plus(MINUTE)).toMillis();
            return new Left(most - taken, Math.max(1, (millis + 999) / 1000));
        }
    }
}
