package vn.gopy.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.db.Database;
import vn.gopy.fakes.SettableClock;
import vn.gopy.metrics.Metrics;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Vault;

/// Words into a group go at the group's pace, whoever of its members they answer, and nobody waits for them.
class GroupWordsTest {
    private static final int BURST = 3;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final Groups channel = new Groups();
    private Database database;
    private Vault vault;
    private Outbox outbox;
    private Postman postman;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        vault = new Vault(Keys.in(folder.resolve("keys")));
        outbox = Outbox.open(database, vault);
        var paces = Map.of("fake.group", new Pace(0, 18 / 60.0, BURST));
        postman = new Postman(outbox,
                new Rounds(Map.of("fake", channel), paces, _ -> new Delivery.Sent(""), new Endless(), 4),
                clock,
                new Metrics());
    }

    @AfterEach
    void close() {
        postman.close();
        database.close();
    }

    @Test
    void twenty_members_of_a_group_share_its_pace_and_another_group_has_its_own() {
        for (int member = 0; member < 20; member++) {
            say("-1:" + member);
        }
        say("-2:7");

        waitFor(BURST + 1);
        assertEquals(BURST, channel.places.stream().filter("-1"::equals).count());

        clock.pass(Duration.ofSeconds(4));
        say("-1:21");
        waitFor(BURST + 2);
    }

    @Test
    void whoever_writes_to_a_group_without_end_holds_up_nobodys_buttons() {
        for (int i = 0; i < 100; i++) {
            say("-1:666");
        }

        postman.hand(List.of(outbox.unkept(vault.pseudonym("fake", "1"), new Address("fake", "1"),
                Reply.toPress("Đã nhận"), "q:1")));

        waitFor(BURST + 1);
        assertTrue(channel.places.contains("1"));
    }

    private void say(String id) {
        postman.hand(List.of(outbox.unkept(vault.pseudonym("fake", id), new Address("fake", id),
                Reply.of("Nhắn riêng cho tôi nhé"), "")));
    }

    private void waitFor(int sent) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (channel.places.size() < sent) {
            assertTrue(System.nanoTime() < end, () -> "sent: " + channel.places);
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
        assertEquals(sent, channel.places.size());
    }

    /// Where its messages were seen.
    private static final class Groups implements Channel {
        private final Queue<String> places = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public String place(Address to) {
            return to.id().replaceAll(":.*", "");
        }

        @Override
        public Delivery send(Shipment shipment) {
            places.add(place(shipment.to()));
            return new Delivery.Sent("1");
        }
    }

    /// Whoever rests in it rests until the machine is switched off.
    private final class Endless implements Tempo {
        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public void rest(Duration time) {
            LockSupport.park(this);
        }
    }
}
