package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;

/// The program is killed again and again in the middle of its work, and Telegram repeats what was not
/// acknowledged. `-Dgopy.kills=50` for more rounds.
class KillTest {
    private static final int KILLS = Integer.getInteger("gopy.kills", 4);
    private static final int SENDERS = 8;
    private static final int CHATS = 200;
    private static final int HANDS = 64;
    private static final long FIRST_CHAT = 880_000_000L;
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";

    @TempDir
    Path data;

    private final HttpClient telegram = HttpClient.newHttpClient();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong next = new AtomicLong();
    private final Random chance = new Random(7);

    @Test
    void killed_at_any_moment_it_loses_nothing_and_hears_nothing_twice() throws Exception {
        try (var api = BotApiDouble.open()) {
            for (int i = 0; i < CHATS; i++) {
                api.chats().know(FIRST_CHAT + i);
            }
            for (int round = 0; round < KILLS; round++) {
                var house = start(api);
                repeatUnacknowledged(house);
                loadAndKill(house);
            }
            var last = start(api);
            repeatUnacknowledged(last);
            repeatSome(last);
            long sent = next.get();
            TelegramResident.waitUntil(() -> replies(api) >= sent,
                    "replies are missing: " + replies(api) + " of " + sent);
            last.process.destroy();
            last.process.waitFor();

            assertEquals(sent, acknowledged.size());
            assertEquals(sent, number("SELECT count(*) FROM heard_update"));
            assertEquals(0, number("SELECT count(*) FROM parcel"));
            assertEquals(List.of(), chatsWithTooFew(api, sent));
            long repeated = replies(api) - sent;
            assertTrue(repeated <= (long) KILLS * HANDS, repeated + " replies were repeated");
            System.out.printf("kills %d, updates %d, lost 0, heard twice 0, replies repeated %d%n", KILLS,
                    sent, repeated);
        }
    }

    private record House(Process process, int port) {}

    private House start(BotApiDouble api) throws Exception {
        int port = freePort();
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                System.getProperty("gopy.classpath", System.getProperty("java.class.path")),
                "vn.gopy.app.Main", "serve");
        builder.environment().putAll(Map.of("GOPY_DATA", data.toString(), "GOPY_PORT", Integer.toString(port),
                "GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN,
                "GOPY_TELEGRAM_API",
                api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET, "GOPY_TELEGRAM_MESSAGES_PER_SECOND",
                "0",
                "GOPY_TELEGRAM_CHAT_MESSAGES_PER_SECOND", "0", "GOPY_DISK_BALLAST_MB", "0"));
        var process = builder.redirectErrorStream(true).redirectOutput(data.resolve("serve.log").toFile())
                .start();
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!healthy(port)) {
            assertTrue(process.isAlive() && System.nanoTime() < end, "the house did not open");
            Thread.onSpinWait();
        }
        return new House(process, port);
    }

    private boolean healthy(int port) throws InterruptedException {
        try {
            return telegram
                    .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build(),
                            BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void loadAndKill(House house) throws Exception {
        long killAt = System.nanoTime() + Duration.ofMillis(chance.nextInt(200, 1_200)).toNanos();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(() -> {
                    while (house.process.isAlive()) {
                        deliver(house, next.getAndIncrement());
                    }
                });
            }
            while (System.nanoTime() < killAt) {
                Thread.onSpinWait();
            }
            house.process.destroyForcibly().waitFor();
        }
    }

    private void repeatUnacknowledged(House house) {
        for (long k = 0; k < next.get(); k++) {
            if (!acknowledged.contains(k)) {
                deliver(house, k);
            }
        }
    }

    private void repeatSome(House house) {
        var some = new ArrayList<>(new TreeSet<>(acknowledged));
        Collections.shuffle(some, chance);
        some.stream().limit(200).forEach(k -> deliver(house, k));
    }

    private void deliver(House house, long k) {
        long chat = FIRST_CHAT + k % CHATS;
        var update = """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"An"},\
                "chat":{"id":%d,"type":"private"},"date":1795000000,"text":"giup"}}"""
                .formatted(500_000 + k, k + 1, chat, chat);
        try {
            var request = HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + house.port + "/telegram/webhook"))
                    .version(HttpClient.Version.HTTP_1_1).timeout(Duration.ofSeconds(20))
                    .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(update)).build();
            if (telegram.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                acknowledged.add(k);
            }
        } catch (IOException _) {
            // Killed in the middle: not acknowledged, so it comes again.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static long replies(BotApiDouble api) {
        long replies = 0;
        for (int i = 0; i < CHATS; i++) {
            replies += api.chats().in(FIRST_CHAT + i).size();
        }
        return replies;
    }

    private static List<Long> chatsWithTooFew(BotApiDouble api, long sent) {
        var few = new ArrayList<Long>();
        for (long i = 0; i < CHATS; i++) {
            long expected = sent / CHATS + (i < sent % CHATS ? 1 : 0);
            if (api.chats().in(FIRST_CHAT + i).size() < expected) {
                few.add(FIRST_CHAT + i);
            }
        }
        return few;
    }

    private long number(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gopy.db"));
                var result = connection.createStatement().executeQuery(sql)) {
            return result.getLong(1);
        }
    }
}
