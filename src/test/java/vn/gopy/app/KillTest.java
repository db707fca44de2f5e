package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
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
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;

/// The program is killed again and again in the middle of its work, and Telegram repeats what was not
/// acknowledged. `-Dgopy.kills=50` for more rounds.
class KillTest {
    private static final int KILLS = Integer.getInteger("gopy.kills", 2);
    private static final int SENDERS = 8;
    private static final int CHATS = 200;
    private static final int HANDS = 64;
    private static final long FIRST_CHAT = 880_000_000L;

    @TempDir
    Path data;

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
            last.stop();

            assertEquals(sent, acknowledged.size());
            assertEquals(sent, ChildHouse.number(data, "SELECT count(*) FROM heard_number"));
            assertEquals(0, ChildHouse.number(data, "SELECT count(*) FROM parcel"));
            assertEquals(List.of(), chatsWithTooFew(api, sent));
            long repeated = replies(api) - sent;
            assertTrue(repeated <= (long) KILLS * HANDS, repeated + " replies were repeated");
            System.out.printf("kills %d, updates %d, lost 0, heard twice 0, replies repeated %d%n", KILLS,
                    sent, repeated);
        }
    }

    private ChildHouse start(BotApiDouble api) throws Exception {
        return ChildHouse.start(data, data.resolve("serve.log"), api, Map.of());
    }

    private void loadAndKill(ChildHouse house) throws Exception {
        long killAt = System.nanoTime() + Duration.ofMillis(chance.nextInt(200, 1_200)).toNanos();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(() -> {
                    while (house.process().isAlive()) {
                        deliver(house, next.getAndIncrement());
                    }
                });
            }
            while (System.nanoTime() < killAt) {
                LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
            }
            house.close();
        }
    }

    private void repeatUnacknowledged(ChildHouse house) {
        for (long k = 0; k < next.get(); k++) {
            if (!acknowledged.contains(k)) {
                deliver(house, k);
            }
        }
    }

    private void repeatSome(ChildHouse house) {
        var some = new ArrayList<>(new TreeSet<>(acknowledged));
        Collections.shuffle(some, chance);
        some.stream().limit(200).forEach(k -> deliver(house, k));
    }

    private void deliver(ChildHouse house, long k) {
        try {
            if (house.deliver(k, FIRST_CHAT + k % CHATS, "giup").statusCode() == 200) {
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
}
