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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.feedback.Consent;
import vn.gopy.forum.SqlForumQuestions;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;
import vn.gopy.quote.Speakers;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// An office holds a dialogue session: residents ask in chat, like questions are grouped after the close, a named office
/// answers in public, and the answer is carried back to who asked and to nobody else.
class ForumsTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final long FIRST_CHAT = 778_003_000;
    private static final String SUBJECT = "Giờ làm việc của bộ phận một cửa";
    private static final String ASKED = "Bao giờ một cửa mở cửa buổi tối?";
    private static final String ANSWER = "Từ ngày 1/12 mở thêm tối thứ Năm, đến 20 giờ.";

    @TempDir
    Path data;

    /// A Monday, nine in the morning.
    private final SettableClock clock = new SettableClock("2026-11-02T02:00:00Z");

    @Test
    void questions_are_grouped_answered_by_a_named_office_and_the_answer_is_carried_back() throws Exception {
        try (var api = BotApiDouble.open();
                var house = house(api);
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var an = resident(0, api, telegram, house);
            var be = resident(1, api, telegram, house);
            var hoa = official(house, "approver", "Bà Hoa");
            var binh = official(house, "approver", "Ông Bình");
            var forum = opened(hoa, binh);
            an.type("menu");
            assertTrue(an.press("🗣 Hỏi trong buổi đối thoại").text().contains(SUBJECT));
            assertTrue(an.type("bao gio mot cua mo cua buoi toi").text().contains("“bao gio mot cua mo cua"));
            an.press("Gửi và báo tôi câu trả lời");
            be.type("doithoai");
            be.type("thứ bảy một cửa có mở cửa không");
            be.type("gửi và báo");
            assertEquals(2, rows(house, "forum_question WHERE length(text_hash) = 64 AND told_wanted = 1"));
            be.type("xoa");
            be.press("Xóa hết");
            assertEquals(1, rows(house, "forum_question"), "who is erased is not kept");
            crowd(house, api, 100, 9, true);
            crowd(house, api, 200, 5, false);
            assertFalse(hoa.get(forum).body().contains("người hỏi"), "nothing is told while it is open");

            clock.pass(Duration.ofDays(8));
            assertFalse(an.type("doithoai").text().contains(SUBJECT), "it is over");
            TelegramResident.waitUntil(() -> page(house).contains("khoảng 15 người hỏi"),
                    "no group is shown");
            assertTrue(page(house).contains("Chưa có trả lời."));
            var lan = official(house, "approver", "Bà Lan");
            var minh = official(house, "approver", "Ông Minh");
            assertFalse(lan.get(forum).body().contains(ASKED), "nobody reads a question");

            assertEquals(303, answer(lan, forum, 1, 0).statusCode());
            refused(send(lan, forum, 1, 1), "không tự duyệt");
            assertEquals(303, send(minh, forum, 1, 1).statusCode());
            refused(send(minh, forum, 1, 1), "Hãy xem lại");
            TelegramResident.waitUntil(() -> rows(house, "forum_group WHERE state = 'done'") == 1,
                    "the answer is not carried to all");
            TelegramResident.waitUntil(() -> letters(api, 100, 9) == 9 && letters(api, 0, 1) == 1,
                    "not everybody got the answer");
            assertEquals(0, letters(api, 200, 5), "who did not wish to hear is not written to");
            assertEquals(0, letters(api, 1, 1), "who was erased is not written to");
            assertTrue(page(house).contains(ANSWER) && page(house).contains("UBND phường Hoành Bồ"));
            var deeds = house.ground().officials().audit().newest(50).stream().map(entry -> entry.deed())
                    .toList();
            assertTrue(deeds.containsAll(List.of(Deed.FORUM_DRAFTED, Deed.FORUM_APPROVED,
                    Deed.FORUM_ANSWER_DRAFTED, Deed.FORUM_ANSWERED)), deeds.toString());
        }
    }

    @Test
    void too_few_are_in_no_group_and_everybody_is_answered_all_the_same() throws Exception {
        try (var api = BotApiDouble.open(); var house = house(api)) {
            var hoa = official(house, "approver", "Bà Hoa");
            var binh = official(house, "approver", "Ông Bình");
            var forum = opened(hoa, binh);
            crowd(house, api, 100, 9, true);
            assertEquals(303, binh.post(forum, "do", "close", "revision", "1").statusCode());
            assertEquals(0, crowd(house, api, 300, 3, true), "nobody asks after the close");
            clock.pass(Duration.ofMinutes(2));

            TelegramResident.waitUntil(() -> page(house).contains("Không có nhóm nào đủ người"),
                    "it is not gathered");
            assertFalse(page(house).contains("khoảng"), "how few they are is told nowhere");
            assertEquals(303, answer(hoa, forum, 0, 0).statusCode());
            assertEquals(303, send(binh, forum, 0, 1).statusCode());
            TelegramResident.waitUntil(() -> letters(api, 100, 9) == 9, "not everybody got the answer");
            house.order("retain");
            assertEquals(9, rows(house, "forum_question"));
            clock.pass(Duration.ofDays(181));
            house.order("retain");
            assertEquals(0, rows(house, "forum_question") + rows(house, "forum_told"));
        }
    }

    @Test
    void who_drafts_does_not_approve_and_what_persuades_is_refused() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            var hoa = official(house, "approver", "Bà Hoa");
            var binh = official(house, "answerer", "Ông Bình");

            refused(draft(hoa, "Bước đột phá của phường", "2026-11-03", "2026-11-10"), "“đột phá”");
            refused(draft(hoa, "", "2026-11-03", "2026-11-10"), "Chưa có chữ");
            refused(draft(hoa, SUBJECT, "2026-11-10", "2026-11-03"), "chọn ngày đầu");
            refused(draft(hoa, SUBJECT, "2026-10-01", "2026-11-01"), "chọn ngày đầu");
            refused(draft(hoa, SUBJECT, "2026-11-03", "2026-12-20"), "31 ngày");
            refused(draft(hoa, SUBJECT, "hôm nay", "2026-11-20"), "chọn ngày đầu");
            refused(hoa.post("/forums", "do", "keep", "area", "06685", "vi", SUBJECT, "from", "2026-11-03",
                    "end", "2026-11-10"), "không thuộc bạn");
            var path = kept(draft(hoa, SUBJECT, "2026-11-03", "2026-11-10"));
            refused(hoa.post(path, "do", "approve", "revision", "0"), "không tự duyệt");
            refused(binh.post(path, "do", "approve", "revision", "0"), "Hãy xem lại");
            assertEquals(422, binh.post(path, "do", "close", "revision", "0").statusCode());
            assertEquals(303, binh.post(path, "do", "drop", "revision", "0").statusCode());
            assertEquals(422, binh.post(path, "do", "drop", "revision", "0").statusCode(), "an old page");
            assertEquals(404, hoa.get("/forums/77").statusCode());
            assertTrue(hoa.get("/forums").body().contains("Đã bỏ"));
            assertTrue(hoa.get(path + "?lang=en").body().contains("Dropped"));
            assertTrue(page(house).contains("Chưa có buổi đối thoại nào"),
                    "what was never held is not shown");
        }
    }

    private static String opened(Visitor author, Visitor approver) {
        var path = kept(draft(author, SUBJECT, "2026-11-02", "2026-11-08"));
        assertEquals(303, approver.post(path, "do", "approve", "revision", "0").statusCode());
        return path;
    }

    /// So many ask the same in chats of theirs; gives back how many questions were taken.
    private int crowd(RunningHouse house, BotApiDouble api, int first, int many, boolean wish) {
        var vault = house.ground().vault();
        var people = new SqlPeople(vault);
        var consent = new Consent("2", "sessions", "h".repeat(64), clock.instant(), "telegram");
        int taken = 0;
        for (int i = first; i < first + many; i++) {
            api.chats().know(FIRST_CHAT + i);
            var address = new Address("telegram", Long.toString(FIRST_CHAT + i));
            var person = new Person(vault.pseudonym(address.channel(), address.id()), vault.newKey(),
                    Optional.of(address.line()), clock.instant().plus(Duration.ofDays(30)), true);
            var row = people.prepare(person);
            taken += house.ground().database().ledger().commit(tx -> {
                people.meet(tx, row, clock.instant());
                return new SqlForumQuestions(vault).ask(tx, person,
                        new SqlForumQuestions.Asking(1, ASKED, Language.VIETNAMESE, wish), consent,
                        new byte[]{1}) ? 1 : 0;
            });
        }
        return taken;
    }

    private static long letters(BotApiDouble api, int first, int many) {
        long letters = 0;
        for (int i = first; i < first + many; i++) {
            letters += api.chats().in(FIRST_CHAT + i).stream().filter(one -> one.text().contains(ANSWER))
                    .count();
        }
        return letters;
    }

    private static HttpResponse<String> answer(Visitor official, String path, int number, int revision) {
        return official.post(path, "do", "answer", "number", "" + number, "revision", "" + revision, "office",
                "UBND phường Hoành Bồ", "vi", ANSWER, "en", "");
    }

    private static HttpResponse<String> send(Visitor official, String path, int number, int revision) {
        return official.post(path, "do", "send", "number", "" + number, "revision", "" + revision);
    }

    private String page(RunningHouse house) {
        return new Visitor(house.port(), clock).get("/figures/forums").body();
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

    private static HttpResponse<String> draft(Visitor official, String subject, String from, String end) {
        return official.post("/forums", "do", "keep", "area", "07030", "vi", subject, "from", from, "end",
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
