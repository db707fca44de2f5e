package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.StubServer;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;
import vn.gopy.quote.Speakers;
import vn.gopy.topic.Topic;

/// What many said is answered by their office and carried to each who wished to hear, without anybody knowing who
/// they are.
class ThemesTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String BRIDGE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String COMPLAINT = "trụ sở xã mới xa quá, đi lại mất cả buổi, tôi không hài lòng";
    private static final String ANSWER = "Từ ngày 1/12 có xe đưa đón miễn phí, mỗi ngày hai chuyến.";
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final long FIRST_CHAT = 777_001_000;

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-10-14T02:00:00Z");
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void twelve_people_on_three_channels_get_one_answer_each_and_nobody_learns_who_they_are()
            throws Exception {
        try (var api = BotApiDouble.open();
                var callback = StubServer.answering(200);
                var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook",
                        "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                        "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET, "GOPY_CHANNELS", "zalo",
                        "GOPY_CHANNEL_ZALO_SECRET", BRIDGE, "GOPY_CHANNEL_ZALO_CALLBACK", callback.url(),
                        "GOPY_ALLOW_LOOPBACK_HTTP", "true"));
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var residents = new ArrayList<TelegramResident>();
            for (int i = 0; i < 8; i++) {
                var resident = new TelegramResident(FIRST_CHAT + i, api,
                        new TelegramUpdates(7_000 + 1_000 * i),
                        TelegramResident.Delivery.by(telegram, house));
                resident.speak(COMPLAINT, "phường Hoành Bồ");
                resident.press("Báo tôi khi có trả lời");
                resident.press("Báo tôi");
                residents.add(resident);
            }
            var silent = new TelegramResident(FIRST_CHAT + 90, api, new TelegramUpdates(90_000),
                    TelegramResident.Delivery.by(telegram, house));
            silent.speak(COMPLAINT, "phường Hoành Bồ");
            for (var conversation : List.of("AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBB")) {
                speakInBrowser(house, conversation);
            }
            for (var who : List.of("resident-7", "resident-8")) {
                speakThroughBridge(house, who);
            }
            assertEquals(12, rows(house, "hear_consent"));
            neighbours(house);
            clock.pass(Duration.ofDays(19)); // Monday, 2 November, nine in the morning
            house.order("release");
            int before = api.chats().in(FIRST_CHAT + 90).size();

            var hoa = official(house, "answerer", "Bà Hoa");
            var binh = official(house, "approver", "Ông Bình");
            var theme = theme(hoa);
            assertEquals(303, draft(hoa, theme, "answered", ANSWER).statusCode());
            var seen = binh.get(theme).body();
            assertTrue(seen.contains(ANSWER), seen);
            assertEquals(422, hoa.post(theme, "do", "send", "revision", revision(seen)).statusCode(),
                    "who drafts does not send");
            assertEquals(303, binh.post(theme, "do", "send", "revision", revision(seen)).statusCode());

            for (var resident : residents) {
                TelegramResident.waitUntil(() -> resident.last().text().contains("hai chuyến"),
                        "not told: " + resident.last());
                assertTrue(resident.last().text().contains("UBND phường Hoành Bồ"), resident.last().text());
            }
            TelegramResident.waitUntil(() -> callback.requests().stream()
                    .filter(request -> request.body().contains("hai chuyến")).count() == 2,
                    "bridge not told");
            assertTrue(hears(house, "AAAAAAAAAAAAAAAAAAAAAA") && hears(house, "BBBBBBBBBBBBBBBBBBBBBB"));
            TelegramResident.waitUntil(() -> rows(house, "theme_answer WHERE done_at IS NOT NULL") == 1,
                    "the round did not end");
            assertEquals(12, rows(house, "theme_told"));
            assertEquals(before, api.chats().in(FIRST_CHAT + 90).size(), "who wished nothing is left alone");

            assertTrue(
                    residents.getFirst().press("Trả lời đúng ý").text().startsWith("Đã ghi: trả lời đúng ý"));
            assertTrue(residents.get(1).type("chua dung y").text().startsWith("Đã ghi: chưa đúng ý"));
            assertTrue(residents.get(2).press("Đừng báo nữa").text().startsWith("Được."));
            assertEquals(1, rows(house, "theme_told WHERE fits = 1"));
            assertEquals(1, rows(house, "theme_told WHERE fits = 0"));
            assertEquals(11, rows(house, "hear_consent"));

            var page = get(house, "/figures/07030?period=2026-10");
            assertTrue(page.contains(ANSWER) && page.contains("Đã trả lời"), page);
            assertTrue(page.contains("đã đến khoảng 10 người"), page);
            for (var told : List.of(page, hoa.get(theme).body(), binh.get("/themes").body(), seen)) {
                assertFalse(
                        told.contains("777001") || told.contains("resident-7") || told.contains("AAAAAAAA"));
            }
            var deeds = house.ground().officials().audit().newest(50).stream().map(entry -> entry.deed())
                    .toList();
            assertTrue(deeds.contains(Deed.ANSWER_DRAFTED) && deeds.contains(Deed.ANSWER_SENT));
        }
    }

    @Test
    void an_answer_must_tell_and_a_promise_is_public() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            neighbours(house);
            ward(house, 120);
            clock.pass(Duration.ofDays(19));
            house.order("release");
            var hoa = official(house, "approver", "Bà Hoa");
            var theme = theme(hoa);

            refused(draft(hoa, theme, "answered", "Hãy ủng hộ việc này."), "“Hãy ủng hộ”");
            refused(draft(hoa, theme, "changed", "Đã mở lại điểm tiếp nhận."), "phải nêu căn cứ");
            refused(draft(hoa, theme, "answered", "x".repeat(901)), "Dài quá");
            assertEquals(400, draft(hoa, theme, "heard", "gì đó").statusCode());
            assertEquals(404, hoa.get("/themes/999").statusCode());
            assertEquals(303,
                    draft(hoa, theme, "cannot", "Chưa có tiền xây lại cầu trong năm nay.").statusCode());
            refused(hoa.post(theme, "do", "send", "revision", revision(hoa.get(theme).body())),
                    "người khác phải gửi");

            var promise = hoa.post(theme, "do", "promise", "day", "2026-11-20", "revision",
                    revision(hoa.get(theme).body()));
            assertEquals(303, promise.statusCode());
            assertTrue(get(house, "/figures/07030?period=2026-10")
                    .contains("Hẹn trả lời trước hết ngày 20/11/2026"));
            clock.pass(Duration.ofDays(19));
            var late = get(house, "/figures/07030?period=2026-10");
            assertTrue(late.contains("Quá hẹn") && late.contains("Quá hạn: 1"), late);
            var other = official(house, "approver", "Ông Bình"); // in November the others are signed out
            assertEquals(422, other.post(theme, "do", "send", "revision", "0").statusCode(), "an old page");
            assertEquals(303, other.post(theme, "do", "send", "revision",
                    revision(other.get(theme).body())).statusCode());
            assertTrue(get(house, "/figures/07030?period=2026-10").contains("Không làm được"));
        }
    }

    @Test
    void nobody_is_written_to_at_night_nor_after_they_changed_their_mind() throws Exception {
        try (var api = BotApiDouble.open();
                var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook",
                        "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                        "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET));
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var one = new TelegramResident(FIRST_CHAT, api, new TelegramUpdates(7_000),
                    TelegramResident.Delivery.by(telegram, house));
            var two = new TelegramResident(FIRST_CHAT + 1, api, new TelegramUpdates(8_000),
                    TelegramResident.Delivery.by(telegram, house));
            for (var each : List.of(one, two)) {
                each.speak(COMPLAINT, "phường Hoành Bồ");
                each.press("Báo tôi khi có trả lời");
                each.press("Báo tôi");
            }
            neighbours(house);
            ward(house, 40);
            clock.pass(Duration.ofDays(19).plusHours(13)); // ten in the evening
            house.order("release");
            var hoa = official(house, "approver", "Bà Hoa");
            var theme = theme(hoa);
            draft(hoa, theme, "answered", ANSWER);
            hoa.post(theme, "do", "send", "revision", revision(hoa.get(theme).body()));
            two.type("đừng báo nữa");
            assertEquals(0, rows(house, "theme_told"));
            clock.pass(Duration.ofHours(10));

            TelegramResident.waitUntil(() -> one.last().text().contains("hai chuyến"), "not told by day");
            TelegramResident.waitUntil(() -> rows(house, "theme_answer WHERE done_at IS NOT NULL") == 1,
                    "the round did not end");
            assertTrue(two.last().text().startsWith("Được."), two.last().text());
            one.type("xoa");
            one.press("Xóa hết");
            assertEquals(0, rows(house, "theme_told"));
        }
    }

    @Test
    void a_restored_copy_tells_nobody_of_an_answer() throws Exception {
        Path copy;
        try (var api = BotApiDouble.open();
                var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook",
                        "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                        "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET));
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var one = new TelegramResident(FIRST_CHAT, api, new TelegramUpdates(7_000),
                    TelegramResident.Delivery.by(telegram, house));
            one.speak(COMPLAINT, "phường Hoành Bồ");
            one.press("Báo tôi khi có trả lời");
            one.press("Báo tôi");
            copy = Path.of(house.order("backup").replace("backup written: ", ""));
            one.type("đừng báo nữa");
        }
        new Backups(new DataFolder(data)).restore(copy, clock.instant());
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            assertEquals(1, rows(house, "feedback"));
            assertEquals(0, rows(house, "hear_consent"));
        }
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(why), answer.body());
    }

    private HttpResponse<String> draft(Visitor official, String theme, String state, String text) {
        return official.post(theme, "do", "draft", "revision", revision(official.get(theme).body()), "state",
                state, "vi", text);
    }

    private static String revision(String page) {
        return found(page, "name=\"revision\" value=\"([0-9]+)\"");
    }

    private static String found(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().findFirst()
                .orElseThrow(() -> new AssertionError(page)).group(1);
    }

    /// The address of the open theme about the way to the office.
    private static String theme(Visitor official) {
        return found(official.get("/themes").body(), "href=\"(/themes/[0-9]+)\"><strong>Đi lại");
    }

    private Visitor official(RunningHouse house, String role, String name) {
        var code = found(house.order("official-invite", role, Speakers.HOANH_BO), "code: ([A-Z2-7-]+)");
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code, name, PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    private static void neighbours(RunningHouse house) {
        new Speakers(house.ground().database(), house.ground().vault()).neighbours(1_000, said());
    }

    private static void ward(RunningHouse house, int persons) {
        new Speakers(house.ground().database(), house.ground().vault()).crowd(2_000, persons, said());
    }

    private static Speakers.Said said() {
        return new Speakers.Said(Instant.parse("2026-10-14T02:00:00Z"), 2, Topic.DI_LAI, Speakers.HOANH_BO,
                "đi lại xa");
    }

    private static long rows(RunningHouse house, String table) {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM " + table));
    }

    private String get(RunningHouse house, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(house.address() + path)).build(),
                BodyHandlers.ofString()).body();
    }

    private static final List<String> TALK = List.of(COMPLAINT, "Đồng ý, góp ý", "phường Hoành Bồ", "Gửi",
            "Báo tôi khi có trả lời", "Báo tôi");

    private void speakInBrowser(RunningHouse house, String conversation) throws Exception {
        int id = 0;
        for (var line : TALK) {
            post(house, "/chat/messages", "{\"conversation\":\"%s\",\"id\":\"%d\",\"text\":\"%s\"}"
                    .formatted(conversation, ++id, line));
        }
    }

    private boolean hears(RunningHouse house, String conversation) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(house.address() + "/chat/stream"))
                .header("Content-Type", "application/json").header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"conversation\":\"%s\",\"seen\":[]}".formatted(conversation)))
                .build();
        var stream = client.send(request, BodyHandlers.ofInputStream()).body();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> line.startsWith("data: ") && line.contains("hai chuyến"));
        }
    }

    private void speakThroughBridge(RunningHouse house, String who) throws Exception {
        int id = 0;
        for (var line : TALK) {
            var key = who + "-" + ++id;
            var body = new ObjectMapper().createObjectNode().put("id", key).put("from", who).put("text", line)
                    .toString();
            long now = clock.instant().getEpochSecond();
            var request = HttpRequest.newBuilder(URI.create(house.address() + "/channels/zalo/messages"))
                    .header("webhook-id", key).header("webhook-timestamp", Long.toString(now))
                    .header("webhook-signature", new Webhook(BRIDGE).sign(key, now, body))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
        }
    }

    private void post(RunningHouse house, String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(house.address() + path))
                .header("Content-Type", "application/json").header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build();
        assertEquals(2, client.send(request, BodyHandlers.discarding()).statusCode() / 100);
    }
}
