package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;

/// An announcement to 100,000 mailboxes in real time at Telegram's pace, while somebody writes every second; the
/// program is stopped once and killed once on the way: `mvn test -Pslow -Dtest=AnnouncementBench
/// -Dsurefire.failIfNoSpecifiedTests=false -Dgopy.minutes=10`. All of them take about 80 minutes.
@Tag("slow")
class AnnouncementBench {
    private static final int MAILBOXES = Integer.getInteger("gopy.mailboxes", 100_000);
    private static final int MINUTES = Integer.getInteger("gopy.minutes", 10);
    private static final int WRITERS = 50;
    private static final long FIRST_WRITER = 970_000_000L;
    private static final int MOST_A_SECOND = 25;

    @TempDir
    Path data;

    private final List<Double> waits = new ArrayList<>();
    private final List<Long> heaps = new ArrayList<>();
    private double fastest;
    private long update;

    @Test
    void prints_rate_waits_heap_and_repeats() throws Exception {
        try (var api = BotApiDouble.open()) {
            var mailing = Mailing.prepare(data, api, MAILBOXES);
            for (int i = 0; i < WRITERS; i++) {
                api.chats().know(FIRST_WRITER + i);
            }
            long third = Duration.ofMinutes(MINUTES).toSeconds() / 3;
            long began = System.nanoTime();
            var house = start(api);
            heaps.add(heap(house));
            carry(api, house, third);
            heaps.add(heap(house));
            house.stop();
            long stopped = mailing.repeated(api);
            house = start(api);
            carry(api, house, third);
            stopped = mailing.repeated(api) - stopped;
            heaps.add(heap(house));
            house.close();
            house = start(api);
            carry(api, house, third);
            heaps.add(heap(house));
            double seconds = (System.nanoTime() - began) / 1e9;
            house.stop();
            print(api, mailing, seconds, stopped);
        }
    }

    /// Somebody writes every second, and the rate is looked at every ten.
    private void carry(BotApiDouble api, ChildHouse house, long seconds) throws Exception {
        long window = System.nanoTime();
        long before = api.count("sendMessage");
        for (int second = 1; second <= seconds; second++) {
            long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            waits.add(answered(api, house, FIRST_WRITER + update % WRITERS));
            pause(next - System.nanoTime());
            if (second % 10 == 0) {
                long now = System.nanoTime();
                long all = api.count("sendMessage");
                fastest = Math.max(fastest, (all - before) * 1e9 / (now - window));
                window = now;
                before = all;
            }
        }
    }

    private double answered(BotApiDouble api, ChildHouse house, long chat) throws Exception {
        int before = api.chats().in(chat).size();
        long began = System.nanoTime();
        assertEquals(200, house.deliver(++update, chat, "menu").statusCode());
        while (api.chats().in(chat).size() == before) {
            pause(TimeUnit.MILLISECONDS.toNanos(2));
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(60)) {
                throw new AssertionError("no answer to update " + update + ", parcels on the disk: "
                        + ChildHouse.number(data, "SELECT count(*) FROM parcel"));
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static void pause(long nanos) throws InterruptedException {
        if (nanos > 0) {
            new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void print(BotApiDouble api, Mailing mailing, double seconds, long stopped) throws Exception {
        var sorted = waits.stream().sorted().toList();
        double p50 = sorted.get(sorted.size() / 2);
        double p95 = sorted.get(sorted.size() * 95 / 100);
        long reached = mailing.reached(api);
        long repeated = mailing.repeated(api);
        System.out.printf(
                "%,d mailboxes, %.0f s: reached %,d, %.1f letters/s (all would take %.0f min), with the "
                        + "answers %.1f/s in the fastest ten seconds; %d answers p50 %.0f ms p95 %.0f ms most %.0f ms; "
                        + "heap in use %s kB; repeated after the stop %d, after the kill %d%n",
                MAILBOXES, seconds, reached,
                reached / seconds, MAILBOXES * seconds / reached / 60, fastest, sorted.size(), p50, p95,
                sorted.getLast(), heaps.stream().map(bytes -> bytes / 1024).toList(), stopped,
                repeated - stopped);
        assertEquals(reached, ChildHouse.number(data, "SELECT count(*) FROM announcement_told")
                - ChildHouse.number(data, "SELECT count(*) FROM parcel"));
        assertEquals(0, stopped);
        assertTrue(p95 < 2_000, "answers wait");
        assertTrue(fastest <= MOST_A_SECOND + 0.5, "faster than Telegram allows");
    }

    /// What is in use once the garbage is gone.
    private static long heap(ChildHouse house) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(house.process().pid()), "GC.class_histogram")
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var total = told.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
        return Long.parseLong(total.strip().replaceFirst("Total +[0-9]+ +", ""));
    }

    private ChildHouse start(BotApiDouble api) throws Exception {
        return ChildHouse.start(data, data.resolve("serve.log"), api,
                Map.of("GOPY_LETTERS_FROM", "00:00", "GOPY_LETTERS_UNTIL", "23:59:59",
                        "GOPY_TELEGRAM_MESSAGES_PER_SECOND", Integer.toString(MOST_A_SECOND),
                        "GOPY_TELEGRAM_CHAT_MESSAGES_PER_SECOND", "1"));
    }
}
