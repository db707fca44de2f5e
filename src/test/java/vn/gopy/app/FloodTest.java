package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Chats.Sent;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.TelegramUpdates.Numbered;
import vn.gopy.fakes.WebhookQueue;

/// One person writes without end: twenty messages a minute are read, the rest is heard and left, and the
/// person is asked to wait, once in ten minutes (contracts.md 7).
class FloodTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String WAIT = "Bạn gửi nhanh quá";
    private static final long EAGER = 777_100_001;
    private static final long CALM = 777_100_002;

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final TelegramUpdates updates = new TelegramUpdates(1_000);
    private BotApiDouble api;
    private RunningHouse house;
    private WebhookQueue telegram;
    private boolean closed;

    @BeforeEach
    void open() {
        api = BotApiDouble.open();
        api.chats().know(EAGER);
        api.chats().know(CALM);
        house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN",
                BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET",
                SECRET, "GOPY_RESIDENT_MESSAGES_PER_MINUTE", "20"));
        telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET);
    }

    @AfterEach
    void close() {
        telegram.close();
        closeHouse();
        api.close();
    }

    /// All that is on its way has arrived after this.
    private void closeHouse() {
        if (!closed) {
            house.close();
            closed = true;
        }
    }

    @Test
    void row_12_sixty_messages_in_a_minute_get_twenty_answers_and_one_request_to_wait() throws Exception {
        type(EAGER, 60);
        type(CALM, 1);

        arrived(EAGER, 21);
        arrived(CALM, 1);
        closeHouse();
        assertEquals(1, requestsToWait());
        assertEquals(61, rows("SELECT count(*) FROM heard_number"), "all were acknowledged and heard");
        assertTrue(waiting().text().contains("113"), "whoever is in danger is told the numbers");
    }

    @Test
    void after_a_minute_the_person_is_read_again_and_after_ten_minutes_asked_again() throws Exception {
        type(EAGER, 30);
        arrived(EAGER, 21);

        clock.pass(Duration.ofSeconds(61));
        type(EAGER, 30);
        arrived(EAGER, 41);
        clock.pass(Duration.ofMinutes(10));
        type(EAGER, 30);

        arrived(EAGER, 62);
        closeHouse();
        assertEquals(2, requestsToWait(), "at the beginning and after ten minutes");
        assertEquals(90, rows("SELECT count(*) FROM heard_number"));
    }

    @Test
    void a_repeat_by_telegram_is_not_counted_against_the_person() throws Exception {
        var one = updates.text(EAGER, "giup");
        for (int i = 0; i < 40; i++) {
            deliver(one, EAGER);
        }

        type(EAGER, 1);

        arrived(EAGER, 2);
        closeHouse();
        assertEquals(0, requestsToWait());
    }

    @Test
    void row_12_to_be_erased_is_no_way_around() throws Exception {
        type(EAGER, 18);
        deliver(updates.text(EAGER, "xoa"), EAGER);
        deliver(updates.text(EAGER, "Xóa hết"), EAGER);
        type(EAGER, 40);

        TelegramResident.waitUntil(() -> requestsToWait() > 0, "nobody was asked to wait");
        closeHouse();
        assertEquals(1, requestsToWait());
        assertTrue(sent().size() <= 21, () -> sent().size() + " messages");
        assertEquals(1, rows("SELECT count(*) FROM tombstone"), "the way around was tried");
    }

    private void type(long chat, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            deliver(updates.text(chat, "giup"), chat);
        }
    }

    private void deliver(Numbered update, long chat) throws Exception {
        telegram.message(update.updateId(), chat, update.json());
        telegram.deliverDue();
    }

    private void arrived(long chat, int count) {
        TelegramResident.waitUntil(() -> sent(chat).size() >= count,
                "too few messages: " + sent(chat).size());
        assertEquals(count, sent(chat).size());
    }

    private long requestsToWait() {
        return sent().stream().filter(sent -> sent.text().contains(WAIT)).count();
    }

    private Sent waiting() {
        return sent().stream().filter(sent -> sent.text().contains(WAIT)).findFirst().orElseThrow();
    }

    private List<Sent> sent() {
        return sent(EAGER);
    }

    private List<Sent> sent(long chat) {
        return api.chats().in(chat);
    }

    private long rows(String sql) throws Exception {
        return ChildHouse.number(data, sql);
    }
}
