package vn.gopy.channel.telegram;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;

/// The open lines to the Bot API, used again and again, newest first. A call that takes too long has its line
/// cut; a watchman looks now and then, not to the millisecond, since a timer for each call would cost more
/// than its bytes.
final class ApiLines implements AutoCloseable {
    private static final Http1Config LIMITS = Http1Config.custom().setMaxHeaderCount(100)
            .setMaxLineLength(16_384).build();
    private static final long IDLE = Duration.ofSeconds(45).toNanos();
    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final long OFTEN = Duration.ofMillis(10).toNanos();
    private static final long SELDOM = Duration.ofMillis(500).toNanos();
    private static final int LOOKS = 8;

    private final String host;
    private final int port;
    private final boolean sealed;
    private final URI api;
    private final BotApi.Patience patience;
    private final ConcurrentLinkedDeque<ApiLine> idle = new ConcurrentLinkedDeque<>();
    private final Map<ApiLine, Long> ends = new ConcurrentHashMap<>();
    private final Thread watchman;
    private volatile boolean closed;

    private ApiLines(URI api, BotApi.Patience patience) {
        this.api = api;
        this.patience = patience;
        host = api.getHost();
        sealed = "https".equals(api.getScheme());
        port = api.getPort() >= 0 ? api.getPort() : sealed ? 443 : 80;
        watchman = Thread.ofVirtual().name("telegram-watch").unstarted(this::watch);
    }

    /// Opens no connection yet.
    static ApiLines to(URI api, BotApi.Patience patience) {
        var lines = new ApiLines(api, patience);
        lines.watchman.start();
        return lines;
    }

    /// A line for one call, which is cut when it is not given back within this time. Throws when the peer
    /// cannot be reached.
    ApiLine take(Duration time) throws IOException {
        var line = idle.pollFirst();
        while (line != null && isOver(line)) {
            line.cut();
            line = idle.pollFirst();
        }
        if (line == null) {
            line = new ApiLine(connect());
        }
        ends.put(line, System.nanoTime() + time.toNanos());
        return line;
    }

    private static boolean isOver(ApiLine line) {
        long rested = System.nanoTime() - line.idleSince();
        return rested > IDLE || (rested > FRESH && line.isStale());
    }

    /// The call came to an end, well or not.
    void giveBack(ApiLine line) {
        ends.remove(line);
        if (line.isUsable() && !closed) {
            line.rest(System.nanoTime());
            idle.addFirst(line);
        } else {
            line.cut();
        }
    }

    private DefaultBHttpClientConnection connect() throws IOException {
        var proxy = proxy();
        var socket = new Socket(proxy);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address(proxy), (int) patience.connect().toMillis());
            var connection = new DefaultBHttpClientConnection(LIMITS);
            if (sealed) {
                connection.bind(sealed(socket), socket);
            } else {
                connection.bind(socket);
            }
            return connection;
        } catch (IOException | RuntimeException fault) {
            socket.close();
            throw fault;
        }
    }

    /// The proxy that the machine's settings name for this address, if any.
    private Proxy proxy() {
        return ProxySelector.getDefault().select(api).stream().findFirst().orElse(Proxy.NO_PROXY);
    }

    private InetSocketAddress address(Proxy proxy) {
        return proxy.type() == Proxy.Type.DIRECT
                ? new InetSocketAddress(host, port)
                : InetSocketAddress.createUnresolved(host, port);
    }

    private SSLSocket sealed(Socket socket) throws IOException {
        var inside = (SSLSocket) trust().createSocket(socket, host, port, true);
        var parameters = inside.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        inside.setSSLParameters(parameters);
        inside.setSoTimeout((int) patience.connect().toMillis());
        inside.startHandshake();
        inside.setSoTimeout(0);
        return inside;
    }

    private static SSLSocketFactory trust() throws IOException {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException fault) {
            throw new IOException("no TLS on this machine", fault);
        }
    }

    private void watch() {
        long each = Math.clamp(patience.call().toNanos() / LOOKS, OFTEN, SELDOM);
        while (!closed || !ends.isEmpty()) {
            LockSupport.parkNanos(this, each);
            long now = System.nanoTime();
            ends.forEach((line, end) -> {
                if (now - end > 0) {
                    line.cut();
                }
            });
        }
    }

    /// Hangs up the lines that nobody uses. Those in use are closed by whoever gives them back: cut off,
    /// nobody would know whether a message arrived.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watchman);
        for (var line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            line.cut();
        }
    }
}
