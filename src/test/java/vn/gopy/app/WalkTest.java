package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.TelegramUpdates.Numbered;
import vn.gopy.fakes.WebhookQueue;

/// One walk through the whole house: from what residents type in Telegram to a commune's figure.
class WalkTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String COMPLAINT = "từ ngày nhập xã đi làm giấy tờ xa quá, mất cả buổi";
    private static final int RESIDENTS = 12;

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final TelegramUpdates updates = new TelegramUpdates(1_000);
    @AutoClose
    private final HttpClient browser = HttpClient.newHttpClient();
    @AutoClose
    private final BotApiDouble api = BotApiDouble.open();

    @Test
    void twelve_voices_by_webhook_become_one_figure_and_nobody_can_be_found() throws Exception {
        try (var house = start("webhook"); var telegram = webhook(house)) {
            for (int i = 0; i < RESIDENTS; i++) {
                resident(house, telegram, 777_000_100 + i).speak(COMPLAINT, "phường Hoành Bồ");
            }
            clock.pass(Duration.ofDays(7));

            assertTrue(house.order("release").startsWith("published"));

            var page = page(house, "/figures");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("2026-W48") || page.body().contains("tuần 48"), page.body());
            nobodyCanBeFound();
        }
    }

    @Test
    void a_lost_answer_and_a_restart_change_nothing_that_was_said() throws Exception {
        var numbered = updates.text(777_000_200, "/start");
        try (var house = start("webhook"); var telegram = webhook(house)) {
            api.chats().know(777_000_200);
            telegram.loseAnswer(numbered.updateId());
            telegram.message(numbered.updateId(), 777_000_200, numbered.json());
            telegram.pass(Duration.ofSeconds(5));
            TelegramResident.waitUntil(() -> api.chats().in(777_000_200).size() == 1, "greeted");
        }

        try (var house = start("webhook"); var telegram = webhook(house)) {
            telegram.message(numbered.updateId(), 777_000_200, numbered.json());
            telegram.deliverDue();
            resident(house, telegram, 777_000_200).type("riengtu");

            assertEquals(2, api.chats().in(777_000_200).size(), "one greeting, one answer");
            assertEquals(200, page(house, "/health").statusCode());
        }
    }

    @Test
    void a_question_is_answered_with_its_source() throws Exception {
        try (var house = start("webhook"); var telegram = webhook(house)) {
            var answer = resident(house, telegram, 777_000_300).type("xa le loi gio thuoc phuong nao");

            assertTrue(answer.text().contains("Hoành Bồ"), answer.text());
            assertTrue(answer.text().contains("1679"), answer.text());
        }
    }

    @Test
    void a_visitor_of_the_english_page_is_answered_in_english_at_once() throws Exception {
        try (var house = start("off")) {
            assertTrue(page(house, "/?lang=en").body().contains("data-language=\"en\""));

            post(house, "/chat/messages", """
                    {"conversation":"AAAAAAAAAAAAAAAAAAAAAA","id":"1","text":"menu","language":"en"}""",
                    BodyHandlers.discarding());
            var stream = post(house, "/chat/stream", """
                    {"conversation":"AAAAAAAAAAAAAAAAAAAAAA","seen":[]}""", BodyHandlers.ofInputStream());

            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                var reply = lines.lines().filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
                assertTrue(reply.contains("Give feedback"), reply);
            }
        }
    }

    private <T> T post(RunningHouse house, String path, String json, HttpResponse.BodyHandler<T> body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(house.address() + path))
                .header("Content-Type", "application/json").header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build();
        var answer = browser.send(request, body);
        assertEquals(2, answer.statusCode() / 100);
        return answer.body();
    }

    @Test
    void the_same_talk_goes_by_polling() throws Exception {
        try (var house = start("polling")) {
            var resident = new TelegramResident(777_000_400, api, updates, new TelegramResident.Delivery() {
                @Override
                public void message(Numbered update, long chat) {
                    api.updates().put(update.updateId(), update.json());
                }

                @Override
                public void press(Numbered update, long chat) {
                    api.updates().put(update.updateId(), update.json());
                }

                @Override
                public boolean quiet() {
                    return house.ground().outbox().waiting() == 0;
                }
            });

            resident.speak(COMPLAINT, "phường Hoành Bồ");
        }
    }

    @Test
    void who_asks_to_be_erased_is_in_no_file_any_more_and_is_told() throws Exception {
        try (var house = start("webhook"); var telegram = webhook(house)) {
            var resident = resident(house, telegram, 777_000_500);
            resident.speak(COMPLAINT, "phường Hoành Bồ");
            assertEquals(1, rows(house, "SELECT count(*) FROM feedback"));

            resident.type("xoa");
            resident.press(resident.last().keyboard().contains("Xóa hết") ? "Xóa hết" : firstLabel(resident));
            house.order("retain");

            assertEquals(0, rows(house, "SELECT count(*) FROM feedback"));
            assertEquals(0, rows(house, "SELECT count(*) FROM consent"));
            assertEquals(0, rows(house, "SELECT count(*) FROM session"));
            nobodyCanBeFound();
        }
    }

    @Test
    void forty_messages_of_one_person_at_once_are_all_heard_each_in_its_turn() throws Exception {
        try (var house = start("webhook"); var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            api.chats().know(777_000_700);
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 40; i++) {
                var update = updates.text(777_000_700, "giup").json();
                answers.add(hands.submit(() -> deliver(house, update)));
            }

            for (var answer : answers) {
                assertEquals(200, answer.get());
            }
            assertEquals(40, rows(house, "SELECT version FROM session"));
        }
    }

    private int deliver(RunningHouse house, String update) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(house.address() + "/telegram/webhook"))
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(update)).build();
        return browser.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void after_the_time_that_was_promised_nothing_is_left_but_the_figures() throws Exception {
        try (var house = start("webhook"); var telegram = webhook(house)) {
            resident(house, telegram, 777_000_600).speak(COMPLAINT, "phường Hoành Bồ");

            clock.pass(Duration.ofDays(400));
            house.order("retain");

            assertEquals(0, rows(house, "SELECT count(*) FROM feedback"));
            assertEquals(0, rows(house, "SELECT count(*) FROM person"));
            assertEquals(0, rows(house, "SELECT count(*) FROM session"));
            assertEquals(0, rows(house, "SELECT count(*) FROM consent"));
        }
    }

    @Test
    void the_disk_guard_and_the_socket_answer_an_operator() throws Exception {
        try (var house = start("off")) {
            var answer = ControlSocket.ask(new DataFolder(data).socket(), List.of("retain", "--dry-run"));

            assertTrue(answer.orElseThrow().contains("would drop 0 addresses"), answer.toString());
            assertTrue(new DataFolder(data).lock().isEmpty(), "a second process must be refused");
            assertTrue(page(house, "/metrics").body().contains("gopy_"));
        }
    }

    private static String firstLabel(TelegramResident resident) {
        throw new AssertionError("no button to confirm the erasure under: " + resident.last().keyboard());
    }

    private RunningHouse start(String mode) {
        var environment = new HashMap<>(Map.of("GOPY_TELEGRAM_MODE", mode));
        if (!mode.equals("off")) {
            environment.put("GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN);
            environment.put("GOPY_TELEGRAM_API", api.address());
            environment.put("GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET);
        }
        return RunningHouse.start(data, clock, environment);
    }

    private static WebhookQueue webhook(RunningHouse house) {
        return new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET);
    }

    private TelegramResident resident(RunningHouse house, WebhookQueue telegram, long chat) {
        return new TelegramResident(chat, api, updates, TelegramResident.Delivery.by(telegram, house));
    }

    private HttpResponse<String> page(RunningHouse house, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(house.address() + path)).build(),
                BodyHandlers.ofString());
    }

    private static long rows(RunningHouse house, String sql) {
        return house.ground().database().read(tx -> tx.number(sql));
    }

    /// No chat id, no name and no sentence stands in any file of the data folder.
    private void nobodyCanBeFound() throws Exception {
        var found = new ArrayList<String>();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var canary : List.of("777000", "Nguy", "mất cả buổi")) {
                    if (bytes.contains(new String(canary.getBytes(StandardCharsets.UTF_8),
                            StandardCharsets.ISO_8859_1))) {
                        found.add(canary + " in " + file.getFileName());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }
}
