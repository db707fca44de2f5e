package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Upkeep;
import vn.gopy.fakes.BotApiDouble;

/// The program is told to stop while it works, and a second one is started beside it.
class StopTest {
    private static final int SENDERS = 8;
    private static final int CHATS = 100;
    private static final long FIRST_CHAT = 881_000_000L;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir
    Path data;

    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong next = new AtomicLong();

    @Test
    void told_to_stop_under_load_it_ends_well_in_ten_seconds_and_loses_nothing() throws Exception {
        try (var api = open();
                var senders = Executors.newVirtualThreadPerTaskExecutor();
                var house = ChildHouse.start(data, data.resolve("serve.log"), api, Map.of())) {
            load(senders, house);
            TelegramResident.waitUntil(() -> acknowledged.size() > 500, "no load");

            long begun = System.nanoTime();
            int code = house.stop();
            var took = Duration.ofNanos(System.nanoTime() - begun);

            assertEquals(0, code, Files.readString(data.resolve("serve.log")));
            assertTrue(took.compareTo(LONGEST) < 0, "it took " + took);
            System.out.printf("stopped in %d ms under load, acknowledged %d%n", took.toMillis(),
                    acknowledged.size());
        }
        assertEquals(List.of(), Upkeep.of(data.resolve("gopy.db")).faults(false));
        long heard = ChildHouse.number(data, "SELECT count(*) FROM heard_number");
        assertTrue(heard >= acknowledged.size(), heard + " heard, acknowledged " + acknowledged.size());
        assertTrue(heard <= next.get(), heard + " heard, sent " + next.get());
    }

    @Test
    void a_second_one_on_the_same_data_refuses_and_harms_not_the_first() throws Exception {
        try (var api = open();
                var first = ChildHouse.start(data, data.resolve("serve.log"), api, Map.of())) {
            var log = data.resolve("second.log");
            var second = ChildHouse.launch(List.of(), data, log,
                    ChildHouse.settings(ChildHouse.freePort(), api, Map.of()));

            assertTrue(second.waitFor(30, TimeUnit.SECONDS), "it did not give up");
            var said = Files.readString(log);
            assertEquals(1, second.exitValue(), said);
            assertTrue(said.contains("another Góp Ý is running on " + data), said);
            assertTrue(said.lines().count() <= 3, said);
            assertEquals(200, first.deliver(1, FIRST_CHAT, "giup").statusCode());
        }
    }

    private static BotApiDouble open() {
        var api = BotApiDouble.open();
        for (int i = 0; i < CHATS; i++) {
            api.chats().know(FIRST_CHAT + i);
        }
        return api;
    }

    private void load(ExecutorService senders, ChildHouse house) {
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> {
                while (house.process().isAlive()) {
                    send(house, next.getAndIncrement());
                }
            });
        }
    }

    private void send(ChildHouse house, long update) {
        try {
            if (house.deliver(update, FIRST_CHAT + update % CHATS, "giup").statusCode() == 200) {
                acknowledged.add(update);
            }
        } catch (IOException _) {
            // It is closed: not acknowledged, so Telegram would send it again.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
