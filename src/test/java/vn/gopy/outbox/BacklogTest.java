package vn.gopy.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.db.Database;
import vn.gopy.fakes.RestingTime;
import vn.gopy.metrics.Metrics;
import vn.gopy.outbox.StormyChannel.Attempt;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// The channel is down for ten minutes, then goes wrong in every way for two; 18,000 letters wait. All arrive,
/// in order, at the pace that Telegram bears. `-Dgopy.backlog=600` for fewer.
class BacklogTest {
    private static final int EACH = 30;
    private static final int RESIDENTS = Integer.getInteger("gopy.backlog", 18_000) / EACH;
    private static final int PER_SECOND = 25;
    private static final int TELEGRAM_BEARS = 30;
    private static final int BURST = 3;
    private static final int HANDS = 64;
    private static final long SECOND = 1_000_000_000;
    private static final long FLAT = 50L << 20;

    @TempDir
    Path folder;

    private final RestingTime time = new RestingTime("2026-11-25T08:00:00Z");
    private final StormyChannel channel = new StormyChannel(time, 1679);
    private Database database;
    private Vault vault;
    private Outbox outbox;
    private Postman postman;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        vault = new Vault(Keys.in(folder.resolve("keys")));
        outbox = Outbox.open(database, vault);
        putBacklog();
        var paces = Map.of("stormy", new Pace(PER_SECOND, 1, BURST));
        var rounds = new Rounds(Map.of("stormy", channel), paces, _ -> new Delivery.Sent(""), time, HANDS);
        postman = new Postman(outbox, rounds, time, new Metrics());
    }

    @AfterEach
    void close() throws InterruptedException {
        var closing = Thread.ofPlatform().start(postman::close);
        while (closing.isAlive()) {
            time.wakeAll();
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
        closing.join();
        database.close();
    }

    private void putBacklog() {
        var people = new SqlPeople(vault);
        var persons = IntStream.range(0, RESIDENTS).mapToObj(i -> new Person(
                vault.pseudonym("stormy", "" + i), vault.newKey(), Optional.of("stormy|" + i),
                time.instant().plus(Duration.ofDays(30)), true)).toList();
        database.ledger().commit(tx -> {
            persons.forEach(person -> people.meet(tx, people.prepare(person), time.instant()));
            return true;
        });
        for (int turn = 0; turn < EACH; turn++) {
            var letters = new ArrayList<Outbox.Sealed>();
            for (int i = 0; i < RESIDENTS; i++) {
                letters.add(outbox.seal(persons.get(i), new Address("stormy", "" + i),
                        Reply.of(i + "/" + turn).surely()));
            }
            database.ledger().commit(tx -> {
                letters.forEach(letter -> outbox.put(tx, letter, time.instant()));
                return true;
            });
        }
    }

    @Test
    void a_backlog_drains_whole_in_order_and_without_a_burst_through_every_storm() {
        postman.sweep();
        long heap = heap();
        carryAll();

        assertEquals(0, outbox.waiting());
        assertEquals(everything(), new TreeSet<>(channel.arrived().stream().map(Attempt::text).toList()));
        assertEquals(List.of(), outOfOrder());
        long repeated = (long) channel.arrived().size() - everything().size();
        assertTrue(repeated <= channel.arrivedUnknown(),
                repeated + " repeated, of unknown fate " + channel.arrivedUnknown());
        var tries = channel.attempts();
        assertEquals(List.of(), crowded(tries, SECOND, TELEGRAM_BEARS));
        assertEquals(List.of(), crowded(tries, 60 * SECOND, 60 * PER_SECOND + PER_SECOND / 5));
        byResident(tries).values()
                .forEach(mine -> assertEquals(List.of(), crowded(mine, SECOND, BURST + 1)));
        assertEquals(List.of(), channel.tooEarly());
        long grown = heap() - heap;
        assertTrue(Math.abs(grown) < FLAT, "the heap changed by " + (grown >> 20) + " MB");
        System.out.printf(
                "backlog %d: attempts %d in %d s, missing 0, repeated %d of %d unknown, heap %+d MB%n",
                everything().size(), tries.size(), time.nanos() / SECOND, repeated,
                channel.arrivedUnknown(), grown >> 20);
    }

    private void carryAll() {
        long end = System.nanoTime() + 120 * SECOND;
        long swept = 0;
        while (outbox.waiting() > 0) {
            assertTrue(System.nanoTime() < end, () -> outbox.waiting() + " letters still wait");
            if (!time.step()) {
                LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
            } else if (time.nanos() - swept > SECOND) {
                swept = time.nanos();
                postman.sweep();
            }
        }
    }

    private static Set<String> everything() {
        var all = new TreeSet<String>();
        for (int i = 0; i < RESIDENTS; i++) {
            for (int turn = 0; turn < EACH; turn++) {
                all.add(i + "/" + turn);
            }
        }
        return all;
    }

    /// Letters whose first arrival is later than that of the resident's next letter.
    private List<String> outOfOrder() {
        var last = new HashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (var attempt : channel.arrived()) {
            int turn = Integer.parseInt(attempt.text().substring(attempt.text().indexOf('/') + 1));
            int before = last.getOrDefault(attempt.resident(), -1);
            if (turn != before && turn != before + 1) {
                wrong.add(attempt.text() + " after " + before);
            }
            last.put(attempt.resident(), turn);
        }
        return wrong;
    }

    /// Moments from which more than so many attempts lie within a span.
    private static List<Attempt> crowded(List<Attempt> attempts, long span, int most) {
        var sorted = attempts.stream().sorted(java.util.Comparator.comparingLong(Attempt::at)).toList();
        return IntStream.range(0, sorted.size() - most)
                .filter(i -> sorted.get(i + most).at() - sorted.get(i).at() < span)
                .mapToObj(sorted::get).limit(3).toList();
    }

    private static Map<String, List<Attempt>> byResident(List<Attempt> attempts) {
        var each = new HashMap<String, List<Attempt>>();
        attempts.forEach(attempt -> each.computeIfAbsent(attempt.resident(), _ -> new ArrayList<>())
                .add(attempt));
        return each;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
