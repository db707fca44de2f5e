package vn.gopy.web;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/// A request whose body must keep coming: one that drips slower than 100 bytes a second is cut off after a
/// while.
///
/// Jetty's own handler for this (12.1.12) divides the bytes of all requests together by the time of one, so
/// that a busy server never cuts anybody off.
final class SlowBody extends Request.Wrapper {
    private static final long LEAST_PER_SECOND = 100;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private long asked;
    private long bytes;
    private Content.@Nullable Chunk cutOff;

    SlowBody(Request request) {
        super(request);
    }

    @Override
    public Content.@Nullable Chunk read() {
        if (cutOff != null) {
            return cutOff;
        }
        var chunk = super.read();
        if (chunk != null) {
            bytes += chunk.remaining();
        }
        return chunk;
    }

    /// Called whenever the body is not there yet.
    @Override
    public void demand(Runnable ready) {
        if (asked == 0) {
            asked = NanoTime.now();
        }
        long waited = NanoTime.since(asked);
        if (waited > GRACE_NANOS && bytes < LEAST_PER_SECOND * TimeUnit.NANOSECONDS.toSeconds(waited)) {
            cutOff = Content.Chunk.from(new TimeoutException("the body comes too slowly"));
            ready.run();
            return;
        }
        super.demand(ready);
    }
}
