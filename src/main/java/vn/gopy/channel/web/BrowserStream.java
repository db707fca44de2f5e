package vn.gopy.channel.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One open page of one resident. The thread of its request writes what others hand over.
final class BrowserStream {
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BlockingQueue<Handed> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Duration heartbeat;
    private volatile boolean closed;

    BrowserStream(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /// Writes what the page missed, then what comes, until the browser goes away or the stream is closed;
    /// between messages it sends heartbeats.
    void pump(OutputStream browser, List<Told> missed) throws IOException, InterruptedException {
        try {
            write(browser, Told.HEARTBEAT);
            for (var told : missed) {
                write(browser, told);
            }
            while (!closed) {
                var next = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                write(browser, next == null ? Told.HEARTBEAT : next.told());
                if (next != null) {
                    next.written().complete(true);
                }
            }
        } finally {
            close();
        }
    }

    private static void write(OutputStream browser, Told told) throws IOException {
        browser.write(told.event().getBytes(StandardCharsets.UTF_8));
        browser.flush();
    }

    /// Hands over a message and waits until it is written. False when the browser does not take it; then the
    /// stream is closed, and the page will open another.
    boolean tell(Told told) throws InterruptedException {
        var handed = new Handed(told, new CompletableFuture<>());
        if (closed || !waiting.offer(handed)) {
            close();
            return false;
        }
        if (closed) {
            abandon();
        }
        try {
            return handed.written().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            close();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a browser's stream broke its word", impossible);
        }
    }

    /// Ends the stream soon: its thread sees it at its next message or heartbeat.
    void close() {
        closed = true;
        abandon();
        waiting.offer(new Handed(Told.HEARTBEAT, new CompletableFuture<>()));
    }

    private void abandon() {
        for (var left = waiting.poll(); left != null; left = waiting.poll()) {
            left.written().complete(false);
        }
    }

    private record Handed(Told told, CompletableFuture<Boolean> written) {}
}
