package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.gopy.fakes.BotApiDouble;

/// The whole program in a process of its own, so that it can be killed, stopped, or run on a full disk.
record ChildHouse(Process process, int port) implements AutoCloseable {
    static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// Starts `serve` on a data folder and waits until it is well; what it prints goes to `log`. Paces and
    /// limits are off unless `environment` sets them.
    static ChildHouse start(Path data, Path log, BotApiDouble api, Map<String, String> environment)
            throws Exception {
        int port = freePort();
        var house = new ChildHouse(launch(List.of(), data, log, settings(port, api, environment)), port);
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (house.status("/health") != 200) {
            assertTrue(house.process.isAlive() && System.nanoTime() < end, "the house did not open");
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
        return house;
    }

    /// Starts `serve` and does not wait for anything. `before` is what runs it, such as a shell that sets a
    /// limit.
    static Process launch(List<String> before, Path data, Path log, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                System.getProperty("gopy.classpath", System.getProperty("java.class.path")),
                "vn.gopy.app.Main", "serve"));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("GOPY_DATA", data.toString());
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /// What the environment tells it.
    static Map<String, String> settings(int port, BotApiDouble api, Map<String, String> more) {
        var all = new HashMap<>(Map.of("GOPY_PORT", Integer.toString(port), "GOPY_TELEGRAM_MODE", "webhook",
                "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET, "GOPY_TELEGRAM_MESSAGES_PER_SECOND", "0",
                "GOPY_TELEGRAM_CHAT_MESSAGES_PER_SECOND", "0", "GOPY_DISK_BALLAST_MB", "0",
                "GOPY_RESIDENT_MESSAGES_PER_MINUTE", "0"));
        all.putAll(more);
        return all;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// The status of a page; 0 when nobody answers.
    int status(String path) throws InterruptedException {
        try {
            return get(path).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    /// The text of a page; empty when nobody answers.
    String said(String path) {
        try {
            return get(path).body();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).build(),
                BodyHandlers.ofString());
    }

    /// Posts a typed message as Telegram does. Throws when the connection breaks.
    HttpResponse<Void> deliver(long update, long chat, String text)
            throws IOException, InterruptedException {
        var body = """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"An"},\
                "chat":{"id":%d,"type":"private"},"date":1795000000,"text":"%s"}}"""
                .formatted(500_000 + update, update + 1, chat, chat, text);
        var request = HttpRequest.newBuilder(uri("/telegram/webhook")).version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20)).header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        return HTTP.send(request, BodyHandlers.discarding());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// Asks it to stop, and waits; gives back its exit code.
    int stop() throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it did not stop");
        return process.exitValue();
    }

    /// The one number that a query gives, read from the file of a house that may be closed.
    static long number(Path data, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gopy.db"));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
