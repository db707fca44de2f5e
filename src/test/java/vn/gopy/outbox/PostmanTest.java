package vn.gopy.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Address;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.db.Database;
import vn.gopy.fakes.SettableClock;
import vn.gopy.metrics.Metrics;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// What becomes of parcels, whatever the channel answers.
class PostmanTest {
    private static final Delivery SENT = new Delivery.Sent("1");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final FakeChannel channel = new FakeChannel();
    private volatile Carrier carrier = _ -> SENT;
    private Database database;
    private Vault vault;
    private Outbox outbox;
    private Postman postman;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        vault = new Vault(Keys.in(folder.resolve("keys")));
        begin();
    }

    private void begin() {
        outbox = Outbox.open(database, vault);
        postman = postman();
        postman.sweep();
    }

    private Postman postman() {
        return postman(Map.of("fake", channel));
    }

    private Postman postman(Map<String, Channel> channels) {
        return new Postman(outbox, new Rounds(channels, Map.of(), notice -> carrier.carry(notice), clock, 4),
                clock, new Metrics());
    }

    @AfterEach
    void close() {
        postman.close(Duration.ofSeconds(1));
        database.close();
    }

    @Test
    void letters_of_one_resident_arrive_in_their_order() {
        put("1", "một", "hai", "ba", "bốn");

        waitUntil(() -> channel.texts().size() == 4);
        assertEquals(List.of("một", "hai", "ba", "bốn"), channel.texts());
        waitUntil(() -> outbox.waiting() == 0);
    }

    @Test
    void while_letters_may_lie_on_the_disk_alone_many_count_as_waiting() {
        assertEquals(0, postman.waiting());

        postman.lookAgain();
        assertEquals(5_000, postman.waiting());
        postman.sweep();

        assertEquals(0, postman.waiting());
    }

    @Test
    void a_letter_told_to_wait_is_sent_later_and_those_behind_it_wait_too() {
        channel.answer = shipment -> shipment.reply().text().equals("một") && channel.tries == 1
                ? new Delivery.TryAgain(Duration.ofSeconds(7), "429", false, false)
                : SENT;
        var begun = clock.instant();

        put("1", "một", "hai");

        waitUntil(() -> channel.texts().size() == 2);
        assertEquals(List.of("một", "hai"), channel.texts());
        assertTrue(Duration.between(begun, clock.instant()).toSeconds() >= 7);
    }

    @Test
    void a_resident_who_blocked_the_bot_gets_nothing_more_and_others_do() {
        channel.answer = shipment -> shipment.to().id().equals("1") ? new Delivery.Blocked("blocked") : SENT;

        put("1", "một", "hai");
        put("2", "khác");

        waitUntil(() -> outbox.waiting() == 0);
        waitUntil(() -> channel.texts().equals(List.of("khác")));
    }

    @Test
    void chatter_of_unknown_fate_is_repeated_once_and_sure_letters_until_they_arrive() {
        channel.answer = _ -> channel.tries <= 6 ? new Delivery.Unknown("time-out") : SENT;

        putReply("1", Reply.of("chuyện phiếm"));
        waitUntil(() -> outbox.waiting() == 0);
        putReply("1", Reply.of("số khẩn cấp").surely());

        waitUntil(() -> outbox.waiting() == 0);
        assertEquals(List.of("số khẩn cấp"), channel.texts());
        assertEquals(7, channel.tries, "chatter twice, the sure one until it arrived");
        assertEquals(1, deadLetters());
    }

    @Test
    void a_refused_letter_is_kept_with_its_reason() {
        channel.answer = _ -> new Delivery.Refused("message text is empty");

        put("1", "hỏng");

        waitUntil(() -> deadLetters() == 1);
        waitUntil(() -> outbox.waiting() == 0);
    }

    @Test
    void a_chat_that_moved_gets_its_letter_at_the_new_address_once() {
        channel.answer = shipment -> shipment.to().id().equals("1")
                ? new Delivery.Moved(new Address("fake", "-100"))
                : SENT;

        put("1", "một");

        waitUntil(() -> channel.texts().size() == 1);
        assertEquals(List.of("-100"), channel.ids());
    }

    @Test
    void what_a_crash_left_behind_is_sent_at_the_next_start() {
        postman.close();
        var person = meet("1");
        var sealed = outbox.seal(person, new Address("fake", "1"), Reply.of("từ lần trước"));
        database.ledger().commit(tx -> {
            outbox.put(tx, sealed, clock.instant());
            return true;
        });

        begin();

        waitUntil(() -> channel.texts().equals(List.of("từ lần trước")));
        waitUntil(() -> outbox.waiting() == 0);
    }

    @Test
    void a_later_letter_replaces_the_one_it_names() {
        putReply("1", Reply.of("xem lại").anchored("review"));
        waitUntil(() -> outbox.waiting() == 0);

        putReply("1", Reply.of("xem lại lần nữa").inPlaceOf("review"));

        waitUntil(() -> channel.texts().size() == 2);
        assertEquals(List.of("", "1"), channel.replaced());
    }

    @Test
    void a_letter_that_comes_while_older_ones_wait_on_the_disk_is_not_forgotten() {
        postman.close();
        putUnseen("cũ");
        outbox = Outbox.open(database, vault);
        postman = postman();

        put("1", "mới");
        postman.sweep();
        postman.sweep();

        waitUntil(() -> channel.texts().size() == 2);
        assertEquals(List.of("cũ", "mới"), channel.texts());
        waitUntil(() -> postman.held() == 0);
    }

    @Test
    void a_notice_that_nobody_hands_over_is_fetched_when_the_postman_is_told_to_look() {
        database.ledger().commit(tx -> outbox.put(tx, "portal", "evt_1", "{}", clock.instant()));

        postman.lookAgain();
        postman.sweep();
        postman.sweep();

        waitUntil(() -> outbox.waiting() == 0);
    }

    @Test
    void what_was_sent_is_not_sent_again_while_the_disk_cannot_be_written() throws Exception {
        database.ledger().commit(tx -> tx.all("PRAGMA busy_timeout = 1", _ -> true));
        var sealed = outbox.seal(meet("1"), new Address("fake", "1"), Reply.of("một"));
        database.ledger().commit(tx -> {
            outbox.put(tx, sealed, clock.instant());
            return true;
        });
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + database.file());
                var lock = other.createStatement()) {
            lock.execute("BEGIN EXCLUSIVE");
            postman.hand(List.of(sealed.letter()));
            waitUntil(() -> channel.tries == 1);
            for (int i = 0; i < 20; i++) {
                postman.sweep();
            }
            lock.execute("ROLLBACK");
        }

        waitUntil(() -> {
            postman.sweep();
            return outbox.waiting() == 0;
        });
        assertEquals(List.of("một"), channel.texts());
        waitUntil(() -> postman.held() == 0);
    }

    @Test
    void letters_of_a_resident_who_was_erased_are_dropped() {
        postman.close();
        var person = meet("1");
        var sealed = outbox.seal(person, new Address("fake", "1"), Reply.of("quá muộn"));
        database.ledger().commit(tx -> {
            outbox.put(tx, sealed, clock.instant());
            new SqlPeople(vault).erase(tx, person.pid(), clock.instant());
            return true;
        });

        begin();

        waitUntil(() -> outbox.waiting() == 0);
        assertEquals(List.of(), channel.texts());
    }

    @Test
    void letters_of_a_channel_that_is_off_stay_on_the_disk_until_it_is_on_again() {
        postman.close();
        putUnseen("khi nào bật lại");
        outbox = Outbox.open(database, vault);
        postman = postman(Map.of());
        postman.sweep();
        waitUntil(() -> postman.held() == 0);
        postman.close();
        assertEquals(1, outbox.waiting());
        assertEquals(0, deadLetters());

        begin();

        waitUntil(() -> channel.texts().equals(List.of("khi nào bật lại")));
    }

    @Test
    void a_weekend_with_a_wrong_token_costs_no_letter() {
        channel.answer = _ -> {
            if (channel.tries > 3) {
                return SENT;
            }
            clock.pass(Duration.ofHours(20));
            return new Delivery.Halt("401");
        };

        put("1", "từ thứ Sáu");

        waitUntil(() -> channel.texts().equals(List.of("từ thứ Sáu")));
        waitUntil(() -> outbox.waiting() == 0);
        assertEquals(0, deadLetters());
    }

    @Test
    void what_was_sent_is_not_sent_again_when_the_ledger_does_not_take_its_removal() {
        channel.answer = _ -> {
            database.ledger().close();
            return SENT;
        };

        put("1", "một");
        waitUntil(() -> channel.tries == 1);
        for (int i = 0; i < 20; i++) {
            postman.sweep();
        }

        assertEquals(1, channel.tries);
        assertEquals(1, postman.held(), "it is held until its removal is taken");
    }

    @Test
    void which_message_can_be_replaced_is_forgotten_after_some_days() {
        putReply("1", Reply.of("xem lại").anchored("review"));
        waitUntil(() -> outbox.waiting() == 0);
        assertEquals(1, anchors());
        database.ledger().commit(tx -> outbox.forgetAnchors(tx, clock.instant()));
        assertEquals(1, anchors());

        clock.pass(Duration.ofDays(4));
        database.ledger().commit(tx -> outbox.forgetAnchors(tx, clock.instant()));

        assertEquals(0, anchors());
    }

    @Test
    void which_message_can_be_replaced_is_forgotten_with_its_resident() {
        putReply("1", Reply.of("xem lại").anchored("review"));
        waitUntil(() -> outbox.waiting() == 0);
        database.ledger().commit(tx -> tx.run("DELETE FROM person"));

        database.ledger().commit(tx -> outbox.forgetAnchors(tx, clock.instant()));

        assertEquals(0, anchors());
    }

    @Test
    void a_letter_under_way_while_its_resident_is_erased_leaves_no_trace() {
        var people = new SqlPeople(vault);
        channel.answer = shipment -> {
            var pid = vault.pseudonym("fake", shipment.to().id());
            database.ledger().commit(tx -> {
                outbox.erase(tx, pid);
                people.erase(tx, pid, clock.instant());
                return true;
            });
            meet(shipment.to().id());
            return SENT;
        };

        putReply("1", Reply.of("xem lại").anchored("review"));

        waitUntil(() -> channel.texts().size() == 1 && postman.held() == 0);
        assertEquals(0, anchors());
    }

    @Test
    void what_a_receiver_answered_is_kept_with_its_event_and_not_told_to_the_log() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var log = (Logger) LoggerFactory.getLogger("vn.gopy.outbox");
        log.addAppender(lines);
        carrier = _ -> new Delivery.Refused("given up: answered 500: canary-77ad");

        database.ledger().commit(tx -> outbox.put(tx, "portal", "evt_1", "{}", clock.instant()));
        postman.lookAgain();
        postman.sweep();
        waitUntil(() -> deadLetters() == 1);
        log.detachAppender(lines);

        assertEquals("given up", lines.list.getFirst().getMessage());
        assertFalse(lines.list.toString().contains("canary")
                || lines.list.stream()
                        .anyMatch(line -> line.getKeyValuePairs().toString().contains("canary")));
        assertEquals("given up: answered 500: canary-77ad",
                database.read(tx -> new SqlDeadNotices().all(tx, "portal")).getFirst().why());
    }

    @Test
    void an_event_that_was_given_up_is_sent_again_as_it_was() {
        var carried = Collections.synchronizedList(new ArrayList<Parcel.Notice>());
        carrier = _ -> new Delivery.Refused("the endpoint is disabled");
        var notice = database.ledger()
                .commit(tx -> outbox.put(tx, "portal", "evt_1", "{\"a\":1}", clock.instant()));
        postman.lookAgain();
        postman.sweep();
        waitUntil(() -> deadLetters() == 1 && postman.held() == 0);
        carrier = again -> {
            carried.add(again);
            return SENT;
        };

        var dead = new SqlDeadNotices();
        database.ledger().commit(tx -> {
            dead.all(tx, "portal").forEach(each -> dead.again(tx, each, clock.instant()));
            return true;
        });
        postman.lookAgain();
        postman.sweep();

        waitUntil(() -> carried.equals(List.of(notice)));
        waitUntil(() -> outbox.waiting() == 0);
        assertEquals(0, deadLetters());
    }

    private void put(String id, String... texts) {
        for (var text : texts) {
            putReply(id, Reply.of(text));
        }
    }

    private void putUnseen(String text) {
        var sealed = outbox.seal(meet("1"), new Address("fake", "1"), Reply.of(text));
        database.ledger().commit(tx -> {
            outbox.put(tx, sealed, clock.instant());
            return true;
        });
    }

    private void putReply(String id, Reply reply) {
        var sealed = outbox.seal(meet(id), new Address("fake", id), reply);
        database.ledger().commit(tx -> {
            outbox.put(tx, sealed, clock.instant());
            return true;
        });
        postman.hand(List.of(sealed.letter()));
    }

    private Person meet(String id) {
        var people = new SqlPeople(vault);
        var pid = vault.pseudonym("fake", id);
        var known = database.read(tx -> people.find(tx, pid));
        if (known.isPresent()) {
            return known.get();
        }
        var person = new Person(pid, vault.newKey(), Optional.of("fake|" + id),
                clock.instant().plus(Duration.ofDays(30)), true);
        var row = people.prepare(person);
        database.ledger().commit(tx -> people.meet(tx, row, clock.instant()));
        return person;
    }

    private long anchors() {
        return database.read(tx -> tx.number("SELECT count(*) FROM anchor"));
    }

    private long deadLetters() {
        return database.read(tx -> tx.number("SELECT count(*) FROM dead_letter"));
    }

    private static void waitUntil(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen within 10 seconds");
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
    }

    private static final class FakeChannel implements Channel {
        private final List<Shipment> sent = Collections.synchronizedList(new ArrayList<>());
        private volatile Function<Shipment, Delivery> answer = _ -> SENT;
        private volatile int tries;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public synchronized Delivery send(Shipment shipment) {
            tries++;
            var delivery = answer.apply(shipment);
            if (delivery instanceof Delivery.Sent) {
                sent.add(shipment);
            }
            return delivery;
        }

        List<String> texts() {
            return List.copyOf(sent).stream().map(shipment -> shipment.reply().text()).toList();
        }

        List<String> ids() {
            return List.copyOf(sent).stream().map(shipment -> shipment.to().id()).toList();
        }

        List<String> replaced() {
            return List.copyOf(sent).stream().map(Shipment::messageId).toList();
        }
    }
}
