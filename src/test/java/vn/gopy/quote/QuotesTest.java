package vn.gopy.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.DatabaseException;
import vn.gopy.feedback.Consent;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.feedback.SqlQuoteConsents;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.place.UnitId;
import vn.gopy.quote.Speakers.Said;
import vn.gopy.release.Area;
import vn.gopy.release.Borders;
import vn.gopy.release.Period;
import vn.gopy.release.Releases;
import vn.gopy.release.Village;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Words of residents, from their leave to the page and away again.
class QuotesTest {
    private static final Said OCTOBER = new Said(Village.at("2026-10-14T09:00"), 2, Topic.DI_LAI,
            Speakers.HOANH_BO, "đi lại xa");
    private static final Area WARD = new Area("07030");
    private static final Period MONTH = Period.parse("2026-10").orElseThrow();
    private static final Account HOA = editor(1, Scope.province());
    private static final Account BINH = editor(2, Scope.province());

    @TempDir
    Path folder;

    private final Random chance = new Random(5);
    private Village village;
    private Vault vault;
    private Speakers speakers;
    private Quotes quotes;
    private AuditTrail audit;
    private Moderation moderation;

    private static Account editor(long id, Scope scope) {
        return new Account(id, "editor " + id, Role.EDITOR, scope, true, Optional.empty());
    }

    @BeforeEach
    void open() {
        village = new Village(folder);
        var keys = Keys.in(folder.resolve("keys"));
        vault = new Vault(keys);
        speakers = new Speakers(village.database, vault);
        quotes = new Quotes(new Quotes.Parts(village.database, vault, village.releases,
                Borders.of(village.gazetteer), Village.SETTINGS, () -> chance.nextLong(1, 1L << 40)));
        audit = new AuditTrail(village.database, new Safe(keys),
                InstantSource.fixed(Village.at("2026-11-25T10:00")));
        moderation = new Moderation(village.database, vault, audit);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void october() {
        speakers.neighbours(1_000, OCTOBER);
        speakers.forty(0, OCTOBER);
        publish();
    }

    private void publish() {
        village.publish("2026-11-02T03:00");
        quotes.choose();
    }

    private List<Candidate> ofWard() {
        return moderation.look(editor(9, new Scope.Commune(UnitId.parse(Speakers.HOANH_BO).orElseThrow())));
    }

    private Optional<Fault> propose(Account editor, Candidate one, String wording) {
        return moderation.propose(editor, one.id(), one.revision(), wording);
    }

    private void release(Candidate one) {
        assertEquals(Optional.empty(), propose(HOA, one, one.text()));
        assertEquals(Optional.empty(), moderation.agree(BINH, one.id(), one.revision() + 1));
    }

    private Candidate saying(String words) {
        return ofWard().stream().filter(one -> one.text().contains(words)).findFirst().orElseThrow();
    }

    private List<String> shown() {
        return quotes.in(WARD, MONTH).themes().stream().flatMap(talk -> talk.sides().stream())
                .flatMap(side -> side.sentences().stream()).toList();
    }

    private long rows(String sql) {
        return village.database.read(tx -> tx.number(sql));
    }

    @Test
    void a_ward_of_forty_has_two_of_each_side_and_none_is_shown_before_two_editors_agree() {
        october();

        assertEquals(6, ofWard().size());
        assertTrue(shown().isEmpty());
        ofWard().forEach(one -> propose(HOA, one, one.text()));
        assertTrue(shown().isEmpty());
        for (var one : ofWard()) {
            assertEquals(Optional.of(Fault.OWN), moderation.agree(HOA, one.id(), one.revision()));
        }
        assertTrue(shown().isEmpty());
        ofWard().forEach(one -> assertEquals(Optional.empty(),
                moderation.agree(BINH, one.id(), one.revision())));

        assertEquals(6, shown().size());
        assertTrue(shown().contains("xe máy hỏng giữa dốc đành bỏ về"));
        assertEquals(0, quotes.in(WARD, MONTH).waiting());
        assertThrows(DatabaseException.class, () -> village.database.ledger()
                .commit(tx -> tx.run("UPDATE quote SET agreed_by = proposed_by")));
    }

    @Test
    void a_theme_that_may_be_under_thirty_shows_nothing_nor_one_with_nine_who_agreed() {
        speakers.neighbours(1_000, OCTOBER);
        for (int i = 0; i < 32; i++) { // 32 are published as 30, behind which 28 may stand
            speakers.speak(i, OCTOBER.with(2, "trụ sở mới xa quá mất cả buổi"));
        }
        for (int i = 100; i < 140; i++) {
            var said = new Said(OCTOBER.when(), 2, Topic.GIAY_TO, "new:06652",
                    "đổi giấy tờ mất ba buổi đi lại");
            if (i < 109) {
                speakers.speak(i, said);
            } else {
                speakers.silently(i, said);
            }
        }
        publish();

        assertEquals(0, rows("SELECT count(*) FROM quote WHERE area = '07030'"));
        assertEquals(0, rows("SELECT count(*) FROM quote WHERE area = '06652'"));
    }

    @Test
    void sentences_without_leave_for_others_or_from_outside_are_never_candidates() {
        speakers.neighbours(1_000, OCTOBER);
        for (int i = 0; i < 20; i++) {
            speakers.speak(i, OCTOBER.with(2, "trụ sở mới xa quá mất cả buổi"));
        }
        for (int i = 100; i < 120; i++) {
            speakers.silently(i, OCTOBER.with(5, "không cho đăng câu này đâu nhé"));
            speakers.speakForOthers(i + 100, OCTOBER.with(5, "ghi hộ bà cụ nhà bên cạnh"));
        }
        publish();

        var said = moderation.look(HOA).stream().map(Candidate::text).toList();
        assertFalse(said.isEmpty());
        assertEquals(List.of("trụ sở mới xa quá mất cả buổi"), said.stream().distinct().toList());
    }

    @Test
    void choosing_again_changes_nothing_and_the_release_keeps_its_hash() {
        october();
        var before = moderation.look(HOA);
        var hash = village.releases.latest().orElseThrow().hash();

        assertEquals(0, quotes.choose());
        before.forEach(this::release);

        assertEquals(before.stream().map(Candidate::id).toList(),
                moderation.look(HOA).stream().map(Candidate::id).toList());
        assertEquals(hash, village.releases.latest().orElseThrow().hash());
        assertEquals(hash, Releases.open(village.database).latest().orElseThrow().hash());
    }

    @Test
    void praise_waits_for_criticism_and_goes_when_criticism_is_declined() {
        october();
        var praise = saying("bến đò cũ nay có cầu");
        release(praise);
        assertEquals(List.of(), shown());

        release(saying("xe máy hỏng"));
        assertEquals(2, shown().size());

        var blame = saying("xe máy hỏng");
        assertEquals(Optional.of(Fault.NO_REASON),
                moderation.decline(HOA, blame.id(), blame.revision(), "too negative"));
        assertEquals(Optional.empty(), moderation.decline(HOA, blame.id(), blame.revision(), "unclear"));
        assertEquals(List.of(), shown());
        assertEquals(List.of(new Spoken.Declined(Side.CRITICISM, Reason.UNCLEAR, 1)),
                quotes.in(WARD, MONTH).declined());
    }

    @Test
    void who_decides_on_what_has_changed_meanwhile_is_told() {
        october();
        var one = saying("xe máy hỏng");
        assertEquals(Optional.empty(), propose(HOA, one, one.text()));

        assertEquals(Optional.of(Fault.CHANGED), moderation.agree(BINH, one.id(), one.revision()));
        assertEquals(Optional.of(Fault.CHANGED), propose(BINH, one, "xe máy hỏng …"));
        assertEquals(Optional.of(Fault.ADDED),
                moderation.propose(BINH, one.id(), one.revision() + 1, "xe máy tốt"));
        assertEquals(Optional.empty(), moderation.propose(BINH, one.id(), one.revision() + 1,
                "xe máy hỏng …"));
        assertEquals(Optional.of(Fault.OWN), moderation.agree(BINH, one.id(), one.revision() + 2));
        assertEquals(Optional.empty(), moderation.agree(HOA, one.id(), one.revision() + 2));
        assertEquals(Optional.of(Fault.CHANGED),
                moderation.propose(BINH, one.id(), one.revision() + 3, "xe máy …"));
    }

    @Test
    void an_editor_of_one_unit_decides_on_its_page_alone() {
        october();
        var other = editor(3, new Scope.Commune(UnitId.parse("new:06652").orElseThrow()));
        var one = saying("xe máy hỏng");

        assertEquals(List.of(), moderation.look(other));
        assertEquals(Optional.of(Fault.CHANGED), propose(other, one, one.text()));
        assertEquals(Optional.of(Fault.CHANGED),
                moderation.decline(other, one.id(), one.revision(), "unclear"));
        assertTrue(moderation.look(HOA).size() >= ofWard().size());
    }

    @Test
    void row_33_an_editor_is_given_the_words_the_commune_and_the_month_and_no_person() {
        assertEquals(
                List.of("id", "unit", "month", "text", "proposal", "own", "released", "revision"),
                Arrays.stream(Candidate.class.getRecordComponents()).map(one -> one.getName()).toList());
        october();
        ofWard().forEach(one -> assertEquals("candidate " + one.id(), one.toString()));
        assertEquals(rows("SELECT count(*) FROM quote"), rows(
                "SELECT count(DISTINCT feedback.pid) FROM quote JOIN feedback ON feedback.id = quote.feedback"));
    }

    @Test
    void row_45_looking_proposing_releasing_and_declining_stand_in_the_trail_without_a_word_of_it() {
        october();
        var one = saying("xe máy hỏng");
        release(one);
        moderation.decline(HOA, one.id(), one.revision() + 2, "insults");

        var entries = audit.newest(10);
        var deeds = entries.stream().map(AuditTrail.Entry::deed).toList();
        assertEquals(List.of(Deed.QUOTE_DECLINED, Deed.QUOTE_RELEASED, Deed.QUOTE_PROPOSED, Deed.QUOTES_SEEN),
                deeds);
        assertEquals("2026-10 07030 di_lai criticism insults", entries.getFirst().what());
        assertEquals(List.of(1L, 2L, 1L, 9L), entries.stream().map(AuditTrail.Entry::who).toList());
        assertTrue(audit.verify() instanceof AuditTrail.Verdict.Fits);
        assertFalse(entries.toString().contains("xe máy"));
    }

    @Test
    void taking_the_leave_back_takes_candidates_and_released_words_and_leaves_the_count_of_declined() {
        october();
        moderation.look(HOA).forEach(this::release);
        var declined = moderation.look(HOA).getFirst();
        moderation.decline(HOA, declined.id(), declined.revision(), "person");
        var leaves = new SqlQuoteConsents(vault);
        assertEquals(1, (int) village.database.read(tx -> leaves.count(tx, speakers.pid(7))));

        for (int i = 0; i < 40; i++) {
            var pid = speakers.pid(i);
            village.database.ledger().commit(tx -> leaves.withdraw(tx, pid));
        }

        assertEquals(List.of(), shown());
        assertEquals(List.of(), moderation.look(HOA));
        assertEquals(0, rows("SELECT count(*) FROM quote"));
        assertEquals(1, rows("SELECT sum(count) FROM quote_declined"));
    }

    @Test
    void a_withdrawn_an_erased_and_an_old_opinion_take_their_words_along() {
        october();
        moderation.look(HOA).forEach(this::release);
        var book = new SqlFeedbackBook(vault);
        var people = new SqlPeople(vault);
        long all = rows("SELECT count(*) FROM quote");

        village.database.ledger().commit(tx -> book.withdrawLast(tx, speakers.pid(7)));
        assertEquals(all - 1, rows("SELECT count(*) FROM quote"));
        village.database.ledger().commit(tx -> book.erase(tx, speakers.pid(20))
                + people.erase(tx, speakers.pid(20), OCTOBER.when()));
        assertEquals(all - 2, rows("SELECT count(*) FROM quote"));
        assertFalse(shown().contains("bến đò cũ nay có cầu thật tiện"));
        village.database.ledger().commit(tx -> book.forget(tx, Village.at("2026-12-01T00:00")));

        assertEquals(0, rows("SELECT count(*) FROM quote"));
        assertEquals(0, rows("SELECT count(*) FROM quote_consent"));
        assertEquals(List.of(), shown());
    }

    @Test
    void no_word_stands_open_in_any_file_and_without_the_persons_key_nothing_is_read() throws Exception {
        october();
        release(saying("xe máy hỏng"));
        release(saying("bến đò cũ"));
        assertEquals(2, shown().size());

        for (var canary : List.of("xe máy hỏng", "bến đò cũ", "trụ sở mới")) {
            assertEquals(List.of(), filesWith(canary));
        }
        village.database.ledger().commit(tx -> tx.run("UPDATE person SET key = randomblob(length(key))"));
        assertEquals(List.of(), shown());
    }

    private List<String> filesWith(String canary) throws Exception {
        var bytes = new String(canary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(bytes)) {
                    found.add(canary + " in " + file.getFileName());
                }
            }
        }
        return found;
    }

    @Test
    void a_leave_is_for_the_sentence_that_was_shown_and_for_no_other() {
        speakers.speak(1, OCTOBER.with(2, "câu đầu tiên đã cho đăng"));
        speakers.silently(1, OCTOBER.with(2, "câu sau thì không cho đăng"));
        var person = village.database.read(tx -> new SqlPeople(vault).find(tx, speakers.pid(1)))
                .orElseThrow();
        var consent = new Consent("1", "quotes", "hash", OCTOBER.when(), "test");

        assertThrows(DatabaseException.class, () -> village.database.ledger()
                .commit(tx -> {
                    new SqlQuoteConsents(vault).give(tx, person, "câu đầu tiên đã cho đăng", consent,
                            new byte[]{1});
                    return true;
                }));
        assertEquals(1, rows("SELECT count(*) FROM quote_consent"));
    }
}
