package vn.gopy.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/// A request that is heard out for a little while before it is answered: what no door has read of its body is
/// thrown away.
///
/// A connection that is closed over unread bytes is reset, and a reset takes the answer with it: the peer would
/// learn that something broke instead of why it was refused (RFC 9112, section 9.6).
final class Linger extends Request.Wrapper {
    /// So many bytes are borne beside those that a door has read.
    private static final long MOST_BYTES = 4 * Server.BODY_BYTES;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    Linger(Request request) {
        super(request);
    }

    /// Jetty asks for this before it answers. Waits for the peer, two seconds at most; false when the
    /// connection cannot serve another request.
    @Override
    public boolean consumeAvailable() {
        if (!getHeaders().contains(HttpHeader.EXPECT)) {
            hearOut();
        }
        return super.consumeAvailable();
    }

    private void hearOut() {
        long end = NanoTime.now() + LONGEST_NANOS;
        long bytes = 0;
        for (var chunk = next(end); chunk != null; chunk = chunk.isLast() ? null : next(end)) {
            bytes += chunk.remaining();
            chunk.release();
            if (bytes > MOST_BYTES) {
                return;
            }
        }
    }

    private Content.@Nullable Chunk next(long end) {
        var chunk = read();
        while (chunk == null && cameBefore(end)) {
            chunk = read();
        }
        return chunk;
    }

    private boolean cameBefore(long end) {
        var came = new Semaphore(0);
        demand(came::release);
        try {
            return came.tryAcquire(NanoTime.until(end), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
