package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.feedback.Consent;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;
import vn.gopy.poll.SqlPollAnswers;
import vn.gopy.quote.Speakers;

/// A poll is drafted by one official, approved by another, answered once a person in chat, and counted in a release
/// once it is over.
class PollsTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final long FIRST_CHAT = 778_002_000;
    private static final String QUESTION = "Phường nên mở thêm giờ làm việc nào?";
    private static final String OPTIONS = "Buổi tối thứ Năm\nSáng thứ Bảy\nKhông cần thêm";

    @TempDir
    Path data;

    /// A Monday, nine in the morning.
    private final SettableClock clock = new SettableClock("2026-11-02T02:00:00Z");

    @Test
    void a_poll_is_answered_once_a_person_until_its_end_and_counted_in_the_release_of_that_month()
            throws Exception {
        try (var api = BotApiDouble.open();
                var house = house(api);
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var an = resident(0, api, telegram, house);
            var be = resident(1, api, telegram, house);
            var poll = opened(house);
            an.type("menu");
            assertTrue(an.press("🗳 Trả lời thăm dò").text().contains(QUESTION));
            assertTrue(an.type("sang thu bay").text().contains("Đã ghi: Sáng thứ Bảy"));
            an.type("thamdo");
            an.press("Không cần thêm");
            be.type("thamdo");
            be.type("1");
            assertEquals(2, rows(house, "poll_answer"));
            assertEquals(2, rows(house, "poll_answer WHERE length(shown) = 3 AND length(text_hash) = 64"));
            be.type("xoa");
            be.press("Xóa hết");
            assertEquals(1, rows(house, "poll_answer"));
            crowd(house, List.of(40, 23, 12));

            assertTrue(page(house).contains("Con số được công bố cùng số liệu của"));
            assertTrue(an.type("dulieu").text().contains("bạn chọn Không cần thêm"));
            clock.pass(Duration.ofDays(20));
            assertFalse(an.type("thamdo").text().contains(QUESTION), "it is over");
            assertFalse(page(house).contains("75"), "not before the month is closed");
            clock.pass(Duration.ofDays(10));
            house.order("release");

            var results = page(house);
            assertTrue(results.contains("75 người trả lời."), results);
            assertTrue(results.replace(" ", "").contains("53%"), results);
            an.type("xoa");
            an.press("Xóa hết");
            house.order("release");
            assertEquals(results, page(house), "what is published stays");
            assertTrue(poll.startsWith("/polls/"));
        }
    }

    @Test
    void who_drafts_does_not_approve_and_what_leads_is_refused() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            var hoa = official(house, "approver", "Bà Hoa");
            var binh = official(house, "answerer", "Ông Bình");

            refused(draft(hoa, "Bạn có ủng hộ việc sáp nhập không?", OPTIONS, "2026-11-15"), "“có ủng hộ”");
            refused(draft(hoa, "Đây là bước đột phá?", OPTIONS, "2026-11-15"), "“đột phá”");
            refused(draft(hoa, "Giờ nào? Ở đâu?", OPTIONS, "2026-11-15"), "hai dấu hỏi");
            refused(draft(hoa, QUESTION, "Một", "2026-11-15"), "từ 2 đến 6");
            refused(draft(hoa, QUESTION, OPTIONS, "2026-11-01"), "chọn ngày cuối");
            refused(draft(hoa, QUESTION, OPTIONS, "hôm qua"), "chọn ngày cuối");
            refused(hoa.post("/polls", "do", "keep", "area", "06685", "vi", QUESTION, "options", OPTIONS,
                    "end",
                    "2026-11-15"), "không thuộc bạn");
            var path = kept(draft(hoa, QUESTION, OPTIONS, "2026-11-15"));
            refused(hoa.post(path, "do", "approve", "revision", "0"), "không tự duyệt");
            refused(binh.post(path, "do", "approve", "revision", "0"), "Hãy xem lại");
            assertEquals(422, binh.post(path, "do", "close", "revision", "0").statusCode(), "it is not open");
            assertEquals(303, binh.post(path, "do", "drop", "revision", "0").statusCode());
            assertEquals(422, binh.post(path, "do", "drop", "revision", "0").statusCode(), "an old page");
            assertTrue(hoa.get("/polls").body().contains("Đã bỏ"));
            assertTrue(hoa.get(path + "?lang=en").body().contains("Dropped"));
            assertTrue(page(house).contains("Chưa có câu hỏi thăm dò nào"),
                    "what was never asked is no result");
        }
    }

    @Test
    void other_words_are_a_new_version_with_figures_of_its_own() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            var hoa = official(house, "approver", "Bà Hoa");
            var binh = official(house, "approver", "Ông Bình");
            var first = kept(draft(hoa, QUESTION, OPTIONS, "2026-11-20"));
            assertEquals(303, binh.post(first, "do", "approve", "revision", "0").statusCode());
            crowd(house, 1, List.of(40, 23, 12));
            assertEquals(422,
                    binh.post(first, "do", "keep", "revision", "1", "vi", "Khác?", "options", OPTIONS,
                            "end", "2026-11-20").statusCode(),
                    "open words do not change");
            var second = kept(binh.post(first, "do", "anew", "revision", "1", "vi", "Giờ nào tiện cho bạn?",
                    "options", OPTIONS, "end", "2026-11-28"));
            assertEquals(303, hoa.post(second, "do", "approve", "revision", "0").statusCode());
            assertEquals(0, crowd(house, 1, List.of(1)), "the wording before has ended");
            crowd(house, 2, List.of(20, 31, 50));
            clock.pass(Duration.ofDays(29));
            house.order("release");

            var results = page(house);
            assertTrue(results.contains("Bản 1, số 1, người soạn: Người duyệt, hỏi từ"), results);
            assertTrue(results.contains("Bản 2, số 2, người soạn: Người duyệt, hỏi từ"), results);
            assertTrue(results.contains("75 người trả lời.") && results.contains("100 người trả lời."),
                    results);
            assertEquals(2, Pattern.compile("<table class=\"bars").matcher(results).results().count());
            var deeds = house.ground().officials().audit().newest(50).stream().map(entry -> entry.deed())
                    .toList();
            assertTrue(deeds.containsAll(List.of(Deed.POLL_DRAFTED, Deed.POLL_OPENED)), deeds.toString());
        }
    }

    @Test
    void an_approver_ends_it_early_and_answers_are_forgotten_after_a_year() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            var path = opened(house);
            var hoa = official(house, "approver", "Bà Lan");
            crowd(house, List.of(10, 10));
            assertEquals(303, hoa.post(path, "do", "close", "revision", "1").statusCode());
            assertEquals(0, crowd(house, 1, List.of(1)));
            house.order("retain");
            assertEquals(20, rows(house, "poll_answer"));
            clock.pass(Duration.ofDays(366));
            house.order("retain");

            assertEquals(0, rows(house, "poll_answer"));
        }
    }

    @Test
    void a_restored_copy_brings_no_answer_back_that_may_have_been_taken_back() throws Exception {
        Path copy;
        try (var api = BotApiDouble.open();
                var house = house(api);
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            opened(house);
            var an = resident(0, api, telegram, house);
            var be = resident(1, api, telegram, house);
            for (var each : List.of(an, be)) {
                each.type("thamdo");
                each.type("2");
            }
            copy = Path.of(house.order("backup").replace("backup written: ", ""));
            an.type("xoa");
            an.press("Xóa hết");
            assertEquals(1, rows(house, "poll_answer"));
            TelegramResident.waitUntil(() -> rows(house, "fact WHERE name = 'scrub-due'") == 0,
                    "the keys are not renewed");
        }

        new Backups(new DataFolder(data)).restore(copy, clock.instant());
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            assertEquals(0, rows(house, "poll_answer"));
        }
    }

    private String opened(RunningHouse house) throws Exception {
        var path = kept(draft(official(house, "answerer", "Bà Hoa"), QUESTION, OPTIONS, "2026-11-15"));
        assertEquals(303, official(house, "approver", "Ông Bình").post(path, "do", "approve", "revision", "0")
                .statusCode());
        return path;
    }

    private void crowd(RunningHouse house, List<Integer> persons) {
        crowd(house, 1, persons);
    }

    /// So many choose each option; gives back how many answers were taken.
    private int crowd(RunningHouse house, long poll, List<Integer> persons) {
        var vault = house.ground().vault();
        var consent = new Consent("2", "polls", "h".repeat(64), clock.instant(), "test");
        return house.ground().database().ledger().commit(tx -> {
            int taken = 0;
            for (int choice = 0; choice < persons.size(); choice++) {
                for (int i = 0; i < persons.get(choice); i++) {
                    boolean kept = new SqlPollAnswers().give(tx,
                            vault.pseudonym("test", poll + "-" + choice + "-" + i),
                            new SqlPollAnswers.Answer(poll, choice, List.of(0, 1, 2)), consent,
                            new byte[]{1});
                    taken += kept ? 1 : 0;
                }
            }
            return taken;
        });
    }

    private String page(RunningHouse house) {
        return new Visitor(house.port(), clock).get("/figures/polls").body();
    }

    private RunningHouse house(BotApiDouble api) {
        return RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN",
                BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET",
                SECRET));
    }

    private static TelegramResident resident(int number, BotApiDouble api, WebhookQueue telegram,
            RunningHouse house) {
        return new TelegramResident(FIRST_CHAT + number, api, new TelegramUpdates(17_000 + 1_000 * number),
                TelegramResident.Delivery.by(telegram, house));
    }

    private static HttpResponse<String> draft(Visitor official, String question, String options, String end) {
        return official.post("/polls", "do", "keep", "area", "07030", "vi", question, "options", options,
                "end",
                end);
    }

    private static String kept(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(why), answer.body());
    }

    private Visitor official(RunningHouse house, String role, String name) {
        var visitor = new Visitor(house.port(), clock);
        visitor.join(WholeHouse.code(house.order("official-invite", role, Speakers.HOANH_BO)), name,
                PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    private static long rows(RunningHouse house, String table) {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM " + table));
    }
}
