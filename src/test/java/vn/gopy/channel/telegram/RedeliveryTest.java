package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Incoming.Pressed;
import vn.gopy.chat.Incoming.Typed;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.TelegramUpdates.Numbered;
import vn.gopy.fakes.WebhookQueue;

/// What the queue rules of Telegram make of our answers: nothing is lost, nothing is heard twice, no chat is
/// held up.
class RedeliveryTest {
    private final TelegramUpdates write = new TelegramUpdates(7000);
    private Door door;
    private WebhookQueue telegram;

    @BeforeEach
    void open() {
        door = Door.open();
        telegram = new WebhookQueue(URI.create("http://127.0.0.1:" + door.port() + TelegramWebhook.PATH),
                Door.SECRET);
    }

    @AfterEach
    void close() {
        telegram.close();
        door.close();
    }

    @Test
    void a_chat_is_heard_in_order_and_once_though_answers_get_lost() throws Exception {
        for (int i = 1; i <= 5; i++) {
            var update = message(42, "câu " + i);
            telegram.loseAnswer(update.updateId());
        }

        telegram.pass(Duration.ofMinutes(5));

        assertEquals(List.of("câu 1", "câu 2", "câu 3", "câu 4", "câu 5"), typed());
        assertEquals(10, telegram.statuses().size());
        assertEquals(0, telegram.waiting());
    }

    @Test
    void after_an_outage_of_ten_minutes_messages_come_and_presses_do_not() throws Exception {
        door.inbox().beUnavailable(30);
        message(42, "trong lúc hỏng");
        var press = write.press(42, 100, "p:1");
        telegram.press(press.updateId(), 42, press.json());

        telegram.pass(Duration.ofMinutes(10));
        door.inbox().beUnavailable(0);
        telegram.pass(Duration.ofMinutes(2));

        assertEquals(List.of("trong lúc hỏng"), typed());
        assertEquals(1, telegram.expired());
        assertTrue(telegram.statuses().stream().allMatch(status -> status == 503 || status == 200));
    }

    @Test
    void a_press_may_come_before_the_message_it_follows() throws Exception {
        door.inbox().beUnavailable(60);
        message(42, "chữ");
        telegram.deliverDue();
        door.inbox().beUnavailable(0);
        var press = write.press(42, 100, "p:1");
        telegram.press(press.updateId(), 42, press.json());

        telegram.pass(Duration.ofSeconds(61));

        var heard = door.inbox().heard().stream().map(Incoming::content).toList();
        assertEquals(List.of(new Pressed("p:1", "press" + (press.updateId() + 1), "100"), new Typed("chữ")),
                heard);
    }

    @Test
    void an_update_that_nobody_can_read_does_not_hold_up_its_chat() throws Exception {
        telegram.message(1, 42, "{\"update_id\":1,\"message\":{\"message_id\":\"one\"}}");
        message(42, "sau đó");

        telegram.deliverDue();

        assertEquals(List.of("sau đó"), typed());
        assertEquals(List.of(200, 200), telegram.statuses());
        assertEquals(1, door.inbox().parked().size());
    }

    @Test
    void numbers_that_start_anew_are_heard() throws Exception {
        message(42, "trước");
        var anew = new TelegramUpdates(12).text(42, "sau một tuần im lặng");
        telegram.message(anew.updateId(), 42, anew.json());

        telegram.deliverDue();

        assertEquals(List.of("trước", "sau một tuần im lặng"), typed());
    }

    private Numbered message(long chat, String text) {
        var update = write.text(chat, text);
        telegram.message(update.updateId(), chat, update.json());
        return update;
    }

    private List<String> typed() {
        return door.inbox().heard().stream().map(Incoming::content).filter(Typed.class::isInstance)
                .map(content -> ((Typed) content).text()).toList();
    }
}
