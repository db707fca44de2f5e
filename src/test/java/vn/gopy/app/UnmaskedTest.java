package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// What a resident tells of persons is masked before anything is kept: with every key in hand, it is nowhere.
class UnmaskedTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final long CHAT = 777_000_900;
    private static final List<String> TOLD = List.of("0912 345 678", "Lò Thị Xuyến", "số 12 ngõ 5",
            "14A-123.45");
    private static final String COMPLAINT = "từ ngày nhập xã đi làm giấy tờ xa quá, gọi em 0912 345 678,"
            + " em là Lò Thị Xuyến, nhà số 12 ngõ 5, xe 14A-123.45";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final TelegramUpdates updates = new TelegramUpdates(9_000);
    @AutoClose
    private final BotApiDouble api = BotApiDouble.open();

    @Test
    void the_raw_words_of_masked_spans_are_neither_kept_nor_sent() throws Exception {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook",
                "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET));
                var telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET)) {
            var resident = resident(house, telegram);
            resident.speak(COMPLAINT, "phường Hoành Bồ");

            var kept = keptSentence(house);
            assertTrue(kept.contains("«số điện thoại»"), kept);
            assertEquals(List.of(), told(kept));

            resident.type("cán bộ xã nói năng khó nghe, " + COMPLAINT);
            assertEquals(List.of(), told(everySession(house)), "while the resident is still asked");
            assertEquals(List.of(), told(api.chats().in(CHAT).toString()));
        }
        assertEquals(List.of(), told(everyFile()));
    }

    private static List<String> told(String where) {
        return TOLD.stream().filter(where::contains).toList();
    }

    /// The sentence as it is kept, opened with the resident's own key.
    private static String keptSentence(RunningHouse house) {
        var ground = house.ground();
        var book = new SqlFeedbackBook(ground.vault());
        return ground.database().read(tx -> book.latest(tx, person(house), 1)).getFirst().text()
                .orElseThrow();
    }

    private static Person person(RunningHouse house) {
        var ground = house.ground();
        var pid = ground.vault().pseudonym("telegram", Long.toString(CHAT));
        return ground.database().read(tx -> new SqlPeople(ground.vault()).find(tx, pid)).orElseThrow();
    }

    private static String everySession(RunningHouse house) {
        var person = person(house);
        var sealed = house.ground().database()
                .read(tx -> tx.all("SELECT state FROM session", row -> row.bytes(1)));
        assertEquals(1, sealed.size());
        return new String(
                house.ground().vault().open(person.key(), person.pid(), "session", sealed.getFirst()),
                StandardCharsets.UTF_8);
    }

    private String everyFile() throws Exception {
        var all = new ArrayList<String>();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return String.join("\n", all);
    }

    private TelegramResident resident(RunningHouse house, WebhookQueue telegram) {
        return new TelegramResident(CHAT, api, updates, TelegramResident.Delivery.by(telegram, house));
    }
}
