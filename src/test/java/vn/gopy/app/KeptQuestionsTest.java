package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.answer.Cat;
import vn.gopy.answer.Noted;
import vn.gopy.answer.SqlQuestions;
import vn.gopy.config.SettingsFile;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.feedback.Consent;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// A question without a source, from the chat to the day on which it is answered, erased or over.
class KeptQuestionsTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String QUESTION = "con mèo trèo cây cau bao giờ xuống?";

    @TempDir
    Path data;

    @TempDir
    Path policies;

    private final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");
    private final TelegramUpdates updates = new TelegramUpdates(1_000);
    @AutoClose
    private final BotApiDouble api = BotApiDouble.open();

    @Test
    void who_asked_is_told_after_a_restart_with_a_new_claim_once() throws Exception {
        shippedPolicies();
        try (var house = start(); var telegram = webhook(house)) {
            var hoa = resident(house, telegram, 777_000_100);
            hoa.type("hoi");
            var answer = hoa.type(QUESTION);
            if (!answer.text().contains("chưa có nguồn")) {
                hoa.type("không phải các ý này");
            }
            hoa.type("ghi lại");
            assertTrue(hoa.type("ghi và báo tôi khi có").text().startsWith("Đã ghi câu hỏi của bạn."));
            assertTrue(hoa.type("dulieu").text().contains("“" + QUESTION + "” (báo bạn khi có nguồn)"));
        }
        int before = api.chats().in(777_000_100).size();
        Files.writeString(policies.resolve("tin-gia.yaml"), Cat.file());

        try (var _ = start()) {
            TelegramResident.waitUntil(() -> api.chats().in(777_000_100).size() > before, "told");
        }
        try (var house = start(); var telegram = webhook(house)) {
            var kept = resident(house, telegram, 777_000_100).type("dulieu").text();

            assertTrue(kept.contains("Số câu hỏi đang giữ: 0"), kept);
            var heard = api.chats().in(777_000_100);
            assertEquals(before + 2, heard.size());
            assertTrue(heard.get(before).text().startsWith("Bạn từng hỏi: “" + QUESTION + "”."),
                    heard.get(before).text());
        }
    }

    @Test
    void an_integrator_is_told_of_twelve_who_asked_and_not_a_word_of_theirs() {
        try (var ground = open()) {
            for (int i = 0; i < 12; i++) {
                notes(ground, i, "bao giờ làm lại cầu treo qua suối?", false);
            }
            clock.pass(Duration.ofDays(20));

            assertTrue(ground.office().answer(List.of("release")).startsWith("published"));

            var bodies = ground.database().read(tx -> tx.all("SELECT body FROM parcel ORDER BY id",
                    row -> new String(row.bytes(1), StandardCharsets.UTF_8)));
            var events = bodies.stream().filter(body -> body.contains("questions.unanswered")).toList();
            assertEquals(1, events.size());
            assertTrue(events.getFirst().contains("\"period\":\"2026-11\",\"group\":1,\"topic\":"),
                    events::toString);
            assertTrue(events.getFirst().contains("\"persons\":10}"), events::toString);
            assertFalse(events.getFirst().contains("cầu"), events::toString);
        }
    }

    @Test
    void a_question_is_over_after_180_days_and_an_address_is_kept_for_who_waits() {
        try (var ground = open()) {
            notes(ground, 1, QUESTION, true);
            notes(ground, 2, QUESTION, false);
            clock.pass(Duration.ofDays(31));
            ground.office().answer(List.of("retain"));

            assertEquals(2, rows(ground, "SELECT count(*) FROM question"));
            assertEquals(2, rows(ground, "SELECT count(*) FROM person"));
            assertEquals(1, rows(ground, "SELECT count(*) FROM person WHERE address IS NOT NULL"));
            clock.pass(Duration.ofDays(150));
            assertTrue(ground.office().answer(List.of("retain", "--dry-run")).contains("2 questions"));
            ground.office().answer(List.of("retain"));

            assertEquals(0, rows(ground, "SELECT count(*) FROM question"));
            assertEquals(0, rows(ground, "SELECT count(*) FROM person"));
        }
    }

    @Test
    void an_ordered_erasure_takes_the_questions_too_and_no_backup_brings_them_back() {
        try (var ground = open()) {
            notes(ground, 1, QUESTION, true);
            notes(ground, 2, QUESTION, true);
            ground.office().answer(List.of("backup"));

            assertTrue(ground.office().answer(List.of("erase", "telegram", "1")).startsWith("erased"));

            assertEquals(1, rows(ground, "SELECT count(*) FROM question"));
        }
        var folder = new DataFolder(data);
        new Backups(folder).restore(onlyCopy(folder), clock.instant());
        try (var ground = open()) {
            assertEquals(1, rows(ground, "SELECT count(*) FROM question"));
            assertEquals(0, rows(ground, "SELECT count(*) FROM question WHERE told_wanted = 1"));
        }
    }

    @Test
    void an_address_is_kept_while_a_letter_waits() {
        try (var ground = open()) {
            notes(ground, 1, QUESTION, false);
            var person = ground.vault().pseudonym("telegram", "1");
            ground.database().ledger().commit(tx -> tx.run("""
                    INSERT INTO parcel (id, kind, line, body, attempts, put_at, due)
                    VALUES (900, 'letter', ?, x'00', 0, 0, 0)
                    """, person.bytes()));
            clock.pass(Duration.ofDays(31));

            ground.office().answer(List.of("retain"));
            assertEquals(1, rows(ground, "SELECT count(*) FROM person WHERE address IS NOT NULL"));
            ground.database().ledger().commit(tx -> tx.run("DELETE FROM parcel"));
            ground.office().answer(List.of("retain"));
            assertEquals(0, rows(ground, "SELECT count(*) FROM person WHERE address IS NOT NULL"));
        }
    }

    @Test
    void who_takes_consent_back_leaves_no_letter_that_waits_or_was_given_up() throws Exception {
        shippedPolicies();
        try (var house = start(); var telegram = webhook(house)) {
            var hoa = resident(house, telegram, 777_000_100);
            hoa.type("hoi");
            if (!hoa.type(QUESTION).text().contains("chưa có nguồn")) {
                hoa.type("không phải các ý này");
            }
            hoa.type("ghi lại");
            hoa.type("chỉ ghi");
            hoa.type("rutlai");
            var ground = house.ground();
            var person = ground.vault().pseudonym("telegram", "777000100");
            ground.database().ledger().commit(tx -> tx.run("""
                    INSERT INTO dead_letter (id, kind, line, body, why, attempts, died_at)
                    VALUES (900, 'letter', ?, x'00', 'why', 1, ?)
                    """, person.bytes(), clock.instant().toEpochMilli()));

            hoa.type("rút lại đồng ý");

            assertEquals(0, rows(ground, "SELECT count(*) FROM question"));
            assertEquals(0, rows(ground, "SELECT count(*) FROM dead_letter"));
        }
    }

    private static Path onlyCopy(DataFolder folder) {
        try (var copies = Files.newDirectoryStream(folder.backups(), "gopy-*.db")) {
            return copies.iterator().next();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static long rows(Ground ground, String sql) {
        return ground.database().read(tx -> tx.number(sql));
    }

    private void notes(Ground ground, int number, String text, boolean wishesToHear) {
        var now = clock.instant();
        var person = new Person(ground.vault().pseudonym("telegram", Integer.toString(number)),
                ground.vault().newKey(), Optional.of("telegram|" + number), now.plus(Duration.ofDays(30)),
                true);
        var row = new SqlPeople(ground.vault()).prepare(person);
        ground.database().ledger().commit(tx -> {
            new SqlPeople(ground.vault()).meet(tx, row, now);
            new SqlQuestions(ground.vault()).note(tx, person,
                    new Noted(now, text, Language.VIETNAMESE, wishesToHear, "before"),
                    new Consent("2", "questions", "hash", now, "telegram"), new byte[]{1});
            return number;
        });
    }

    private Ground open() {
        return Ground.open(SettingsFile.defaults(Map.of("GOPY_DATA", data.toString(), "GOPY_ENDPOINTS", "a",
                "GOPY_ENDPOINT_A_URL", "https://a.example.org/", "GOPY_ENDPOINT_A_SECRET",
                "whsec_" + "A".repeat(32))), new DataFolder(data), clock);
    }

    private void shippedPolicies() throws Exception {
        try (var shipped = Files.newDirectoryStream(Path.of("config/policies"))) {
            for (var file : shipped) {
                Files.copy(file, policies.resolve(file.getFileName()));
            }
        }
    }

    private RunningHouse start() {
        return RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "webhook",
                "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET, "GOPY_POLICIES", policies.toString()));
    }

    private static WebhookQueue webhook(RunningHouse house) {
        return new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET);
    }

    private TelegramResident resident(RunningHouse house, WebhookQueue telegram, long chat) {
        return new TelegramResident(chat, api, updates, TelegramResident.Delivery.by(telegram, house));
    }
}
