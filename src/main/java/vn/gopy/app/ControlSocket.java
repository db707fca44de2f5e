package vn.gopy.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How an operator's command speaks to the running service: a socket in the data folder, for this user alone.
/// One line of words goes in; out come the exit code, 0 for done, and lines of text.
final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

    private final ServerSocketChannel server;
    private final Path path;

    private ControlSocket(ServerSocketChannel server, Path path) {
        this.server = server;
        this.path = path;
    }

    /// Starts listening; each request is answered by `answer` on a thread of its own.
    static ControlSocket listen(Path path, Function<List<String>, String> answer) {
        try {
            Files.deleteIfExists(path);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                    .bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            var socket = new ControlSocket(server, path);
            Thread.ofVirtual().name("control").start(() -> socket.serve(answer));
            return socket;
        } catch (IOException fault) {
            throw new UncheckedIOException("could not open the control socket", fault);
        }
    }

    private void serve(Function<List<String>, String> answer) {
        while (server.isOpen()) {
            try {
                var peer = server.accept();
                Thread.ofVirtual().start(() -> answer(peer, answer));
            } catch (IOException fault) {
                if (server.isOpen()) {
                    LOG.atWarn().setCause(fault).log("could not take a command");
                }
            }
        }
    }

    private static void answer(SocketChannel peer, Function<List<String>, String> answer) {
        try (peer;
                var in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(peer), StandardCharsets.UTF_8));
                var out = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(peer), StandardCharsets.UTF_8))) {
            var line = in.readLine();
            out.write(told(line == null ? List.of() : List.of(line.split("\t")), answer));
        } catch (IOException fault) {
            LOG.atWarn().setCause(fault).log("could not answer a command");
        }
    }

    private static String told(List<String> words, Function<List<String>, String> answer) {
        try {
            return "0\n" + answer.apply(words);
        } catch (Refusal refusal) {
            return refusal.code() + "\n" + refusal.getMessage();
        } catch (RuntimeException fault) { // whatever it was: the command must not take silence for success
            LOG.atError().setCause(fault).addKeyValue("order", words.isEmpty() ? "" : words.getFirst())
                    .log("an order failed");
            return "1\nfailed: " + fault.getMessage() + "; the service's log says more";
        }
    }

    /// Asks the running service; empty when none listens there. Throws [Refusal] when it did not do what it
    /// was asked.
    static Optional<String> ask(Path path, List<String> words) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var peer = SocketChannel.open(UnixDomainSocketAddress.of(path));
                var out = new OutputStreamWriter(Channels.newOutputStream(peer), StandardCharsets.UTF_8);
                var in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(peer), StandardCharsets.UTF_8))) {
            out.write(String.join("\t", words) + "\n");
            out.flush();
            var code = in.readLine();
            var text = in.lines().collect(Collectors.joining("\n"));
            if (!"0".equals(code)) {
                throw code == null
                        ? new Refusal(1, "the service broke off: its log says why")
                        : new Refusal(Integer.parseInt(code), text);
            }
            return Optional.of(text);
        } catch (IOException nobody) {
            LOG.atDebug().setCause(nobody).log("no service listens on the control socket");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException fault) {
            LOG.atWarn().setCause(fault).log("could not close the control socket");
        }
    }
}
