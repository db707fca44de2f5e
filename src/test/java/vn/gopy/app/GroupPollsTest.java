package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Fault;
import vn.gopy.fakes.PostedPolls.Posted;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.TelegramUpdates.Numbered;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.official.Visitor;
import vn.gopy.quote.Speakers;

/// A group asks for a poll and gets Telegram's own, of which the house learns totals alone; they are shown after its
/// end, apart from what is published.
class GroupPollsTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final long GROUP = -1_009_778_123_456L;
    private static final long OTHER_GROUP = -1_009_778_654_321L;
    private static final long PERSON = 778_123_999L;
    private static final String QUESTION = "Phường nên mở thêm giờ làm việc nào?";
    private static final String OPTIONS = "Buổi tối thứ Năm\nSáng thứ Bảy\nKhông cần thêm";
    private static final String HEADING = "Trong nhóm Telegram (đếm riêng, không đại diện)";

    @TempDir
    Path data;

    /// A Monday, nine in the morning.
    private final SettableClock clock = new SettableClock("2026-11-02T02:00:00Z");
    private final TelegramUpdates updates = new TelegramUpdates(21_000);
    private BotApiDouble api;
    private RunningHouse house;
    private WebhookQueue telegram;

    @BeforeEach
    void open() {
        api = BotApiDouble.open();
        api.chats().know(GROUP);
        api.chats().know(OTHER_GROUP);
        begin();
    }

    private void begin() {
        house = RunningHouse.start(data, clock,
                Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN,
                        "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET));
        telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET);
    }

    private void end() {
        telegram.close();
        house.close();
    }

    @AfterEach
    void close() {
        end();
        api.close();
    }

    @Test
    void a_group_gets_the_poll_once_and_its_totals_alone_are_kept() throws Exception {
        asks(QUESTION, "2026-11-15");
        ask(GROUP);
        var poll = posted(GROUP, 1);

        assertEquals("UBND phường Hoành Bồ hỏi: " + QUESTION, poll.question());
        assertEquals(OPTIONS.lines().toList(), poll.options());
        ask(GROUP);
        said(GROUP, "Nhóm đã có câu hỏi thăm dò đang mở rồi.");
        assertEquals(1, api.polls().in(GROUP).size());
        ask(OTHER_GROUP);
        posted(OTHER_GROUP, 1);
        deliver(updates.poll(api.polls().vote(poll.id(), 1, 4)));
        assertEquals(List.of("0\n4\n0", "0\n0\n0"), voters());
        nothingTells();
    }

    @Test
    void without_an_open_poll_one_sentence_says_so() throws Exception {
        ask(GROUP);

        said(GROUP, "Lúc này không có câu hỏi thăm dò nào.");
        assertEquals(0, rows("person"));
    }

    @Test
    void the_poll_opened_last_comes_first_and_a_group_gets_three_a_day() throws Exception {
        for (var question : List.of("Giờ nào?", "Ngày nào?", "Nơi nào?", "Cách nào?")) {
            asks(question, "2026-11-15");
        }
        for (int i = 1; i <= 3; i++) {
            ask(GROUP);
            posted(GROUP, i);
        }
        ask(GROUP);
        said(GROUP, "Hôm nay nhóm đã có đủ câu hỏi thăm dò.");
        clock.pass(Duration.ofHours(25));
        ask(GROUP);
        posted(GROUP, 4);

        assertEquals(List.of("Cách nào?", "Nơi nào?", "Ngày nào?", "Giờ nào?"),
                api.polls().in(GROUP).stream().map(poll -> poll.question().replaceAll(".* hỏi: ", ""))
                        .toList());
    }

    @Test
    void a_question_that_fills_a_poll_comes_without_the_office() throws Exception {
        var longest = "Giờ ".repeat(74) + "nào?";
        asks(longest, "2026-11-15");
        ask(GROUP);

        assertEquals(longest, posted(GROUP, 1).question());
    }

    @Test
    void totals_follow_the_order_of_updates_and_may_fall() throws Exception {
        asks(QUESTION, "2026-11-15");
        ask(GROUP);
        var id = posted(GROUP, 1).id();
        var five = updates.poll(api.polls().vote(id, 0, 5));
        var four = updates.poll(api.polls().vote(id, 0, -1));

        deliver(four);
        deliver(five);
        deliver(four);
        assertEquals(List.of("4\n0\n0"), voters());
        var anew = new TelegramUpdates(12).poll(api.polls().vote(id, 2, 3));
        deliver(anew);
        assertEquals(List.of("4\n0\n0"), voters(), "within a day a smaller number is a late one");
        clock.pass(Duration.ofDays(8));
        deliver(new TelegramUpdates(13).poll(api.polls().vote(id, 2, 1)));
        assertEquals(List.of("4\n0\n4"), voters(), "Telegram counts anew");
        assertTrue(telegram.statuses().stream().allMatch(status -> status == 200));
    }

    @Test
    void an_update_of_a_wrong_shape_or_of_a_strange_poll_changes_nothing() throws Exception {
        asks(QUESTION, "2026-11-15");
        ask(GROUP);
        var id = posted(GROUP, 1).id();
        deliver(new Numbered(5, "{\"update_id\":5,\"poll\":{\"id\":7}}"));
        deliver(new Numbered(6,
                "{\"update_id\":6,\"poll\":{\"id\":\"7\",\"options\":[{\"voter_count\":9}]}}"));
        deliver(new Numbered(7,
                "{\"update_id\":7,\"poll\":{\"id\":\"" + id + "\",\"options\":[{\"voter_count\":9}]}}"));

        assertEquals(List.of("0\n0\n0"), voters());
        assertEquals(1, rows("parked WHERE kind = 'poll'"));
        assertTrue(telegram.statuses().stream().allMatch(status -> status == 200));
    }

    @Test
    void at_its_end_it_is_stopped_everywhere_and_nothing_of_a_group_is_left() throws Exception {
        var path = asks(QUESTION, "2026-11-15");
        ask(GROUP);
        ask(OTHER_GROUP);
        var poll = posted(GROUP, 1);
        var gone = posted(OTHER_GROUP, 1);
        deliver(updates.poll(api.polls().vote(poll.id(), 0, 31)));
        deliver(updates.poll(api.polls().vote(gone.id(), 1, 22)));
        var late = updates.poll(api.polls().vote(poll.id(), 2, 12));
        api.polls().delete(gone.id());
        assertFalse(page().contains(HEADING), "not before the end");
        closed(path);

        assertTrue(api.polls().in(GROUP).getFirst().closed());
        assertEquals(List.of("31\n0\n12", "0\n22\n0"), voters(), "of a message that is gone what was known");
        assertEquals(0, rows("person WHERE address IS NOT NULL"));
        house.order("retain");
        assertEquals(0, rows("person"));
        assertEquals(0, rows("parcel"));
        nothingTells();
        deliver(late);
        deliver(updates.poll(JsonPoll.of(poll.id(), 99, 0, 0)));
        assertEquals(List.of("31\n0\n12", "0\n22\n0"), voters(), "after the end no total changes");
        var shown = page();
        assertTrue(shown.contains(HEADING) && shown.contains("Khoảng 65 lượt chọn trong 2 nhóm."), shown);
        assertTrue(shown.contains("<td>30</td>") && shown.contains("<td>20</td>")
                && shown.contains("<td>10</td>"), shown);
        assertTrue(shown.contains("không bao giờ được cộng"), shown);
        assertTrue(official("viewer", "Ông Quang").get("/figures/polls?lang=en").body()
                .contains("About 65 votes; groups asked: 2."));
        assertTrue(official("answerer", "Bà Mai").get(path).body().contains("Khoảng 65 lượt chọn"));
    }

    @Test
    void few_votes_are_not_shown_and_small_ones_hide_others() throws Exception {
        var few = asks("Giờ nào?", "2026-11-15");
        ask(GROUP);
        api.polls().vote(posted(GROUP, 1).id(), 0, 9);
        closed(few);
        var some = asks("Ngày nào?", "2026-11-15");
        ask(GROUP);
        var second = posted(GROUP, 2).id();
        api.polls().vote(second, 0, 30);
        api.polls().vote(second, 1, 30);
        api.polls().vote(second, 2, 3);
        closed(some);

        var shown = page();
        assertTrue(shown.contains("Đã hỏi trong 1 nhóm, chưa đủ 10 lượt chọn"), shown);
        assertTrue(shown.contains("Khoảng 65 lượt chọn trong 1 nhóm."), shown);
        assertFalse(shown.contains("<td>5</td>") || shown.contains("<td>3</td>"), shown);
        assertTrue(shown.contains("<td>&lt;10*</td>"), shown);
        assertEquals(2, shown.split("<td>&lt;10\\*</td>", -1).length - 1,
                "one alone could be worked out from the whole");
    }

    @Test
    void groups_are_no_part_of_a_release() throws Exception {
        var path = asks(QUESTION, "2026-11-15");
        ask(GROUP);
        api.polls().vote(posted(GROUP, 1).id(), 0, 500);
        closed(path);
        clock.pass(Duration.ofDays(30));
        house.order("release");

        var shown = page();
        assertTrue(shown.contains("Khoảng 500 lượt chọn"), shown);
        assertFalse(shown.contains("500 người"), shown);
        assertFalse(new Visitor(house.port(), clock).get("/api/v1/figures/07030/2026-11").body()
                .contains("500"));
        house.order("retain");
        assertEquals(1, rows("group_poll"));
        clock.pass(Duration.ofDays(366));
        house.order("retain");
        assertEquals(0, rows("group_poll"));
    }

    @Test
    void a_crash_between_the_command_and_its_poll_loses_none_and_posts_none_twice() throws Exception {
        asks(QUESTION, "2026-11-15");
        api.always("sendPoll", Fault.page(502));
        var command = updates.inGroup(GROUP, PERSON, "/thamdo@gopy_bot");
        deliver(command);
        TelegramResident.waitUntil(() -> api.count("sendPoll") > 0, "nothing was tried");
        assertEquals(1, rows("group_poll WHERE state = 'posting'"));

        end();
        api.mend();
        clock.pass(Duration.ofMinutes(10));
        begin();
        deliver(command);
        var poll = posted(GROUP, 1);
        TelegramResident.waitUntil(() -> rows("group_poll WHERE state = 'open'") == 1, "it is not noted");
        deliver(command);
        end();
        begin();
        deliver(command);
        ask(GROUP);
        said(GROUP, "Nhóm đã có");
        assertEquals(List.of(poll.id()), api.polls().in(GROUP).stream().map(Posted::id).toList());
    }

    @Test
    void a_crash_before_it_is_stopped_stops_it_later() throws Exception {
        var path = asks(QUESTION, "2026-11-15");
        ask(GROUP);
        api.polls().vote(posted(GROUP, 1).id(), 0, 12);
        api.always("stopPoll", Fault.page(502));
        close(path);
        TelegramResident.waitUntil(() -> api.count("stopPoll") > 0, "nothing was tried");
        assertFalse(page().contains(HEADING), "not before it is stopped");

        end();
        api.mend();
        clock.pass(Duration.ofMinutes(10));
        begin();
        stopped();
        assertEquals(List.of("12\n0\n0"), voters());
    }

    @Test
    void a_group_that_cannot_be_written_to_is_forgotten() throws Exception {
        var path = asks(QUESTION, "2026-11-15");
        api.next("sendPoll", Fault.blocked());
        ask(OTHER_GROUP);
        TelegramResident.waitUntil(() -> rows("group_poll") == 0
                && rows("person WHERE address IS NOT NULL") == 0, "it is kept");

        ask(GROUP);
        deliver(updates.poll(api.polls().vote(posted(GROUP, 1).id(), 0, 17)));
        api.always("stopPoll", Fault.blocked());
        closed(path);
        assertEquals(List.of("17\n0\n0"), voters(), "what was known stays");
        house.order("retain");
        assertEquals(0, rows("person"));
    }

    @Test
    void a_group_that_an_operator_erases_is_forgotten_at_once() throws Exception {
        asks(QUESTION, "2026-11-15");
        ask(GROUP);
        deliver(updates.poll(api.polls().vote(posted(GROUP, 1).id(), 0, 17)));

        house.order("erase", "telegram", Long.toString(GROUP));
        stopped();
        assertEquals(List.of("17\n0\n0"), voters(), "counts are nobody's");
        assertEquals(0, rows("group_poll WHERE place IS NOT NULL") + rows("person"));
    }

    /// The payload of an update as Telegram would write it.
    private static final class JsonPoll {
        static ObjectNode of(String id, int... voters) {
            var poll = new ObjectMapper().createObjectNode().put("id", id);
            var options = poll.putArray("options");
            for (int count : voters) {
                options.addObject().put("text", "…").put("voter_count", count);
            }
            return poll;
        }
    }

    /// Drafts a poll and has another official open it.
    private String asks(String question, String end) {
        var path = official("answerer", "Bà Hoa " + question.hashCode()).post("/polls", "do", "keep", "area",
                "07030", "vi", question, "options", OPTIONS, "end", end).headers().firstValue("Location")
                .orElseThrow();
        assertEquals(303, official("approver", "Ông Bình " + question.hashCode())
                .post(path, "do", "approve", "revision", "0").statusCode());
        return path;
    }

    private void closed(String path) {
        close(path);
        stopped();
    }

    private void close(String path) {
        HttpResponse<String> done = official("approver", "Bà Lan " + path.replaceAll("[^0-9]", "")).post(path,
                "do", "close",
                "revision",
                "1");
        assertEquals(303, done.statusCode(), done.body());
    }

    private void stopped() {
        TelegramResident.waitUntil(
                () -> rows("group_poll WHERE state <> 'stopped'") == 0 && rows("parcel") == 0,
                "it is not stopped");
    }

    private void ask(long group) throws Exception {
        deliver(updates.inGroup(group, PERSON, "/thamdo"));
    }

    private void deliver(Numbered update) throws Exception {
        telegram.message(update.updateId(), update.updateId(), update.json());
        telegram.deliverDue();
    }

    private Posted posted(long group, int polls) {
        TelegramResident.waitUntil(() -> api.polls().in(group).size() == polls
                && rows("group_poll WHERE state = 'posting'") == 0, "no poll came");
        return api.polls().in(group).getLast();
    }

    private void said(long group, String words) {
        TelegramResident.waitUntil(() -> api.chats().in(group).stream()
                .anyMatch(sent -> sent.text().startsWith(words)), "not said: " + words);
    }

    private List<String> voters() {
        return house.ground().database()
                .read(tx -> tx.all("SELECT voters FROM group_poll ORDER BY id", row -> row.text(1)));
    }

    private long rows(String table) {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM " + table));
    }

    /// No file of the house holds a group, its name, or who typed there, in the clear.
    private void nothingTells() throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (var secret : List.of("778123456", "778654321", "778123999", "Xóm 3")) {
                    assertFalse(bytes.contains(new String(secret.getBytes(StandardCharsets.UTF_8),
                            StandardCharsets.ISO_8859_1)), () -> secret + " in " + file);
                }
            }
        }
    }

    private String page() {
        return new Visitor(house.port(), clock).get("/figures/polls").body();
    }

    private Visitor official(String role, String name) {
        var visitor = new Visitor(house.port(), clock);
        visitor.join(WholeHouse.code(house.order("official-invite", role, Speakers.HOANH_BO)), name,
                PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }
}
