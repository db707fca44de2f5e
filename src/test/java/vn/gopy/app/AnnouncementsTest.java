package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.answer.AnnouncementDesk;
import vn.gopy.answer.AnnouncementPost;
import vn.gopy.answer.Daytime;
import vn.gopy.answer.Round;
import vn.gopy.dashboard.AnnouncedRules;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;
import vn.gopy.policy.Phrases;
import vn.gopy.quote.Speakers;
import vn.gopy.release.Area;
import vn.gopy.text.Language;

/// What an office announces is approved by a second official and goes once to those who wish to get it, by day and
/// at most twice a week.
class AnnouncementsTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final long FIRST_CHAT = 778_001_000;

    @TempDir
    Path data;

    /// A Monday, nine in the morning.
    private final SettableClock clock = new SettableClock("2026-11-02T02:00:00Z");

    @Test
    void an_announcement_goes_once_to_those_who_wish_and_the_third_of_a_week_waits() throws Exception {
        try (var api = BotApiDouble.open();
                var house = house(api);
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var one = resident(0, api, telegram, house);
            var two = resident(1, api, telegram, house);
            var elsewhere = resident(2, api, telegram, house);
            for (var each : List.of(one, two)) {
                each.type("nhận thông báo");
                each.type("phuong hoanh bo");
                each.press("Nhận");
            }
            elsewhere.type("nhantin");
            elsewhere.type("phuong hong gai");
            elsewhere.press("Nhận");
            var hoa = official(house, "answerer", "Bà Hoa");
            var binh = official(house, "approver", "Ông Bình");

            var first = written(hoa, "Thứ Năm cắt điện ở khu 3 từ 8 giờ đến 10 giờ.", "2026-11-02T09:00");
            refused(hoa.post(first, "do", "approve", "revision", "0"), "Hãy xem lại");
            assertTrue(binh.get(first).body().contains("Thôi nhận thông báo: gõ tattin."));
            approved(binh, first);
            TelegramResident.waitUntil(() -> one.last().text().contains("cắt điện"), "one is not told");
            TelegramResident.waitUntil(() -> two.last().text().contains("cắt điện"), "two is not told");
            TelegramResident.waitUntil(() -> rows(house, "announcement WHERE state = 'done'") == 1, "no end");
            assertTrue(hoa.get(first).body().contains("Đã gửi xong"), "sent, and not to how many");
            assertFalse(elsewhere.last().text().contains("cắt điện"));

            two.press("Thôi nhận thông báo");
            assertEquals(2, rows(house, "follow"));
            approved(binh, written(hoa, "Họp khu phố tối thứ Sáu.", "2026-11-02T09:00"));
            TelegramResident.waitUntil(() -> one.last().text().contains("Họp khu phố"), "not told again");
            var third = written(hoa, "Đổi giờ chợ từ tuần sau.", "2026-11-02T09:00");
            assertTrue(binh.get(third).body().contains("Tuần này đã có hai tin"));
            approved(binh, third);
            TelegramResident.waitUntil(
                    () -> rows(house, "announcement WHERE rests_until IS NOT NULL") == 1, "does not rest");
            assertFalse(one.last().text().contains("giờ chợ"));
            assertTrue(binh.get(third).body().contains("Đang gửi"), "who waits is not told");
            clock.pass(Duration.ofDays(7));
            TelegramResident.waitUntil(() -> one.last().text().contains("giờ chợ"), "not told next week");
            assertFalse(two.last().text().contains("giờ chợ"), "who ended it gets none");
            assertEquals(4, rows(house, "announcement_told"));
            one.type("xoa");
            one.press("Xóa hết");
            assertEquals(1, rows(house, "follow"));
            assertEquals(1, rows(house, "announcement_told"));
            var deeds = house.ground().officials().audit().newest(50).stream().map(entry -> entry.deed())
                    .toList();
            assertTrue(deeds.containsAll(
                    List.of(Deed.ANNOUNCEMENT_DRAFTED, Deed.ANNOUNCEMENT_APPROVED)), deeds.toString());
        }
    }

    @Test
    void nothing_goes_at_night_and_a_wish_is_forgotten_after_a_year() throws Exception {
        clock.pass(Duration.ofHours(12));
        try (var api = BotApiDouble.open();
                var house = house(api);
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var one = resident(0, api, telegram, house);
            one.type("nhantin");
            one.type("phuong hoanh bo");
            one.press("Nhận");
            assertTrue(one.type("dulieu").text().contains("Thông báo bạn nhận: phường Hoành Bồ"));
            approved(official(house, "approver", "Ông Bình"), written(official(house, "answerer", "Bà Hoa"),
                    "Họp khu phố tối thứ Sáu.", "2026-11-02T00:00"));
            var post = new AnnouncementPost(new Round.Parts(house.ground().database(),
                    house.ground().vault(), house.ground().outbox(),
                    Daytime.from(house.ground().settings(), clock), () -> 0, _ -> {}),
                    house.ground().announcement(Brain.open(house.ground())));

            post.look();
            assertEquals(0, rows(house, "announcement_told"));
            clock.pass(Duration.ofHours(10));
            TelegramResident.waitUntil(() -> one.last().text().contains("Họp khu phố"), "not told by day");
            house.order("retain");
            assertEquals(1, rows(house, "follow"));
            assertEquals(1, rows(house, "announcement_told"));
            clock.pass(Duration.ofDays(366));
            house.order("retain");

            assertEquals(0, rows(house, "follow"));
            assertEquals(0, rows(house, "announcement_told"));
        }
    }

    @Test
    void a_restored_copy_brings_no_wish_back() throws Exception {
        Path copy;
        try (var api = BotApiDouble.open();
                var house = house(api);
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var one = resident(0, api, telegram, house);
            one.type("nhantin");
            one.press("Toàn Quảng Ninh");
            one.press("Nhận");
            assertEquals(1, rows(house, "follow"));
            copy = Path.of(house.order("backup").replace("backup written: ", ""));
            one.type("tattin");
            assertEquals(0, rows(house, "follow"));
        }

        new Backups(new DataFolder(data)).restore(copy, clock.instant());
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            assertEquals(0, rows(house, "follow"));
        }
    }

    @Test
    void what_was_told_of_rules_is_marked_on_the_trend_of_its_place() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            var hoa = official(house, "answerer", "Bà Hoa");
            var binh = official(house, "approver", "Ông Bình");
            var rules = write(hoa, "policy", "Phường có tên mới.", "1679/NQ-UBTVQH15").headers()
                    .firstValue("Location").orElseThrow();
            approved(binh, rules);
            approved(binh, written(hoa, "Họp khu phố.", "2026-11-03T09:00"));
            var marks = new AnnouncedRules(desk(house), Brain.open(house.ground()).phrases(),
                    ZoneId.of("Asia/Ho_Chi_Minh"));

            assertEquals(List.of(), marks.to(new Area("07030")));
            clock.pass(Duration.ofDays(2));

            assertEquals(List.of("Thông báo: Phường có tên mới."),
                    marks.to(new Area("07030")).stream().map(one -> one.text(Language.VIETNAMESE)).toList());
            assertEquals(List.of(), marks.to(new Area("06652")));
            assertEquals(List.of(), marks.to(Area.PROVINCE));
        }
    }

    private static AnnouncementDesk desk(RunningHouse house) {
        var ground = house.ground();
        return new AnnouncementDesk(new AnnouncementDesk.Parts(ground.database(), ground.gazetteer(),
                ground.announcement(Brain.open(ground)).citations(), ground.officials().audit(),
                Phrases.thatPersuade(Policies.folder(ground.settings())), ZoneId.of("Asia/Ho_Chi_Minh"),
                ground.clock()));
    }

    private RunningHouse house(BotApiDouble api) {
        return RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN",
                BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET",
                SECRET));
    }

    @Test
    void what_persuades_or_names_no_source_is_refused_and_what_is_cancelled_does_not_go() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            var hoa = official(house, "approver", "Bà Hoa");
            var binh = official(house, "approver", "Ông Bình");

            refused(write(hoa, "event", "Hãy ủng hộ việc này.", ""), "“Hãy ủng hộ”");
            refused(write(hoa, "policy", "Từ nay làm giấy tờ ở phường.", ""), "phải nêu nguồn");
            refused(write(hoa, "event", "Theo nghị quyết, phường có tên mới.", ""), "phải nêu nguồn");
            refused(write(hoa, "policy", "Phường có tên mới.", "9999/NQ-KHONG"), "“9999/NQ-KHONG”");
            refused(write(hoa, "event", "x".repeat(901), ""), "Dài quá");
            refused(hoa.post("/announcements", "do", "keep", "area", "06685", "kind", "event", "vi", "Họp.",
                    "at", "2026-11-03T09:00"), "không thuộc bạn");
            refused(hoa.post("/announcements", "do", "keep", "area", "07030", "kind", "event", "vi", "Họp.",
                    "at", "hôm qua"), "chọn ngày giờ");
            var kept = write(hoa, "policy", "Phường có tên mới.", "1679/NQ-UBTVQH15\nplace.new-of.07066");
            assertEquals(303, kept.statusCode(), kept.body());
            var path = kept.headers().firstValue("Location").orElseThrow();
            var page = binh.get(path).body();
            assertTrue(page.contains("Nguồn: NQ 1679/NQ-UBTVQH15"), page);
            refused(hoa.post(path, "do", "approve", "revision", "0"), "không tự duyệt");
            approved(binh, path);
            assertTrue(hoa.get(path + "/sheet").body().contains("UBND phường Hoành Bồ thông báo."));
            assertTrue(hoa.get(path + "/poster").body().contains("c_07030"));
            assertEquals(422, hoa.post(path, "do", "cancel", "revision", "0").statusCode(), "an old page");
            assertEquals(303, hoa.post(path, "do", "cancel", "revision", "1").statusCode());
            assertTrue(hoa.get("/announcements").body().contains("Đã hủy"));
            assertEquals(404, hoa.get(path + "/sheet").statusCode(), "a sheet of what does not go");
            assertEquals(404, hoa.get(path + "/poster").statusCode());
            assertTrue(hoa.get(path + "?lang=en").body().contains("Cancelled"));
        }
    }

    private static TelegramResident resident(int number, BotApiDouble api, WebhookQueue telegram,
            RunningHouse house) {
        return new TelegramResident(FIRST_CHAT + number, api, new TelegramUpdates(7_000 + 1_000 * number),
                TelegramResident.Delivery.by(telegram, house));
    }

    private static HttpResponse<String> write(Visitor official, String kind, String text, String sources) {
        return official.post("/announcements", "do", "keep", "area", "07030", "kind", kind, "vi", text,
                "sources", sources, "at", "2026-11-03T09:00");
    }

    private static String written(Visitor official, String text, String at) {
        var answer = official.post("/announcements", "do", "keep", "area", "07030", "kind", "event", "vi",
                text, "at", at);
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void approved(Visitor official, String path) {
        var revision = found(official.get(path).body(), "name=\"revision\" value=\"([0-9]+)\"");
        assertEquals(303, official.post(path, "do", "approve", "revision", revision).statusCode());
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(why), answer.body());
    }

    private static String found(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().findFirst()
                .orElseThrow(() -> new AssertionError(page)).group(1);
    }

    private Visitor official(RunningHouse house, String role, String name) {
        var code = found(house.order("official-invite", role, Speakers.HOANH_BO), "code: ([A-Z2-7-]+)");
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code, name, PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    private static long rows(RunningHouse house, String table) {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM " + table));
    }
}
