package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Incoming.Typed;
import vn.gopy.config.Secret;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Fault;
import vn.gopy.fakes.RememberingInbox;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.metrics.Metrics;

/// Polling: an update is confirmed only once it is recorded, and nothing stops the loop.
class PollingTest {
    private final TelegramUpdates write = new TelegramUpdates(500);
    private final RememberingInbox inbox = new RememberingInbox();
    private final Metrics metrics = new Metrics();
    private BotApiDouble telegram;
    private BotApi api;
    private LongPolling polling;

    @BeforeEach
    void open() {
        telegram = BotApiDouble.open();
        api = BotApi.open(telegram.address(), new Secret(BotApiDouble.TOKEN),
                new BotApi.Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5)));
        polling = new LongPolling(api, new UpdateReader(new BotName("42")), new Intake(inbox, metrics),
                metrics,
                Thread::sleep);
    }

    @AfterEach
    void close() {
        api.close();
        telegram.close();
    }

    @Test
    void an_update_is_confirmed_only_after_it_was_recorded() {
        say("một");
        say("hai");
        inbox.beUnavailable(7);

        var wait = polling.round();

        assertEquals(Duration.ofSeconds(7), wait);
        inbox.beUnavailable(0);
        polling.round();
        assertEquals(List.of("một", "hai"), typed());
        say("ba");
        polling.round();
        assertEquals(List.of(0L, 0L, 502L), telegram.updates().offsets());
    }

    @Test
    void polls_are_asked_for_and_who_answers_them_is_not() {
        say("một");
        polling.round();

        assertEquals("[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\",\"poll\"]",
                telegram.calls().getLast().body().path("allowed_updates").toString());
    }

    @Test
    void what_was_recorded_before_the_trouble_is_not_asked_for_again() {
        telegram.updates().put(1, "{\"update_id\":1,\"message\":{\"message_id\":1,\"text\":\"a\","
                + "\"chat\":{\"id\":42,\"type\":\"private\"}}}");
        inbox.failToPark(true);
        telegram.updates().put(2, "{\"update_id\":2,\"message\":[]}");
        polling.round();
        inbox.failToPark(false);

        polling.round();

        assertEquals(List.of(0L, 2L), telegram.updates().offsets());
        assertEquals(1, inbox.parked().size());
    }

    @Test
    void an_update_that_nobody_can_read_is_parked_and_the_next_is_heard() {
        telegram.updates().put(1, "{\"update_id\":1,\"message\":7}");
        telegram.updates().put(2, "{\"update_id\":2,\"message\":" + "[".repeat(300) + "]".repeat(300) + "}");
        telegram.updates().put(500, write.text(42, "sau đó").json());

        polling.round();
        polling.round();

        assertEquals(List.of("sau đó"), typed());
        assertEquals(2, inbox.parked().size());
    }

    @Test
    void a_turn_that_throws_does_not_stop_the_loop() {
        inbox.failToAccept(true);
        say("một");
        polling.round();
        inbox.failToAccept(false);
        say("hai");

        polling.round();

        assertEquals(List.of("hai"), typed());
        assertEquals("Typed", inbox.parked().getFirst().kind());
    }

    @Test
    void numbers_that_start_anew_after_a_quiet_week_are_heard() {
        say("một");
        polling.round();
        telegram.next("getUpdates",
                new Fault.Answers(200, "application/json", "{\"ok\":true,\"result\":[]}", ""));
        polling.round();
        telegram.updates().put(3, new TelegramUpdates(3).text(42, "đánh số lại").json());

        polling.round();

        assertEquals(List.of("một", "đánh số lại"), typed());
    }

    @Test
    void retry_after_is_honoured_and_other_trouble_climbs_a_ladder() {
        telegram.next("getUpdates", Fault.tooMany(33));
        telegram.next("getUpdates", Fault.page(502));
        telegram.next("getUpdates", new Fault.HangsUp(false));
        telegram.next("getUpdates", Fault.error(500, "Internal Server Error"));

        assertEquals(List.of(33L, 1L, 2L, 4L), waits(4));
    }

    @Test
    void a_second_instance_makes_it_wait() {
        telegram.next("getUpdates", Fault.error(409, "Conflict: terminated by other getUpdates request"));

        assertEquals(List.of(15L), waits(1));
    }

    @Test
    void a_webhook_is_removed_before_the_first_question_and_no_update_dropped() {
        telegram.profile().setWebhook("https://old.example.vn/hook");
        say("một");

        polling.round();

        assertEquals("", telegram.profile().webhook());
        assertFalse(telegram.profile().dropped());
        assertEquals(List.of("một"), typed());
    }

    @Test
    void it_hears_until_it_is_stopped_and_stops_promptly() throws Exception {
        telegram.next("getUpdates", Fault.error(500, "Internal Server Error"));
        var thread = Thread.ofVirtual().start(polling::run);
        say("một");

        assertTrue(telegram.updates().emptied(20));
        thread.interrupt();

        assertTrue(thread.join(Duration.ofSeconds(5)));
        assertEquals(List.of("một"), typed());
    }

    private List<Long> waits(int rounds) {
        var waits = new ArrayList<Long>();
        for (int i = 0; i < rounds; i++) {
            waits.add(polling.round().toSeconds());
        }
        return waits;
    }

    private void say(String text) {
        var update = write.text(42, text);
        telegram.updates().put(update.updateId(), update.json());
    }

    private List<String> typed() {
        return inbox.heard().stream().map(Incoming::content).map(content -> ((Typed) content).text())
                .toList();
    }
}
