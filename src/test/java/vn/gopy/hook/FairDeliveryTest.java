package vn.gopy.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Delivery;
import vn.gopy.config.Secret;
import vn.gopy.db.Database;
import vn.gopy.fakes.StubServer;
import vn.gopy.metrics.Metrics;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.outbox.Postman;
import vn.gopy.outbox.Rounds;
import vn.gopy.outbox.Tempo;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.vault.Vault;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;
import vn.gopy.wire.WireSettings;

/// One endpoint of twenty that never answers does not delay the others (contracts.md W8): rounds with it and
/// without it, by turns, through the real postman.
@Tag("slow")
class FairDeliveryTest {
    private static final int ENDPOINTS = 20;
    private static final int EVENTS = 25;
    private static final int ROUNDS = 7;
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Event RELEASE = new Event.ReleasePublished("2026-11-23", "2026-W47", "0f".repeat(32),
            Map.of());
    /// As long as a quick receiver takes.
    private static final long ANSWERS_AFTER = 40;

    @TempDir
    Path folder;

    private final Map<String, Long> put = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> delays = new ConcurrentLinkedQueue<>();
    private int folders;

    @Test
    void the_others_wait_no_longer() throws Exception {
        var calm = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        round(false); // the first one warms up
        for (int i = 0; i < ROUNDS; i++) {
            calm.add(round(false));
            beside.add(round(true));
        }

        double before = median(calm);
        double after = median(beside);
        System.out.printf("p95 of 19 endpoints: %.1f ms, with one hanging of 20: %.1f ms (%+.1f %%)%n",
                before,
                after, 100 * (after - before) / before);
        assertTrue(after < before * 1.1, calm + " against " + beside);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /// The 95th percentile of the time from the commit to the answer, of all endpoints but the first.
    private double round(boolean hanging) throws Exception {
        delays.clear();
        put.clear();
        var over = new CountDownLatch(1);
        var peers = IntStream.range(0, ENDPOINTS).mapToObj(i -> StubServer.start(out -> {
            over.await(hanging && i == 0 ? 600_000 : ANSWERS_AFTER, TimeUnit.MILLISECONDS);
            StubServer.status(200).answer(out);
        })).toList();
        var home = folder.resolve("round" + folders++);
        Files.createDirectories(home);
        var keys = Keys.in(home.resolve("keys"));
        try (var database = Database.open(home.resolve("gopy.db"))) {
            deliver(database, Outbox.open(database, new Vault(keys)),
                    new Endpoints(settings(peers), new Safe(keys), CLOCK));
        } finally {
            over.countDown();
            peers.forEach(StubServer::close);
        }
        assertEquals(EVENTS * (ENDPOINTS - 1), delays.size());
        var sorted = delays.stream().sorted().toList();
        return sorted.get(sorted.size() * 95 / 100);
    }

    private static HookSettings settings(List<StubServer> peers) {
        var signer = new Signer(
                SigningKey.of("secret", new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
        return new HookSettings(IntStream.range(0, ENDPOINTS).mapToObj(i -> new Endpoint("e" + i,
                peers.get(i).url(), signer, Set.of("release.published"))).toList());
    }

    private void deliver(Database database, Outbox outbox, Endpoints endpoints) throws Exception {
        var client = new GuardedClient(new WireSettings(Set.of(443), List.of(), true, "", 7070),
                Resolver.ofMachine(), CLOCK);
        var carrier = new HookCarrier(new HookCarrier.Parts(endpoints, client, database), CLOCK,
                new SplittableRandom(1), Witness.NONE);
        var all = new CountDownLatch(EVENTS * (ENDPOINTS - 1));
        var notices = new ArrayList<Parcel.Notice>();
        var hooks = new Hooks(endpoints, (tx, name, id, body) -> notices
                .add(outbox.put(tx, name, id, body, CLOCK.instant())), database, CLOCK);
        var postman = new Postman(outbox,
                new Rounds(Map.of(), Map.of(), notice -> timed(carrier, notice, all), Tempo.ofMachine(), 64),
                CLOCK, new Metrics());
        postman.sweep();
        for (int i = 0; i < EVENTS; i++) {
            notices.clear();
            database.ledger().commit(tx -> {
                hooks.announce(tx, RELEASE);
                return true;
            });
            put.put(notices.getFirst().eventId(), System.nanoTime());
            postman.hand(List.copyOf(notices));
        }
        assertTrue(all.await(60, TimeUnit.SECONDS), "not all arrived");
        postman.close(Duration.ZERO);
    }

    private Delivery timed(HookCarrier carrier, Parcel.Notice notice, CountDownLatch all) {
        var delivery = carrier.carry(notice);
        if (!notice.endpoint().equals("e0")) {
            assertEquals(new Delivery.Sent(""), delivery);
            delays.add((System.nanoTime() - put.getOrDefault(notice.eventId(), 0L)) / 1e6);
            all.countDown();
        }
        return delivery;
    }
}
