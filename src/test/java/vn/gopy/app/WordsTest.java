package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.feedback.SqlQuoteConsents;
import vn.gopy.official.Deed;

/// Words of residents in the whole house: two editors, the public page, and the ways back.
class WordsTest {
    @TempDir
    Path data;

    @Test
    void row_1_hostile_words_stand_escaped_on_the_editors_page_and_on_the_page_of_figures() throws Exception {
        try (var words = new WordsHouse(data).month()) {
            var hoa = words.editor("Bà Hoa");
            var binh = words.editor("Ông Bình");
            var desk = hoa.get("/words").body();
            assertEquals(6, WordsHouse.forms(desk, "propose").size() - ofProvince(words));
            harmless(desk);
            words.releaseAll(hoa, binh);

            var page = words.get(WordsHouse.PAGE).body();
            harmless(page);
            harmless(binh.get("/words").body());
            var said = WordsHouse.plain(page);
            assertTrue(WordsHouse.HOSTILE.stream().anyMatch(said::contains), page);
        }
    }

    private static long ofProvince(WordsHouse words) {
        return words.house.ground().database()
                .read(tx -> tx.number("SELECT count(*) FROM quote WHERE area = 'province'"));
    }

    private static void harmless(String page) {
        for (var tag : List.of("<script>window", "<img src=x", "<svg onload", "href=\"javascript",
                "href=\"http://evil", "<!-- '")) {
            assertFalse(page.contains(tag), tag);
        }
    }

    @Test
    void a_released_sentence_stands_on_the_page_until_it_is_taken_back_and_in_no_file_and_no_event()
            throws Exception {
        try (var words = new WordsHouse(data).month()) {
            assertTrue(words.get(WordsHouse.PAGE).body().contains("Chưa có câu nào được đăng"));
            words.releaseAll(words.editor("Bà Hoa"), words.editor("Ông Bình"));
            var page = words.get(WordsHouse.PAGE).body();
            assertTrue(page.contains("bao giờ có xe buýt tới đây"), page);
            var ground = words.house.ground();
            var release = ground.releases().latest().orElseThrow().id();
            for (var file : List.of(".csv", ".xlsx", "/cells", "/document", "")) {
                assertFalse(words.get("/api/v1/releases/" + release + file).body().contains("xe buýt"), file);
            }
            assertFalse(words.get("/api/v1/figures/07030/2026-10").body().contains("xe buýt"));
            assertEquals(List.of(), ground.database().read(tx -> tx.all("SELECT body FROM parcel",
                    row -> new String(row.bytes(1), StandardCharsets.UTF_8))).stream()
                    .filter(body -> body.contains("xe buýt")).toList());

            var leaves = new SqlQuoteConsents(ground.vault());
            for (int i = 16; i < 40; i++) {
                var pid = words.speakers.pid(i);
                ground.database().ledger().commit(tx -> leaves.withdraw(tx, pid));
            }

            assertFalse(words.get(WordsHouse.PAGE).body().contains("bao giờ có xe buýt tới đây"));
            assertFalse(words.get("/figures?period=2026-10").body().contains("bao giờ có xe buýt tới đây"));
        }
    }

    @Test
    void what_cannot_be_done_is_told_and_declined_sentences_are_counted_in_public() throws Exception {
        try (var words = new WordsHouse(data).month()) {
            var hoa = words.editor("Bà Hoa");
            var form = WordsHouse.forms(hoa.get("/words").body(), "propose").getFirst();

            var added = hoa.post(form.action(), "do", "propose", "revision", form.revision(), "wording",
                    "mọi người đều đồng lòng");
            assertEquals(422, added.statusCode());
            assertTrue(added.body().contains("Câu có chữ mà người dân không viết"));
            assertTrue(added.body().contains("mọi người đều đồng lòng</textarea>"));
            assertEquals(422, hoa.post(form.action(), "do", "decline", "revision", form.revision())
                    .statusCode());
            assertEquals(400, hoa.post(form.action(), "do", "erase", "revision", "0").statusCode());
            assertEquals(400, hoa.post(form.action(), "do", "agree", "revision", "x").statusCode());
            assertEquals(404, hoa.post("/words/none", "do", "agree", "revision", "0").statusCode());
            assertEquals(422, hoa.post("/words/77", "do", "agree", "revision", "0").statusCode());
            for (var each : WordsHouse.forms(hoa.get("/words").body(), "decline")) {
                assertEquals(303, hoa.post(each.action(), "do", "decline", "revision", each.revision(),
                        "reason", "no-opinion").statusCode());
            }

            var page = words.get(WordsHouse.PAGE).body();
            assertTrue(page.contains("Chê: 2 – Không phải ý kiến"), page);
            assertTrue(page.contains("Khen: 2 – Không phải ý kiến"), page);
            var deeds = words.house.ground().officials().audit().newest(200).stream()
                    .map(entry -> entry.deed()).toList();
            assertTrue(deeds.contains(Deed.QUOTES_SEEN) && deeds.contains(Deed.QUOTE_DECLINED));
        }
    }

    @Test
    void an_ordered_erasure_takes_the_words_along_and_a_restored_copy_shows_none() throws Exception {
        Path copy;
        try (var words = new WordsHouse(data).month()) {
            words.releaseAll(words.editor("Bà Hoa"), words.editor("Ông Bình"));
            copy = Path.of(words.house.order("backup").replace("backup written: ", ""));
            for (int i = 0; i < 40; i++) {
                assertTrue(words.house.order("erase", "test", Integer.toString(i)).startsWith("erased"));
            }
            assertEquals(0, rows(words.house, "quote"));
            assertEquals(0, rows(words.house, "quote_consent"));
            assertTrue(words.get(WordsHouse.PAGE).body().contains("Chưa có câu nào được đăng"));
        }
        new Backups(new DataFolder(data)).restore(copy, new SettableClock("2026-11-26T01:00:00Z").instant());
        try (var words = new WordsHouse(data)) {
            assertEquals(0, rows(words.house, "quote"));
            assertTrue(words.get(WordsHouse.PAGE).body().contains("Chưa có câu nào được đăng"));
        }
    }

    @Test
    void a_resident_lets_a_sentence_be_shown_in_the_chat_and_takes_it_back_there() throws Exception {
        var secret = "a-secret-of-the-tests-0123456789abcdef";
        try (var api = BotApiDouble.open();
                var house = RunningHouse.start(data, new SettableClock("2026-11-25T08:00:00Z"),
                        Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN,
                                "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET", secret));
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), secret)) {
            var resident = new TelegramResident(777_000_800, api, new TelegramUpdates(7_000),
                    TelegramResident.Delivery.by(telegram, house));
            resident.speak("từ ngày nhập xã đi làm giấy tờ xa quá, mất cả buổi", "phường Hoành Bồ");
            assertEquals(0, rows(house, "quote_consent"));

            assertTrue(resident.press("Cho đăng câu này").text().contains("mất cả buổi"));
            assertEquals(0, rows(house, "quote_consent"), "nothing is chosen beforehand");
            resident.press("Cho đăng");
            assertEquals(1, rows(house, "quote_consent"));
            resident.type("rutlai");
            assertTrue(resident.press("Rút các câu đã cho đăng").text().startsWith("Đã rút."));

            assertEquals(0, rows(house, "quote_consent"));
            assertEquals(1, rows(house, "feedback"));
        }
    }

    private static long rows(RunningHouse house, String table) {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM " + table));
    }
}
