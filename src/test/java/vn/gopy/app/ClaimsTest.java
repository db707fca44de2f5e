package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;
import vn.gopy.text.Language;

/// From what many ask and nobody can answer to a sourced answer that two editors publish, and back to those who
/// asked, without anybody knowing who they are.
class ClaimsTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String QUESTION = "con mèo trèo cây cau bao giờ xuống?";
    private static final String SAID = "Con mèo trèo cây cau xuống lúc trời tối.";
    private static final long FIRST_CHAT = 777_003_000;
    private static final List<String> BROWSERS = List.of("AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBB");
    private static final String[] CLAIM = {"subject", "tin-gia", "id", "tin-gia.meo", "vi", SAID, "en",
            "The cat comes down from the palm at dusk.", "title-vi", "Mèo bao giờ xuống?", "title-en",
            "When does the cat come down?", "document1", "nd-15-2020", "article1", "101", "clause1", "1",
            "via1",
            "tvpl", "quote", "Con mèo mà trèo cây cau", "certainty", "text", "checked", "2026-10-14", "asked",
            "con mèo trèo cây cau bao giờ xuống\nmèo trên cây cau bao giờ xuống\nmèo trèo cau mấy giờ xuống"};

    @TempDir
    Path data;

    @TempDir
    Path policies;

    private final SettableClock clock = new SettableClock("2026-10-14T02:00:00Z");
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void few() throws IOException {
        FewPolicies.write(policies);
    }

    private RunningHouse start(Map<String, String> more) {
        var settings = new HashMap<>(
                Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_POLICIES", policies.toString()));
        settings.putAll(more);
        return RunningHouse.start(data, clock, settings);
    }

    @Test
    void fourteen_who_asked_on_two_channels_are_told_once_and_no_editor_learns_who() throws Exception {
        try (var api = BotApiDouble.open();
                var house = start(Map.of("GOPY_TELEGRAM_MODE", "webhook",
                        "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                        "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET));
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var residents = new ArrayList<TelegramResident>();
            for (int i = 0; i < 13; i++) {
                var one = new TelegramResident(FIRST_CHAT + i, api, new TelegramUpdates(7_000 + 1_000 * i),
                        TelegramResident.Delivery.by(telegram, house));
                asks(one, i == 12 ? "Chỉ ghi" : "Ghi và báo tôi khi có");
                residents.add(one);
            }
            var silent = residents.removeLast();
            for (var conversation : BROWSERS) {
                asksInBrowser(house, conversation);
            }
            assertEquals(15, rows(house, "question"));
            assertEquals(14, rows(house, "question WHERE told_wanted = 1"));
            clock.pass(Duration.ofDays(19)); // Monday, 2 November, nine in the morning
            house.order("release");
            var before = silent.last();

            var hoa = editor(house, "Bà Hoa", "province");
            var binh = editor(house, "Ông Bình", "province");
            var list = hoa.get("/claims").body();
            assertTrue(list.contains("<strong>" + words(house) + "</strong>"), list);
            var address = found(list, "href=\"(/claims/new[^\"]+)\"").replace("&amp;", "&");
            assertTrue(hoa.get(address).body().contains(words(house)));
            var month = "/figures?period=" + address.replaceAll(".*month=([0-9-]+).*", "$1");
            assertEquals(address,
                    found(hoa.get(month).body(), "href=\"(/claims/new[^\"]+)\"").replace("&amp;", "&"));
            assertFalse(new Visitor(house.port(), clock).get(month).body().contains("/claims/new"),
                    "only an editor is led there");
            assertEquals(303, keeps(hoa, "/claims/new", group(address)).statusCode());
            var sheet = found(hoa.get("/claims").body(), "href=\"(/claims/[0-9]+)\"");
            assertEquals(422, does(hoa, sheet, "publish").statusCode(), "who writes does not publish");
            assertEquals("none", band(house), "a draft is said to nobody");
            var seen = binh.get(sheet).body();
            assertTrue(seen.contains(SAID) && seen.contains("value=\"publish\""), seen);
            assertEquals(303, does(binh, sheet, "publish").statusCode());

            for (var one : residents) {
                TelegramResident.waitUntil(() -> one.last().text().contains(SAID), "not told: " + one.last());
                assertTrue(one.last().text().startsWith("Bạn từng hỏi: “" + QUESTION + "”."));
                assertTrue(one.last().text().contains("NĐ 15/2020/NĐ-CP, Điều 101 khoản 1"),
                        one.last().text());
            }
            for (var conversation : BROWSERS) {
                assertTrue(hears(house, conversation));
            }
            TelegramResident.waitUntil(() -> rows(house, "question") == 0, "questions are left");
            assertEquals(before, silent.last(), "who wished nothing is left alone");
            assertEquals(1, api.chats().in(FIRST_CHAT).stream()
                    .filter(sent -> sent.text().startsWith("Bạn từng hỏi")).count());
            assertTrue(silent.type(QUESTION).text().contains(SAID), "it is said to whoever asks now");

            for (var page : List.of(list, seen, hoa.get(sheet).body(), binh.get("/claims").body())) {
                assertFalse(page.contains("777003") || page.contains("AAAAAAAA") || page.contains(QUESTION));
            }
            var trail = house.ground().officials().audit().newest(50);
            assertTrue(trail.stream().map(entry -> entry.deed()).toList()
                    .containsAll(List.of(Deed.CLAIM_DRAFTED, Deed.CLAIM_PUBLISHED)));
            assertTrue(trail.stream().noneMatch(entry -> entry.what().contains("mèo")));
        }
    }

    @Test
    void what_is_wrong_is_shown_at_its_field_and_what_was_typed_stays() {
        try (var house = start(Map.of())) {
            var hoa = editor(house, "Bà Hoa", "province");
            var page = hoa.post("/claims/new", with("do", "check", "vi",
                    "Đây là cách tốt nhất <script>alert(1)</script>.", "document2", "nq-999", "title-en",
                    ""));
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("id=\"sources2-flaws\">\n<li>Không có văn bản “nq-999”"),
                    page.body());
            assertTrue(page.body().contains("id=\"title-en-flaws\">\n<li>Chưa có gì ở đây."), page.body());
            assertTrue(
                    page.body().contains("tốt nhất &lt;script") && !page.body().contains("<script>alert"));
            assertEquals(0, rows(house, "claim"), "looking keeps nothing");

            var lint = hoa.post("/claims/new", with("do", "check", "vi", "Đây là cách tốt nhất."));
            assertTrue(lint.body().contains("id=\"vi-flaws\">\n<li>“tốt nhất” là lời thuyết phục."),
                    lint.body());
            var tried = hoa.post("/claims/new",
                    with("do", "try", "question", "mèo trèo cây cau mấy giờ xuống"));
            assertTrue(tried.body().contains(SAID + " [1]") && tried.body().contains("Trong đó có bản này."),
                    tried.body());
            assertFalse(tried.body().contains("class=\"flaws\""), tried.body());
            assertEquals("none", band(house));

            assertEquals(303, hoa.post("/claims/new", with("do", "keep", "title-en", "")).statusCode());
            var binh = editor(house, "Ông Bình", "province");
            assertTrue(binh.get("/claims/1").body().contains("title-en-flaws"));
            var refused = does(binh, "/claims/1", "publish");
            assertEquals(422, refused.statusCode());
            assertTrue(refused.body().contains("Xin sửa những chỗ ghi bên dưới"), refused.body());
            assertEquals(400, binh.post("/claims/1", "do", "erase", "revision", "0").statusCode());
            assertEquals(400, binh.post("/claims/new", "do", "publish").statusCode());
            assertEquals(404, binh.get("/claims/77").statusCode());
            assertEquals(404, binh.get("/claims/new?month=2026-10&place=1").statusCode());
        }
    }

    @Test
    void a_second_version_can_be_taken_back_and_an_old_page_decides_nothing() throws Exception {
        try (var house = start(Map.of())) {
            var hoa = editor(house, "Bà Hoa", "province");
            var binh = editor(house, "Ông Bình", "province");
            var ofOneUnit = editor(house, "Chị Lan", "new:07030");
            hoa.post("/claims/new", with("do", "keep"));
            assertEquals(422, does(ofOneUnit, "/claims/1", "publish").statusCode());
            assertEquals(303, does(binh, "/claims/1", "publish").statusCode());
            says(house, SAID);
            var file = data.resolve("claims/tin-gia.yaml");
            var first = Files.readString(file);
            assertTrue(first.startsWith("claims:\n  - id: \"tin-gia.meo\"\n"), first);

            var old = revision(hoa, "/claims/1");
            assertEquals(303, ofOneUnit.post("/claims/1",
                    with("do", "keep", "revision", old, "vi", "Con mèo xuống lúc trời sáng.")).statusCode());
            var lost = hoa.post("/claims/1", with("do", "keep", "revision", old, "vi", "Mèo xuống ngay."));
            assertEquals(422, lost.statusCode());
            assertTrue(lost.body().contains(">Mèo xuống ngay.</textarea>"), "what was typed stays");
            assertTrue(lost.body().contains("vừa được người khác sửa"));
            var renamed = hoa.post("/claims/1", with("do", "check", "id", "tin-gia.cho"));
            assertTrue(renamed.body().contains("Đã đăng với mã tin-gia.meo"), renamed.body());
            assertEquals(303, does(binh, "/claims/1", "publish").statusCode());
            says(house, "Con mèo xuống lúc trời sáng.");

            assertEquals(422, does(ofOneUnit, "/claims/1", "undo").statusCode());
            assertEquals(303, does(hoa, "/claims/1", "undo").statusCode());
            says(house, SAID);
            assertEquals(first, Files.readString(file));
            assertEquals(303, does(hoa, "/claims/1", "undo").statusCode());
            TelegramResident.waitUntil(() -> band(house).equals("none"), "still said");
            assertFalse(Files.exists(file));
            assertEquals(422, does(hoa, "/claims/1", "undo").statusCode());
            var version = found(hoa.get("/claims/1").body(), "name=\"version\" value=\"([0-9]+)\"");
            assertEquals(303, hoa.post("/claims/1", "do", "again", "version", version, "revision",
                    revision(hoa, "/claims/1")).statusCode());
            assertEquals(303, does(binh, "/claims/1", "publish").statusCode());
            says(house, "Con mèo xuống lúc trời sáng.");
            hoa.post("/claims/new", with("do", "keep", "id", "tin-gia.khac"));
            assertEquals("/claims", does(hoa, "/claims/2", "drop").headers().firstValue("Location")
                    .orElse(""));
            assertEquals(1, rows(house, "claim"));
        }
        Files.delete(data.resolve("claims/tin-gia.yaml"));
        try (var house = start(Map.of())) {
            says(house, "Con mèo xuống lúc trời sáng."); // the tables are the truth
        }
    }

    private static void asks(TelegramResident one, String choice) throws Exception {
        one.type("hoi");
        if (!one.type(QUESTION).text().contains("chưa có nguồn")) {
            one.type("không phải các ý này");
        }
        one.type("ghi lại");
        assertTrue(one.type(choice).text().startsWith("Đã ghi câu hỏi của bạn."), one.last().text());
    }

    private void asksInBrowser(RunningHouse house, String conversation) throws Exception {
        int id = 0;
        var offered = house.ground().mind().get().library()
                .find(QUESTION, Language.VIETNAMESE, Optional.empty(), clock.instant()).claims().isEmpty()
                        ? List.<String>of()
                        : List.of("không phải các ý này");
        for (var line : Stream
                .of(List.of("hoi", QUESTION), offered, List.of("ghi lại", "Ghi và báo tôi khi có"))
                .flatMap(List::stream).toList()) {
            var request = browser(house, "/chat/messages",
                    "{\"conversation\":\"%s\",\"id\":\"%d\",\"text\":\"%s\"}".formatted(conversation, ++id,
                            line));
            assertEquals(2, client.send(request, BodyHandlers.discarding()).statusCode() / 100);
        }
    }

    private boolean hears(RunningHouse house, String conversation) throws Exception {
        var stream = client.send(browser(house, "/chat/stream",
                "{\"conversation\":\"%s\",\"seen\":[]}".formatted(conversation)),
                BodyHandlers.ofInputStream())
                .body();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> line.startsWith("data: ") && line.contains(SAID));
        }
    }

    private static HttpRequest browser(RunningHouse house, String path, String json) {
        return HttpRequest.newBuilder(URI.create(house.address() + path))
                .header("Content-Type", "application/json").header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build();
    }

    /// The words of the only group that is published.
    private static String words(RunningHouse house) {
        return house.ground().database()
                .read(tx -> tx.first("SELECT words FROM release_question", row -> row.text(1))).orElseThrow();
    }

    /// What the bot has on the question: the beginning of the answer, or `none`.
    private String band(RunningHouse house) {
        var claims = house.ground().mind().get().library()
                .find(QUESTION, Language.VIETNAMESE, Optional.empty(), clock.instant())
                .claims();
        return claims.isEmpty() || !claims.getFirst().id().equals("tin-gia.meo")
                ? "none"
                : claims.getFirst().text(Language.VIETNAMESE);
    }

    private void says(RunningHouse house, String text) {
        TelegramResident.waitUntil(() -> band(house).equals(text), "the bot does not say: " + text);
    }

    private static HttpResponse<String> keeps(Visitor editor, String path, String... more) {
        return editor.post(path, Stream.of(CLAIM, new String[]{"do", "keep"}, more).flatMap(Arrays::stream)
                .toArray(String[]::new));
    }

    private static String[] group(String address) {
        return new String[]{"month", found(address, "month=([0-9-]+)"), "place",
                found(address, "place=([0-9]+)")};
    }

    /// The claim with some fields changed or added.
    private static String[] with(String... changes) {
        var fields = new LinkedHashMap<String, String>();
        for (var part : List.of(CLAIM, changes)) {
            for (int i = 0; i < part.length; i += 2) {
                fields.put(part[i], part[i + 1]);
            }
        }
        return fields.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }

    private static HttpResponse<String> does(Visitor editor, String sheet, String deed) {
        return editor.post(sheet, "do", deed, "revision", revision(editor, sheet));
    }

    private static String revision(Visitor editor, String sheet) {
        return found(editor.get(sheet).body(), "name=\"revision\" value=\"([0-9]+)\"");
    }

    private static String found(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().findFirst()
                .orElseThrow(() -> new AssertionError(page)).group(1);
    }

    private Visitor editor(RunningHouse house, String name, String scope) {
        var visitor = new Visitor(house.port(), clock);
        visitor.join(found(house.order("official-invite", "editor", scope), "code: ([A-Z2-7-]+)"), name,
                WholeHouse.PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    private static long rows(RunningHouse house, String table) {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM " + table));
    }
}
