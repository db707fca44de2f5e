package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Upkeep;
import vn.gopy.fakes.BotApiDouble;

/// The disk fills up under load, to the last byte, and is freed again: `mvn test -Pslow -Dtest=FullDiskTest`.
/// The first story mounts a real disk of 64 MB in memory, so it must be told by root.
@Tag("slow")
class FullDiskTest {
    private static final long FIRST_CHAT = 882_000_000L;
    private static final int CHATS = 50;
    private static final int SENDERS = 4;
    private static final int HANDS = 64;
    private static final int BLOCK = 1 << 16;

    @TempDir
    Path folder;

    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> answers = new ConcurrentSkipListSet<>();
    private final AtomicLong next = new AtomicLong();
    private volatile int lastStatus;
    private volatile boolean enough;
    private BotApiDouble api;
    private Path data;

    @BeforeEach
    void open() throws IOException {
        api = BotApiDouble.open();
        for (int i = 0; i < CHATS; i++) {
            api.chats().know(FIRST_CHAT + i);
        }
        data = Files.createDirectory(folder.resolve("data"));
    }

    @AfterEach
    void close() throws Exception {
        api.close();
        run("umount", data.toString());
    }

    @Test
    void a_disk_full_to_the_last_byte_stops_the_intake_and_nothing_else_until_there_is_room()
            throws Exception {
        assertTrue(run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", data.toString()),
                "only root can mount a disk");
        var limits = Map.of("GOPY_DISK_WATERMARK_MB", "12", "GOPY_DISK_BALLAST_MB", "4");
        try (var house = ChildHouse.start(data, folder.resolve("serve.log"), api, limits)) {
            underLoad(house, () -> {
                TelegramResident.waitUntil(() -> acknowledged.size() > 200, "no load");
                fill(data.resolve("filler"));
                whileFull(house);
                onceThereIsRoom(house);
            });
            assertEquals(0, house.stop());
        }
        nothingLost();
    }

    private void whileFull(ChildHouse house) throws Exception {
        TelegramResident.waitUntil(() -> lastStatus == 503, "the intake goes on");
        TelegramResident.waitUntil(() -> house.said("/health").contains("disk-watermark-mb"),
                "the reason is not told");
        assertEquals(503, house.status("/health"));
        assertEquals(200, house.status("/figures"));
        TelegramResident.waitUntil(() -> !Files.exists(data.resolve("ballast")), "the ballast stays");
        assertTrue(ControlSocket.ask(data.resolve("gopy.sock"),
                List.of("erase", "telegram", Long.toString(FIRST_CHAT))).orElseThrow()
                .contains("erased"), "nobody can be erased");
    }

    private void onceThereIsRoom(ChildHouse house) throws Exception {
        Files.delete(data.resolve("filler"));
        long freed = System.nanoTime();
        TelegramResident.waitUntil(() -> lastStatus == 200, "it did not come back");
        long millis = (System.nanoTime() - freed) / 1_000_000;
        awaitStatus(house, "/health", 200);
        System.out.printf("disk full: back %d ms after there was room, acknowledged %d, answers %s%n", millis,
                acknowledged.size(), answers);
    }

    @Test
    void a_file_that_may_not_grow_is_told_as_unavailable_and_nothing_is_lost() throws Exception {
        int port = ChildHouse.freePort();
        var limited = ChildHouse.launch(List.of("sh", "-c", "ulimit -f 6000; exec \"$@\"", "sh"), data,
                folder.resolve("serve.log"), ChildHouse.settings(port, api, Map.of()));
        try (var house = new ChildHouse(limited, port)) {
            awaitStatus(house, "/health", 200);
            underLoad(house, () -> TelegramResident.waitUntil(() -> lastStatus == 503,
                    "the intake goes on"));
            assertEquals(200, house.status("/figures"));
        }
        long before = acknowledged.size();
        try (var house = ChildHouse.start(data, folder.resolve("again.log"), api, Map.of())) {
            underLoad(house, () -> TelegramResident
                    .waitUntil(() -> acknowledged.size() > before + 100, "it did not come back"));
            assertEquals(0, house.stop());
        }
        nothingLost();
    }

    private void nothingLost() throws Exception {
        assertFalse(answers.stream().anyMatch(answer -> !answer.equals("200") && !answer.startsWith("503, ")),
                answers::toString);
        assertEquals(List.of(), Upkeep.of(data.resolve("gopy.db")).faults(false));
        long heard = ChildHouse.number(data, "SELECT count(*) FROM heard_number");
        assertTrue(heard >= acknowledged.size(), heard + " heard, acknowledged " + acknowledged.size());
        assertTrue(heard <= next.get(), heard + " heard, sent " + next.get());
        assertTrue(replies() <= heard + HANDS, replies() + " replies to " + heard);
    }

    private long replies() {
        return LongStream.range(0, CHATS).map(i -> api.chats().in(FIRST_CHAT + i).size()).sum();
    }

    /// Senders send until the story is told, however it ends.
    private void underLoad(ChildHouse house, Story story) throws Exception {
        enough = false;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                load(senders, house);
                story.tell();
            } finally {
                enough = true;
            }
        }
    }

    private interface Story {
        void tell() throws Exception;
    }

    private void load(ExecutorService senders, ChildHouse house) {
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> {
                while (!enough && house.process().isAlive()) {
                    send(house, next.getAndIncrement());
                }
            });
        }
    }

    private void send(ChildHouse house, long update) {
        try {
            var answer = house.deliver(update, FIRST_CHAT + update % CHATS, "giup");
            answers.add(told(answer));
            lastStatus = answer.statusCode();
            if (answer.statusCode() == 200) {
                acknowledged.add(update);
            }
        } catch (IOException _) {
            // Not acknowledged: Telegram would send it again.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String told(HttpResponse<Void> answer) {
        return answer.headers().firstValue("Retry-After").map(after -> answer.statusCode() + ", " + after)
                .orElse("" + answer.statusCode());
    }

    private static void awaitStatus(ChildHouse house, String path, int status) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (house.status(path) != status) {
            assertTrue(house.process().isAlive() && System.nanoTime() < end,
                    path + " is not " + status + " but " + house.status(path));
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
    }

    /// Writes until nothing goes any more.
    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("space"), full.getMessage());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
