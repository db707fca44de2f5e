package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.gopy.channel.telegram.TelegramSettings.Mode;
import vn.gopy.channel.telegram.TelegramSettings.Pacing;
import vn.gopy.config.Secret;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Fault;
import vn.gopy.fakes.RememberingInbox;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.metrics.Metrics;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// What is arranged with Telegram at the start, and what an operator is told about it.
class SetupTest {
    private static final String URL = "https://gopy.example.vn";
    private static final String SECRET = "a-secret-of-thirty-two-characters";
    private static final int LOOKS = 3;

    private final Metrics metrics = new Metrics();
    private final Phrasebook phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    private final List<Duration> rests = new ArrayList<>();
    @AutoClose
    private final BotApiDouble telegram = BotApiDouble.open();

    @Test
    void the_webhook_is_registered_with_what_we_want_to_hear() {
        arrange(webhook(URL, SECRET));

        var set = telegram.profile().webhookAsSet();
        assertEquals(URL + "/telegram/webhook", telegram.profile().webhook());
        assertEquals(SECRET, telegram.profile().secret());
        assertEquals(10, set.path("max_connections").asInt());
        assertEquals("[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\",\"poll\"]",
                set.path("allowed_updates").toString());
        assertFalse(set.has("drop_pending_updates"));
    }

    @Test
    void a_second_start_changes_nothing() {
        arrange(webhook(URL, SECRET));

        arrange(webhook(URL, SECRET));

        assertEquals(1, telegram.count("setWebhook"));
        assertEquals(2, telegram.count("setMyCommands"));
        assertEquals(2, telegram.count("setMyDescription"));
        assertEquals(2, telegram.count("setMyShortDescription"));
    }

    @Test
    void a_new_secret_is_told_while_two_are_accepted_or_when_telegram_was_refused() {
        arrange(webhook(URL, SECRET));
        arrange(webhook(URL, "new-" + SECRET, SECRET));
        assertEquals("new-" + SECRET, telegram.profile().secret());
        assertEquals(2, telegram.count("setWebhook"));

        telegram.profile().failed(1_790_000_000L, "Wrong response from the webhook: 401 Unauthorized");
        arrange(webhook(URL, "third-" + SECRET));

        assertEquals("third-" + SECRET, telegram.profile().secret());
        assertEquals(3, telegram.count("setWebhook"));
    }

    @Test
    void the_bot_presents_itself_in_vietnamese_and_in_english_where_it_is_spoken() {
        arrange(webhook(URL, SECRET));

        var profile = telegram.profile();
        assertEquals("Góp ý, khen hay chê đều được",
                profile.commands("").path(0).path("description").asText());
        assertEquals(Introduction.COMMANDS.size(), profile.commands("en").size());
        assertTrue(profile.description("").contains("Ủy ban thử"));
        assertTrue(profile.description("en").contains("Ủy ban thử"));
        assertTrue(profile.shortDescription("en").contains("Quảng Ninh"));
    }

    @Test
    void every_command_of_the_menu_has_its_phrase_in_every_language() {
        for (var language : phrases.languages()) {
            for (var command : Introduction.COMMANDS) {
                assertTrue(phrases.has(language, "telegram.command." + command), command);
            }
        }
    }

    @Test
    void failures_are_tried_again_and_stop_nothing() {
        telegram.next("getMe", Fault.page(502));
        telegram.next("getMe", new Fault.HangsUp(false));
        telegram.next("setWebhook", Fault.tooMany(5));

        arrange(webhook(URL, SECRET));

        assertEquals(List.of(5L, 2L), rests.stream().limit(2).map(Duration::toSeconds).toList());
        assertEquals(URL + "/telegram/webhook", telegram.profile().webhook());
    }

    @Test
    void what_telegram_refuses_for_ever_does_not_hold_up_the_webhook() {
        telegram.always("setMyCommands", Fault.error(400, "Bad Request: BOT_COMMAND_INVALID"));

        arrange(webhook(URL, SECRET));

        assertEquals(URL + "/telegram/webhook", telegram.profile().webhook());
        assertTrue(telegram.count("setMyCommands") > 3);
    }

    @Test
    void the_webhook_is_looked_after_each_minute() {
        telegram.profile().pending(37);

        arrange(webhook(URL, SECRET));

        assertTrue(telegram.count("getWebhookInfo") >= LOOKS);
        assertEquals(Duration.ofSeconds(60), rests.getLast());
        assertTrue(metrics.text().contains("gopy_telegram_pending_updates 37"));
    }

    @Test
    void webhook_mode_without_a_public_url_registers_nothing() {
        arrange(webhook("", SECRET));

        assertEquals(0, telegram.count("setWebhook"));
        assertEquals(0, telegram.count("setMyCommands"));
        assertEquals(1, telegram.count("getMe"));
    }

    @Test
    void polling_hears_through_the_room_as_a_whole() throws Exception {
        var inbox = new RememberingInbox();
        var update = new TelegramUpdates(5).inGroup(-7, 42, "/gopy");
        telegram.updates().put(update.updateId(), update.json());
        try (var room = Telegram.open(polling(), metrics).orElseThrow()) {
            room.start(inbox, phrases, "Ủy ban thử");

            assertTrue(telegram.updates().emptied(20));
            assertTrue(room.door(inbox).isEmpty());
            assertEquals("telegram", room.channel().name());
        }
        assertEquals(1, inbox.heard().size());
    }

    @Test
    void telegram_that_is_off_has_no_room() {
        var off = new TelegramSettings(Mode.OFF, Optional.empty(), List.of(), "", "", 10,
                new Pacing(25, 1, 18));

        assertTrue(Telegram.open(off, metrics).isEmpty());
    }

    @Test
    void an_operator_hears_that_all_is_well() {
        arrange(webhook(URL, SECRET));

        var remarks = checkup(webhook(URL, SECRET));

        assertTrue(remarks.stream().allMatch(TelegramCheckup.Remark::well), remarks::toString);
        assertEquals("telegram token belongs to @gopy_bot", remarks.getFirst().says());
    }

    @Test
    void an_operator_hears_what_to_mend() {
        telegram.profile().setWebhook("https://elsewhere.example.vn/hook");
        telegram.profile().pending(500);
        telegram.profile().failed(1_790_000_000L, "Wrong response from the webhook: 503 Service Unavailable");

        var remarks = checkup(webhook(URL, "short", "old")).stream().filter(remark -> !remark.well())
                .toList();

        assertEquals(5, remarks.size(), remarks::toString);
    }

    @Test
    void an_operator_hears_of_a_wrong_token_and_of_a_dead_line_without_seeing_the_token() {
        telegram.next("getMe", Fault.error(401, "Unauthorized"));
        telegram.next("getMe", new Fault.HangsUp(false));

        var wrong = checkup(webhook(URL, SECRET)).toString();
        var dead = checkup(webhook(URL, SECRET)).toString();

        assertTrue(wrong.contains("BotFather") && dead.contains("cannot be reached"), wrong + dead);
        assertFalse((wrong + dead).contains(BotApiDouble.TOKEN));
    }

    private List<TelegramCheckup.Remark> checkup(TelegramSettings settings) {
        try (var room = Telegram.open(settings, metrics).orElseThrow()) {
            return room.checkup().look();
        }
    }

    /// Lets the room arrange everything, and look after it a few times, in no time.
    private void arrange(TelegramSettings settings) {
        var done = new CountDownLatch(1);
        int before = rests.size();
        Rest rest = time -> {
            rests.add(time);
            boolean enough = rests.stream().skip(before).filter(Duration.ofSeconds(60)::equals)
                    .count() >= LOOKS;
            if (enough) {
                done.countDown();
                throw new InterruptedException("the test has seen enough");
            }
        };
        try (var room = Telegram.open(settings, metrics, BotApi.Patience.USUAL, rest).orElseThrow()) {
            room.start(new RememberingInbox(), phrases, "Ủy ban thử");
            if (settings.publicUrl().isEmpty()) {
                room.join();
            } else {
                assertTrue(done.await(30, TimeUnit.SECONDS));
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private TelegramSettings webhook(String publicUrl, String... secrets) {
        return new TelegramSettings(Mode.WEBHOOK, Optional.of(new Secret(BotApiDouble.TOKEN)),
                List.of(secrets).stream().map(Secret::new).toList(), telegram.address(), publicUrl, 10,
                new Pacing(25, 1, 18));
    }

    private TelegramSettings polling() {
        return new TelegramSettings(Mode.POLLING, Optional.of(new Secret(BotApiDouble.TOKEN)), List.of(),
                telegram.address(), "", 10, new Pacing(25, 1, 18));
    }
}
