package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;

/// Requests from the chat to the office and back, in the whole house.
class RequestsTest {
    private static final long HOA = RequestHouse.HOA;

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");

    @Test
    void a_problem_goes_to_the_office_and_its_answer_comes_back_without_a_name_on_either_side()
            throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            var hoa = house.resident(HOA);
            hoa.type("gửi xã");
            var shown = hoa.type(RequestHouse.PROBLEM).text();
            assertTrue(shown.contains("“" + RequestHouse.SHOWN + "”"), shown);
            assertEquals(0, house.rows("request"), "nothing is sent before a yes");
            var sent = hoa.press("Gửi").text();
            assertTrue(sent.contains("Hạn trả lời: 9/12/2026"), sent);

            var address = RequestHouse.only(binh);
            secret(binh.get("/requests").body());
            assertEquals(303, RequestHouse.act(binh, address, "ask", "text", "Ổ gà ở đoạn nào?"));
            assertTrue(house.letter(HOA, "Phường Hoành Bồ hỏi lại").text().contains("Ổ gà ở đoạn nào?"));
            hoa.press("Trả lời");
            assertTrue(hoa.type("trước cổng trường, hỏi chị Nguyễn Thị Lan").text()
                    .contains("“trước cổng trường, hỏi chị «tên»”"));
            hoa.press("Gửi");
            assertTrue(binh.get(address).body().contains("trước cổng trường, hỏi chị «tên»"));

            assertEquals(303, RequestHouse.act(binh, address, "answer", "text", "Đã vá xong ngày 1/12."));
            var letter = house.letter(HOA, "Phường Hoành Bồ trả lời").text();
            assertTrue(letter.contains("Đã vá xong ngày 1/12.") && !letter.contains("Bình"), letter);
            assertTrue(hoa.press("Rồi").text().contains("chấm câu trả lời"));
            hoa.press("5");

            var page = binh.get(address).body();
            secret(page);
            assertTrue(page.contains("Đã giải quyết") && page.contains("5 / 5"), page);
            trail(house);
        }
    }

    /// Nothing on a page leads to the sender.
    private static void secret(String page) {
        assertTrue(page.contains("«số điện thoại»"), page);
        for (var trace : List.of("0912", Long.toString(HOA), "telegram|", "dép-", "3:00")) {
            assertFalse(page.contains(trace), trace);
        }
    }

    private static void trail(RequestHouse house) {
        var trail = house.running().ground().officials().audit().newest(100);
        var deeds = trail.stream().map(entry -> entry.deed()).distinct().toList();
        assertTrue(deeds.containsAll(List.of(Deed.REQUESTS_SEEN, Deed.REQUEST_SEEN, Deed.REQUEST_ASKED,
                Deed.REQUEST_ANSWERED)), deeds::toString);
        assertTrue(trail.stream().noneMatch(entry -> entry.what().contains("ổ gà")
                || entry.what().contains("vá") || entry.what().contains("cổng")));
    }

    @Test
    void a_press_that_comes_twice_and_a_page_that_is_old_change_nothing_more() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            var lan = house.official("Bà Lan", "approver", "province");
            var hoa = house.sent(HOA);
            var address = RequestHouse.only(binh);
            var old = RequestHouse.revision(binh, address);

            assertEquals(303, binh.post(address, "do", "answer", "revision", old, "text", "Đã vá.")
                    .statusCode());
            assertEquals(422, binh.post(address, "do", "answer", "revision", old, "text", "Đã vá.")
                    .statusCode());
            var late = lan.post(address, "do", "answer", "revision", old, "text", "Câu khác");
            assertEquals(422, late.statusCode());
            assertTrue(late.body().contains("Câu này vừa thay đổi"), late.body());
            house.letter(HOA, "Đã vá.");
            hoa.press("Chưa");
            assertTrue(house.api.chats().in(HOA).getLast().text().contains("mở lại đến hết ngày 5/12/2026"));
            hoa.press("Mở lại");

            assertEquals(1, house.letters(HOA, "Đã vá."));
            assertEquals(0, house.letters(HOA, "Câu khác"));
            assertTrue(binh.get(address).body().contains("Số lần mở lại"));
            assertEquals(303, RequestHouse.act(binh, address, "answer", "text", "Vá lại rồi."));
            house.letter(HOA, "Vá lại rồi.");
            clock.pass(Duration.ofDays(11));
            hoa.press("Chưa");
            assertFalse(house.api.chats().in(HOA).getLast().text().contains("mở lại"), "too late");
        }
    }

    @Test
    void an_office_sees_its_own_requests_and_hands_over_what_is_another_s() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            var other = house.official("Bà Hạnh", "answerer", "new:06652");
            var lan = house.official("Bà Lan", "approver", "province");
            house.sent(HOA);
            var address = RequestHouse.only(binh);
            assertFalse(other.get("/requests?show=all").body().contains("ổ gà"));
            assertEquals(404, other.get(address).statusCode());
            assertEquals(422, other.post(address, "do", "answer", "revision", "0", "text", "x").statusCode());
            assertTrue(lan.get("/requests?show=all&unit=07030").body().contains("ổ gà"));
            assertFalse(lan.get("/requests?show=all&unit=06652").body().contains("ổ gà"));
            assertFalse(lan.get("/requests?show=all&topic=dat_dai").body().contains("ổ gà"));

            assertEquals(422, RequestHouse.act(binh, address, "assign", "to", id(house, "Bà Hạnh")));
            assertEquals(303, RequestHouse.act(binh, address, "assign", "to", id(house, "Bà Lan")));
            assertTrue(lan.get("/requests?show=all&mine=yes").body().contains("ổ gà"));
            assertEquals(303, RequestHouse.act(binh, address, "note", "text", "Gọi đội cầu đường."));
            assertEquals(422, RequestHouse.act(binh, address, "hand", "to", "new:99999"));
            assertEquals(422, RequestHouse.act(binh, address, "hand", "to", "new:07030"));
            assertEquals(303, RequestHouse.act(binh, address, "hand", "to", "new:06652"));

            assertEquals(404, binh.get(address).statusCode());
            var page = other.get(address).body();
            assertTrue(page.contains("Gọi đội cầu đường.") && page.contains("phường Hoành Bồ"), page);
            var letter = house.letter(HOA, "nay do").text();
            assertFalse(letter.contains("cầu đường"), "notes are for the office alone");
            assertTrue(house.resident(HOA).type("dulieu").text().contains("(đang xử lý)"));
        }
    }

    private static String id(RequestHouse house, String name) {
        return house.running().ground().officials().people().all().stream()
                .filter(account -> account.name().equals(name)).findFirst().orElseThrow().id() + "";
    }

    @Test
    void who_has_another_role_or_comes_from_another_site_may_do_nothing() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            house.sent(HOA);
            var address = RequestHouse.only(binh);
            for (var role : List.of("viewer", "editor", "operator", "auditor")) {
                var visitor = house.official("Người " + role, role, "province");
                for (var path : List.of("/requests", "/requests.csv", address, "/templates")) {
                    assertEquals(403, visitor.get(path).statusCode(), role + " " + path);
                }
                assertEquals(403, visitor.post(address, "do", "answer", "revision", "0", "text", "x")
                        .statusCode());
            }
            binh.headers.put("Sec-Fetch-Site", "cross-site");
            for (var path : List.of(address, "/templates", "/templates/1")) {
                assertEquals(403, binh.post(path, "do", "note", "revision", "0", "text", "x").statusCode());
            }
            binh.headers.put("Sec-Fetch-Site", "same-origin");

            assertEquals(1, house.rows("request_words"));
            assertEquals(400, binh.post(address, "do", "erase", "revision", "0").statusCode());
            assertEquals(400, binh.post(address, "do", "note", "revision", "x", "text", "y").statusCode());
            assertEquals(400, binh.get("/requests?show=nobody").statusCode());
            assertEquals(400, binh.get("/requests?unit=99999").statusCode());
            assertEquals(404, binh.get("/requests/x").statusCode());
            assertEquals(422, RequestHouse.act(binh, address, "answer", "text", "   "));
        }
    }

    @Test
    void totals_and_filters_tell_what_is_late_and_tet_does_not_count() throws Exception {
        clock.pass(Duration.ofDays(65)); // 29 January 2027, a Friday: Tết closes the offices from 5 to 11 February
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            house.sent(HOA);
            var list = binh.get("/requests").body();
            assertTrue(list.contains("hạn 19/2/2027"), list);
            assertEquals(List.of("1", "0", "1", "0"), totals(list));

            clock.pass(Duration.ofDays(20));
            binh.signIn("cau treo gio bac rat lanh");
            assertEquals(List.of("1", "0", "1", "0"), totals(binh.get("/requests").body()));
            clock.pass(Duration.ofDays(3));
            binh.signIn("cau treo gio bac rat lanh");
            var late = binh.get("/requests?show=late").body();
            assertEquals(List.of("1", "0", "1", "1"), totals(late));
            assertTrue(late.contains("ổ gà"), late);
            RequestHouse.act(binh, RequestHouse.only(binh), "answer", "text", "Đã vá.");

            assertEquals(List.of("1", "1", "0", "0"), totals(binh.get("/requests?show=done").body()));
        }
    }

    private static List<String> totals(String page) {
        return Pattern.compile("<strong>([0-9]+)</strong>").matcher(page).results()
                .map(found -> found.group(1)).toList();
    }

    @Test
    void templates_are_the_office_s_own_and_begin_an_answer() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            var other = house.official("Bà Hạnh", "answerer", "new:06652");
            house.sent(HOA);
            assertEquals(422, binh.post("/templates", "name", "", "text", "x").statusCode());
            assertEquals(303, binh.post("/templates", "name", "Đường <b>", "text", "Chúng tôi đã ghi nhận.")
                    .statusCode());
            var page = binh.get("/templates").body();
            assertTrue(page.contains("Đường &lt;b&gt;"), page);
            assertFalse(other.get("/templates").body().contains("ghi nhận"));
            var drop = Pattern.compile("/templates/[0-9]+").matcher(page).results().findFirst()
                    .orElseThrow().group();

            var begun = binh.get(RequestHouse.only(binh) + "?template=" + drop.substring(11)).body();
            assertTrue(begun.contains("Chúng tôi đã ghi nhận.</textarea>"), begun);
            other.post(drop);
            assertEquals(1, house.rows("request_template"), "not another office's to drop");
            assertEquals(303, binh.post(drop).statusCode());
            assertEquals(303, binh.post(drop).statusCode(), "twice is harmless");
            assertEquals(0, house.rows("request_template"));
        }
    }

    @Test
    void row_1_hostile_words_stand_escaped_on_every_page() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            var hoa = house.resident(HOA);
            hoa.type("guixa");
            hoa.type("phường Hoành Bồ \"><script>window.__xss=1</script> đường hỏng quá rồi");
            hoa.press("Gửi");
            var address = RequestHouse.only(binh);
            RequestHouse.act(binh, address, "note", "text", "</textarea><img src=x onerror=window.__xss=1>");

            for (var page : List.of(binh.get("/requests").body(), binh.get(address).body())) {
                assertTrue(page.contains("&lt;script&gt;window.__xss"), page);
                assertFalse(page.contains("<script>window") || page.contains("<img src=x"), page);
            }
        }
    }

    @Test
    void where_nobody_reads_or_requests_are_off_nothing_is_taken() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            assertTrue(house.resident(HOA).type("guixa").text().contains("chưa có cơ quan nào nhận"));
            house.official("Bà Hạnh", "answerer", "new:06652");
            house.resident(HOA).type("guixa");
            assertTrue(Stream.of(house.resident(HOA).type(RequestHouse.PROBLEM))
                    .allMatch(sent -> house.letters(HOA, "chưa có cán bộ đọc") == 1));
        }
        try (var house = new RequestHouse(data.resolve("off"), clock, Map.of("GOPY_REQUESTS", "false"))) {
            assertTrue(house.resident(HOA).type("guixa").text().contains("chưa có cơ quan nào nhận"));
            assertEquals(0, house.rows("request"));
        }
    }

    @Test
    void an_answer_comes_in_the_language_of_the_sender() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            Visitor binh = house.official("Ông Bình");
            var tom = house.resident(777_000_901);
            tom.type("en");
            tom.type("guixa");
            tom.type("the road to hamlet 3 of phuong Hoanh Bo is broken");
            tom.press("Send");

            RequestHouse.act(binh, RequestHouse.only(binh), "answer", "text", "Đã vá.");

            var letter = house.letter(777_000_901, "Phường Hoành Bồ answers").text();
            assertTrue(letter.contains("Is it solved?") && letter.contains("Đã vá."), letter);
        }
    }
}
