package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.HostileUpdates;
import vn.gopy.fakes.KeptLine;
import vn.gopy.fakes.SettableClock;

/// Broken updates through the whole house, down to the disk: none gets a 5xx, nobody is worse off afterwards,
/// and nothing of them stays in memory.
class HostileHouseTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final int MUTATIONS = 10_000;
    private static final int LINES = 8;

    @TempDir
    Path data;

    private final AtomicInteger number = new AtomicInteger(1_000);

    @Test
    void ten_thousand_mutations_get_no_5xx_and_leave_the_heap_as_it_was() throws Exception {
        try (var api = BotApiDouble.open();
                var house = RunningHouse.start(data,
                        new SettableClock("2026-11-25T08:00:00Z"),
                        Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN,
                                "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET",
                                SECRET))) {
            int port = URI.create(house.address()).getPort();
            knock(port, HostileUpdates.mutations(5, MUTATIONS / 2).iterator());
            long before = heap(house);

            var statuses = knock(port, HostileUpdates.mutations(1679, MUTATIONS).iterator());

            long grown = heap(house) - before;
            System.out.printf("mutations %d: %s, heap %+d KB of %d MB%n", MUTATIONS, statuses, grown >> 10,
                    before >> 20);
            assertEquals(Set.of(200, 400), statuses.keySet());
            assertEquals(MUTATIONS, statuses.values().stream().mapToInt(Integer::intValue).sum());
            assertTrue(grown < before / 10, "the heap grew by " + (grown >> 20) + " MB");
            assertEquals(200, health(house));
            assertTrue(house.ground().database().<Long>read(
                    tx -> tx.number("SELECT count(*) FROM heard_number")) > MUTATIONS / 20);
        }
    }

    /// Posts all bodies over some connections side by side, and counts the statuses.
    private Map<Integer, Integer> knock(int port, Iterator<byte[]> bodies) throws Exception {
        var all = new TreeMap<Integer, Integer>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var lines = new ArrayList<Future<Map<Integer, Integer>>>();
            for (int i = 0; i < LINES; i++) {
                lines.add(hands.submit((Callable<Map<Integer, Integer>>) () -> one(port, bodies)));
            }
            for (var line : lines) {
                line.get().forEach((status, count) -> all.merge(status, count, Integer::sum));
            }
        }
        return all;
    }

    private Map<Integer, Integer> one(int port, Iterator<byte[]> bodies) throws IOException {
        var statuses = new TreeMap<Integer, Integer>();
        try (var line = new KeptLine(port, SECRET)) {
            for (var body = next(bodies); body.isPresent(); body = next(bodies)) {
                statuses.merge(line.post(body.get()), 1, Integer::sum);
            }
        }
        return statuses;
    }

    /// The next body, under numbers of its own where its fields are still whole, so that it is no repeat.
    private Optional<byte[]> next(Iterator<byte[]> bodies) {
        synchronized (bodies) {
            if (!bodies.hasNext()) {
                return Optional.empty();
            }
            int own = number.incrementAndGet();
            return Optional.of(new String(bodies.next(), StandardCharsets.ISO_8859_1)
                    .replaceFirst("\"update_id\":77\\b", "\"update_id\":" + own)
                    .replaceFirst("\"message_id\":[0-9]+", "\"message_id\":" + own)
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static long heap(RunningHouse house) {
        TelegramResident.waitUntil(() -> house.ground().outbox().waiting() == 0, "letters wait");
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static int health(RunningHouse house) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(house.address() + "/health")).build(),
                    BodyHandlers.discarding()).statusCode();
        }
    }
}
