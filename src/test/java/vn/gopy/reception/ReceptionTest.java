package vn.gopy.reception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.chat.Inbox.Heard;
import vn.gopy.chat.Incoming;
import vn.gopy.config.SettingsFile;
import vn.gopy.db.Database;
import vn.gopy.dialogue.Dialogue;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.fakes.SettableClock;
import vn.gopy.metrics.Metrics;
import vn.gopy.outbox.Outbox;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// Whatever happens within a turn, the chat goes on and the resident is told.
class ReceptionTest {
    private static final Phrasebook PHRASES = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    private static final Address HOA = new Address("fake", "hoa");
    private static final Heard RECORDED = new Heard.Recorded();

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock("2026-11-25T08:00:00Z");
    private final SimpleMind mind = new SimpleMind();
    private final Metrics metrics = new Metrics();
    private final List<String> said = new ArrayList<>();
    private Database database;
    private Files files;
    private Reception reception;
    private int heard;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        begin();
    }

    /// As after a restart: nothing is in memory.
    private void begin() {
        var settings = SettingsFile.defaults(Map.of());
        var vault = new Vault(Keys.in(folder.resolve("keys")));
        files = new Files(new House(database, vault, Outbox.open(database, vault), Keeping.from(settings),
                Flood.from(settings), DialogueSettings.from(settings).consentVersion(), clock, metrics));
        var dialogue = new Dialogue(PHRASES, new Dialogue.Knowledge(mind, mind, mind, mind, mind),
                DialogueSettings.from(settings));
        reception = new Reception(files, dialogue, PHRASES,
                letters -> letters.forEach(letter -> said.add(letter.reply().text())));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Heard type(String text) {
        return hear(new Incoming.Typed(text));
    }

    private Heard hear(Incoming.Content content) {
        heard++;
        return reception.accept(
                new Incoming(HOA, "u" + heard, "m" + heard, clock.instant(), Optional.empty(), content));
    }

    private long rows(String sql) {
        return database.read(tx -> tx.number(sql));
    }

    private void damage(String sql) {
        database.ledger().commit(tx -> tx.run(sql));
    }

    private void sorry(String beginning) {
        assertTrue(said.getLast().startsWith(beginning), said.getLast());
        assertTrue(said.getLast().matches("(?s).*\\b[0-9A-Z]{1,3}\\b.{0,2}"), said.getLast());
    }

    @Test
    void a_turn_that_fails_is_told_with_a_code_and_the_chat_goes_on() {
        mind.when("chữ làm hỏng máy", () -> {
            throw new IllegalStateException("broken");
        });

        assertEquals(RECORDED, type("chữ làm hỏng máy"));

        sorry("Lỗi của tôi");
        assertEquals(1, rows("SELECT count(*) FROM parked WHERE why = 'IllegalStateException'"));
        assertEquals(RECORDED, type("giup"));
        assertEquals(2, said.size());
    }

    @Test
    void sessions_lie_in_the_order_in_which_people_came() {
        var vault = new Vault(Keys.in(folder.resolve("keys")));
        var came = new ArrayList<Pseudonym>();
        for (int i = 0; i < 40; i++) {
            var from = new Address("fake", "r" + i);
            came.add(vault.pseudonym("fake", "r" + i));
            reception.accept(new Incoming(from, "u" + i, "m" + i, clock.instant(), Optional.empty(),
                    new Incoming.Typed("giup")));
        }

        // without an order of its own a query walks the table as it lies
        var lie = database.read(tx -> tx.all("SELECT pid, state FROM session",
                row -> Pseudonym.of(row.bytes(1))));

        assertEquals(came, lie, "who comes together must lie together: decision 0030");
    }

    @Test
    void who_chose_english_is_told_in_english() {
        mind.when("words that break", () -> {
            throw new IllegalStateException("broken");
        });
        type("en");

        type("words that break");

        sorry("My mistake");
    }

    @Test
    void a_session_that_cannot_be_opened_begins_anew() {
        type("en");
        damage("UPDATE session SET state = zeroblob(80)");
        begin();

        assertEquals(RECORDED, type("giup"));

        assertTrue(said.getLast().startsWith("Tôi là máy tự động"), said.getLast());
        assertEquals(2, rows("SELECT version FROM session"));
    }

    @Test
    void a_resident_whose_key_is_damaged_is_told_at_every_try() {
        type("giup");
        damage("UPDATE person SET key = zeroblob(80)");
        begin();

        for (int i = 0; i < 2; i++) {
            assertEquals(RECORDED, type("giup"));
            sorry("Lỗi của tôi");
        }

        assertEquals(2, rows("SELECT count(*) FROM parked"));
        assertEquals(RECORDED, hear(new Incoming.Reachable(false)));
    }

    @Test
    void an_order_to_erase_waits_for_the_turn_that_is_under_way() throws Exception {
        type("giup");
        var eraser = new Thread(() -> files.erase(HOA, clock.instant()));
        mind.when("trong khi đó", () -> {
            eraser.start();
            while (eraser.isAlive() && eraser.getState() != Thread.State.WAITING) {
                LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
            }
        });

        type("trong khi đó");
        eraser.join();

        assertEquals(0, rows("SELECT count(*) FROM session"));
        assertEquals(0, rows("SELECT count(*) FROM person"));
        assertInstanceOf(Heard.Recorded.class, type("giup"));
    }

    @Test
    void rows_without_a_resident_can_be_erased() {
        type("giup");
        damage("DELETE FROM person");

        assertTrue(files.erase(HOA, clock.instant()));

        assertEquals(0, rows("SELECT count(*) FROM session"));
        assertFalse(files.erase(HOA, clock.instant()));
    }

    @Test
    void what_is_only_counted_is_told_as_totals_by_kind() {
        type("gopy");
        type("không");
        clock.pass(Duration.ofDays(3));
        type("gopy");
        type("không");

        assertTrue(metrics.text().contains("gopy_counted_total{what=\"consent.refused\"} 2"), metrics.text());
    }

    @Test
    void an_unfinished_opinion_is_gone_from_the_disk_after_a_day_and_the_language_stays() {
        type("en");
        type("gopy");
        type("i agree");
        type("far away from everything");

        clock.pass(Duration.ofHours(25));
        files.retain(clock.instant(), false);

        assertEquals(0, rows("SELECT count(*) FROM session WHERE state IS NOT NULL"));
        begin();
        type("giup");
        assertTrue(said.getLast().startsWith("I am an automatic bot"), said.getLast());
        assertEquals(RECORDED, type("send"));
        assertEquals(0, rows("SELECT count(*) FROM feedback"));
    }

    @Test
    void a_draft_ends_a_day_after_it_was_begun_whoever_goes_on_talking() {
        type("gopy");
        type("đồng ý");
        type("đường đi xa quá trời");
        clock.pass(Duration.ofHours(20));
        type("giup");

        clock.pass(Duration.ofHours(5));
        files.retain(clock.instant(), false);

        assertEquals(0, rows("SELECT count(*) FROM session WHERE state IS NOT NULL"));
    }

    @Test
    void after_a_withdrawal_nothing_of_the_session_outlives_the_day() {
        type("en");
        type("gopy");
        type("i agree");
        type("rutlai");
        type("my consent");

        clock.pass(Duration.ofHours(25));
        files.retain(clock.instant(), false);

        assertEquals(0, rows("SELECT count(*) FROM session"));
    }
}
