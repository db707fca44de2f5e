package vn.gopy.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.SettableClock;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Document;
import vn.gopy.policy.Finding;
import vn.gopy.policy.Library;
import vn.gopy.policy.Likeness;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.PolicyLibrary;
import vn.gopy.release.Village;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;

/// When an editor has found a source, those who asked and wished so are told, once and by day.
final class SecondLookTest {
    private static final String ASKED = "con mèo trèo cây cau bao giờ xuống?";
    private static final PolicyLibrary KNOWING = PolicyLibrary.open(new PolicyFiles(Cat.folder()).read(),
            Gazetteer.open("quang-ninh"), Town.PHRASES, Village.ZONE);

    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");
    private final Editors library = new Editors();
    private final List<Parcel.Letter> sent = new ArrayList<>();
    private Town town;
    private Outbox outbox;
    private ClaimBook book;
    private int waiting;

    /// A library into which editors put another one.
    private static final class Editors implements Library {
        private volatile Library now = Town.LIBRARY;

        @Override
        public Finding find(String question, Language language, Optional<String> context, Instant at) {
            if (question.equals("bom")) {
                throw new IllegalStateException("a fault of ours");
            }
            return now.find(question, language, context, at);
        }

        @Override
        public Optional<Claim> claim(String id, Instant at) {
            return now.claim(id, at);
        }

        @Override
        public Optional<Document> document(String number, Instant now) {
            return Optional.empty();
        }

        @Override
        public List<Claim> card(UnitId unit, Instant at) {
            return now.card(unit, at);
        }

        @Override
        public List<Document> documents() {
            return now.documents();
        }

        @Override
        public List<Claim> citing(String document, Instant at) {
            return now.citing(document, at);
        }

        @Override
        public Likeness likeness() {
            return now.likeness();
        }

        @Override
        public String version() {
            return now.version();
        }
    }

    @BeforeEach
    void open() {
        town = new Town(folder);
        outbox = Outbox.open(town.village.database, town.vault);
        book = new ClaimBook(town.village.database, folder.resolve("claims"), Village.ZONE);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private SecondLook begin(Consumer<List<Parcel.Letter>> postman) {
        return new SecondLook(new SecondLook.Parts(town.village.database, town.vault, outbox, library,
                Town.PHRASES,
                new Daytime(LocalTime.of(7, 0), LocalTime.of(20, 30), Village.ZONE, clock), book,
                () -> waiting, postman));
    }

    private SecondLook begin() {
        return begin(sent::addAll);
    }

    private Person asks(int number, String text, Language language, boolean wishesToHear) {
        return town.asks(number,
                new Noted(clock.instant(), text, language, wishesToHear, Town.LIBRARY.version()));
    }

    private List<String> said() {
        return sent.stream().map(letter -> letter.reply().text()).toList();
    }

    @Test
    void who_wished_to_hear_gets_the_answer_with_its_source_once_and_the_question_goes() {
        var hoa = asks(1, ASKED, Language.VIETNAMESE, true);
        var an = asks(2, ASKED, Language.VIETNAMESE, false);
        var binh = asks(3, "giá vàng hôm nay bao nhiêu?", Language.VIETNAMESE, true);
        var look = begin();
        look.look();
        assertEquals(List.of(), said());

        library.now = KNOWING;
        look.look();
        look.look();

        assertEquals(1, sent.size());
        var claim = KNOWING.claim("tin-gia.meo", clock.instant()).orElseThrow();
        assertEquals("Bạn từng hỏi: “" + ASKED + "”.\nNay tôi có nguồn:\n"
                + new Answers(Town.PHRASES, KNOWING).compose(List.of(claim), Language.VIETNAMESE),
                said().getFirst());
        assertEquals("test|p1", sent.getFirst().to().line());
        assertEquals(List.of(), town.kept(hoa));
        assertEquals(List.of(), town.kept(an));
        assertEquals(1, town.kept(binh).size());
    }

    @Test
    void a_restart_repeats_nothing_and_a_crash_after_the_commit_loses_nothing() {
        asks(1, ASKED, Language.VIETNAMESE, true);
        library.now = KNOWING;
        var crashing = begin(_ -> {
            throw new IllegalStateException("the power is cut");
        });
        assertThrows(IllegalStateException.class, crashing::look);

        begin().look();
        begin().look();

        assertEquals(List.of(), sent);
        assertEquals(1, outbox.waiting());
    }

    @Test
    void nobody_is_written_to_at_night_and_the_rest_is_told_in_the_morning() {
        asks(1, ASKED, Language.VIETNAMESE, true);
        library.now = KNOWING;
        var look = begin();
        clock.pass(Duration.ofMinutes(10 * 60 + 30)); // 20:30 in Quảng Ninh

        look.look();
        clock.pass(Duration.ofMinutes(10 * 60 + 30 - 1)); // 06:59
        look.look();
        assertEquals(List.of(), sent);

        clock.pass(Duration.ofMinutes(1));
        look.look();
        assertEquals(1, sent.size());
    }

    @Test
    void what_was_masked_does_not_hide_what_they_asked() {
        asks(1, "«tên» «số điện thoại» " + ASKED, Language.VIETNAMESE, true);
        library.now = KNOWING;

        begin().look();

        assertEquals(1, sent.size());
    }

    @Test
    void one_question_that_cannot_be_opened_or_looked_up_keeps_no_other_back() {
        asks(1, ASKED, Language.VIETNAMESE, true);
        asks(2, "bom", Language.VIETNAMESE, true);
        asks(3, ASKED, Language.VIETNAMESE, true);
        town.village.database.ledger()
                .commit(tx -> tx
                        .run("UPDATE question SET text = x'00' WHERE id = (SELECT min(id) FROM question)"));
        library.now = KNOWING;

        begin().look();

        assertEquals(List.of("test|p3"), sent.stream().map(letter -> letter.to().line()).toList());
    }

    @Test
    void the_version_that_had_no_source_is_asked_again_on_the_next_day_and_each_day_after() {
        library.now = KNOWING;
        town.asks(1, new Noted(clock.instant(), ASKED, Language.VIETNAMESE, true, KNOWING.version()));
        var look = begin();

        look.look();
        begin().look();
        assertEquals(List.of(), sent);
        clock.pass(Duration.ofDays(1));
        look.look();
        assertEquals(1, sent.size());
        town.asks(2, new Noted(clock.instant(), ASKED, Language.VIETNAMESE, true, KNOWING.version()));
        look.look();
        assertEquals(1, sent.size());
        clock.pass(Duration.ofDays(1));
        look.look();
        assertEquals(2, sent.size());
    }

    @Test
    void who_asked_in_english_is_told_in_english() {
        asks(1, "when does the cat come down from the palm", Language.ENGLISH, true);
        library.now = KNOWING;

        begin().look();

        assertTrue(said().getFirst().startsWith("You once asked: “when does the cat come down"),
                said().getFirst());
        assertTrue(said().getFirst().contains("The cat comes down from the palm at dusk."));
    }

    @Test
    void hundreds_are_told_and_who_was_erased_or_blocked_the_bot_is_not() {
        for (int i = 0; i < 250; i++) {
            asks(i, ASKED, Language.VIETNAMESE, true);
        }
        town.erases(asks(7, ASKED, Language.VIETNAMESE, true));
        var blocked = asks(8, ASKED, Language.VIETNAMESE, true);
        town.village.database.ledger().commit(tx -> {
            town.people.unreachable(tx, blocked.pid());
            return true;
        });
        library.now = KNOWING;

        var look = begin();

        look.look();
        assertEquals(100, outbox.waiting());
        look.look();
        look.look();

        assertEquals(248, sent.stream().map(letter -> letter.to().line()).distinct().count());
        assertEquals(248, outbox.waiting());
        assertEquals(List.of(), town.kept(blocked));
    }

    @Test
    void nobody_is_told_while_twenty_letters_wait_to_be_carried() {
        asks(1, ASKED, Language.VIETNAMESE, true);
        library.now = KNOWING;
        waiting = 20;
        var look = begin();
        look.look();
        assertEquals(List.of(), sent);

        waiting = 19;
        look.look();
        assertEquals(1, sent.size());
    }

    @Test
    void a_claim_written_for_a_group_answers_its_questions_that_name_it_first_and_no_others() {
        var near = "mèo trên cây";
        assertTrue(KNOWING.find(near, Language.VIETNAMESE, Optional.empty(), clock.instant())
                .claims().getFirst().id().equals("tin-gia.meo"));
        assertFalse(KNOWING.find(near, Language.VIETNAMESE, Optional.empty(), clock.instant()).sure());
        asks(1, near, Language.VIETNAMESE, true);
        library.now = KNOWING;
        begin().look();
        assertEquals(List.of(), sent, "alone it is not sure enough");

        published("chuột đi chợ đường xa");
        begin().look();
        assertEquals(List.of(), sent, "it is of another group");
        published("mèo trèo cây cau");
        begin().look();

        assertEquals(1, sent.size());
        assertTrue(said().getFirst().startsWith("Bạn từng hỏi: “" + near
                + "”.\nĐây là câu trả lời có nguồn, gần nhất với câu hỏi đó:\nCon mèo trèo cây cau"),
                said().getFirst());
    }

    /// Two editors published the claim for a group with these words; what they published before is taken down.
    private void published(String words) {
        var claims = new SqlClaims();
        town.village.database.ledger().commit(tx -> {
            claims.all(tx).forEach(sheet -> claims.show(tx, sheet.id(), Optional.empty()));
            long id = claims.begin(tx, Optional.of(new ClaimSheet.Group("2026-10", words)));
            claims.draft(tx, id, Map.of("id", List.of("tin-gia.meo")),
                    new ClaimVersion.Deal(1, clock.instant()));
            var draft = claims.find(tx, id).flatMap(ClaimSheet::draft).orElseThrow();
            claims.publish(tx, id, draft.id(), new ClaimVersion.Deal(2, clock.instant()));
            return id;
        });
        clock.pass(Duration.ofDays(1)); // a version is asked no sooner than on the next day
    }
}
