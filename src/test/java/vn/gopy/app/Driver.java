package vn.gopy.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Sends updates as Telegram does, over connections that stay open, each the next one as soon as the last is
/// answered.
final class Driver {
    static final long FIRST_CHAT = 1_000_000;
    static final String SECRET = "bench-secret-0123456789abcdefghijkl";
    /// What each chat says, over and over: two questions, two opinions that are sent, thanks.
    private static final String[] STEPS = {
            "xã Lê Lợi giờ thuộc đâu", "Từ ngày nhập xã đi làm giấy tờ xa quá, chờ cả buổi.", "đồng ý",
            "bỏ qua",
            "gửi", "so do co phai doi khong", "Cán bộ một cửa hướng dẫn tận tình, tôi hài lòng.", "bỏ qua",
            "gửi", "cảm ơn bạn nhé"};

    private final int port;
    private final int connections;
    private final int chats;
    private final int among;
    private final AtomicLong next;

    Driver(int port, int connections, int chats, long first) {
        this(port, connections, chats, chats, first);
    }

    /// The same, but after a whole conversation other chats speak, as many at once, of `among` in all.
    Driver(int port, int connections, int chats, int among, long first) {
        this.port = port;
        this.connections = connections;
        this.chats = chats;
        this.among = among;
        next = new AtomicLong(first);
    }

    /// What a window of load showed. Times in microseconds.
    record Window(double perSecond, long p50, long p99, long refused) {}

    /// Loads the server for so many milliseconds, at most a million updates.
    Window run(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        var times = new long[connections][];
        var refused = new AtomicLong();
        long begun = System.nanoTime();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                int hand = i;
                hands.execute(() -> times[hand] = talk(end, refused));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        var all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Window(all.length / seconds, all[all.length / 2], all[(int) (all.length * 0.99)],
                refused.get());
    }

    private long[] talk(long end, AtomicLong refused) {
        var times = new long[1 << 16];
        int count = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 4096);
            while (System.nanoTime() < end && count < times.length) {
                var request = request(next.getAndIncrement());
                long sent = System.nanoTime();
                socket.getOutputStream().write(request);
                if (status(in) != 200) {
                    refused.incrementAndGet();
                }
                times[count++] = (System.nanoTime() - sent) / 1_000;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Arrays.copyOf(times, count);
    }

    private byte[] request(long k) {
        long before = k / chats / STEPS.length * chats;
        long chat = FIRST_CHAT + (before + k % chats) * 7919 % among;
        var text = STEPS[(int) ((among == chats ? chat + k / chats : k / chats) % STEPS.length)];
        var body = """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"An",\
                "language_code":"vi"},"chat":{"id":%d,"first_name":"An","type":"private"},"date":%d,"text":"%s"}}"""
                .formatted(500_000_000 + k, k + 1, chat, chat, 1_795_000_000 + k / 100, text)
                .getBytes(StandardCharsets.UTF_8);
        var head = ("POST /telegram/webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "X-Telegram-Bot-Api-Secret-Token: " + SECRET + "\r\nContent-Length: " + body.length
                + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /// Reads one answer whole and gives back its status.
    private static int status(InputStream in) throws IOException {
        var line = line(in);
        int length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return Integer.parseInt(line.substring(9, 12));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
