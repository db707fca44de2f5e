package vn.gopy.fakes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A peer on this machine that may behave as badly as one likes: it reads each request and answers with raw
/// bytes.
public final class StubServer implements AutoCloseable {
    private final ServerSocket door;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Thread listener = Thread.ofVirtual().unstarted(this::listen);
    private volatile Behaviour behaviour;

    private StubServer(ServerSocket door, Behaviour behaviour) {
        this.door = door;
        this.behaviour = behaviour;
    }

    /// How it answers.
    @FunctionalInterface
    public interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    /// A request as it came: its head in lines, and its body.
    public record Request(List<String> head, String body) {
        /// The value of a header; fails when it does not stand there exactly once.
        public String header(String name) {
            var values = head.stream().filter(line -> line.toLowerCase(Locale.ROOT)
                    .startsWith(name + ":")).toList();
            if (values.size() != 1) {
                throw new AssertionError(name + " stands " + values.size() + " times in " + head);
            }
            return values.getFirst().substring(name.length() + 1).strip();
        }
    }

    public static StubServer start(Behaviour behaviour) {
        try {
            var server = new StubServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
            server.listener.start();
            return server;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Answers with this status and these header lines, and an empty body.
    public static StubServer answering(int status, String... headers) {
        return start(status(status, headers));
    }

    public static Behaviour status(int status, String... headers) {
        var head = "HTTP/1.1 " + status + " X\r\ncontent-length: 0\r\n"
                + String.join("", Arrays.stream(headers).map(line -> line + "\r\n").toList())
                + "\r\n";
        return out -> out.write(head.getBytes(StandardCharsets.UTF_8));
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/hook";
    }

    public int port() {
        return door.getLocalPort();
    }

    public List<Request> requests() {
        return requests;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // The door was closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(read(socket.getInputStream()));
            behaviour.answer(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException _) {
            // The peer went away, which is what many tests are about.
        }
    }

    private static Request read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < ' ' && next != '\r' && next != '\n') {
                throw new IOException("no request in plain HTTP");
            }
            head.write(next);
        }
        var lines = head.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()).toList();
        var body = in.readNBytes(Integer.parseInt(new Request(lines, "").header("content-length")));
        return new Request(lines, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            door.close();
            // Until it woke up, one more connection could be accepted.
            listener.join();
            for (var socket : open) {
                socket.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
