package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.feedback.Likeness;
import vn.gopy.release.Village.Said;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Vault;

/// What a release tells of crowds.
class CrowdReleaseTest {
    private static final String TEXT = "Đề nghị giữ lại tên xã cũ, bà con không đồng tình với tên mới.";

    @TempDir
    private Path folder;
    private Village village;
    private Likeness likeness;

    @BeforeEach
    void open() {
        village = new Village(folder);
        likeness = new Likeness(new Vault(Keys.in(folder.resolve("keys"))));
    }

    @AfterEach
    void close() {
        village.close();
    }

    /// One each ten minutes or more, so that nobody comes in a burst.
    private void apart(int first, int persons, String month, int mood) {
        for (int i = 0; i < persons; i++) {
            village.crowd(first + i, 1,
                    new Said("%s-%02dT%02d:%02d".formatted(month, 1 + i % 28, 8 + i / 28 % 12,
                            i % 6 * 10), mood, Topic.TEN_GOI, Village.HOANH_BO));
        }
    }

    private void together(int first, int persons) {
        village.database.ledger().commit(tx -> {
            for (int i = 0; i < persons; i++) {
                tx.run("UPDATE feedback SET likeness = ? WHERE pid = ?", likeness.of(TEXT).orElseThrow(),
                        Village.pid(first + i));
            }
            return persons;
        });
    }

    private static Item alike() {
        return new Item.WordsOf(Item.Words.ALIKE);
    }

    /// Three hundred and thirty persons, of whom some of each mood sent the same words.
    private Sheet september(int satisfied, int neutral, int dissatisfied) {
        apart(0, 120, "2026-09", 4);
        apart(200, 60, "2026-09", 3);
        apart(400, 150, "2026-09", 1);
        together(0, satisfied);
        together(200, neutral);
        together(400, dissatisfied);
        village.publish("2026-10-05T03:00");
        return village.province("2026-09");
    }

    @Test
    void a_crowd_is_told_beside_the_moods_with_and_without_it_and_changes_no_other_figure() {
        var sheet = september(20, 20, 100);
        var crowd = Crowd.in(sheet).orElseThrow();

        assertEquals(Optional.of(140), crowd.persons());
        assertEquals(330, Village.people(sheet));
        assertEquals(150, Village.mood(sheet, Mood.Group.DISSATISFIED));
        assertEquals(53, crowd.share(Item.Words.OWN, Mood.Group.SATISFIED).orElseThrow().percent());
        assertEquals(36, sheet.share(new Item.MoodOf(Mood.Group.SATISFIED)).orElseThrow().percent());
        assertFalse(village.province("2026-Q3").holds(alike()), "months alone");
        assertFalse(village.sheet(new Area("07030"), "2026-09").holds(alike()), "the province alone");
        assertTrue(Releases.open(village.database).latest().isPresent(), "it reads back by its hash");
    }

    @Test
    void the_chat_tells_of_a_crowd_in_a_line() {
        var sheet = september(20, 20, 100);
        var said = new Telling(new Summary(sheet, Optional.empty(), village.releases.latest().orElseThrow()),
                OptionalInt.empty(), Optional.empty(), false).in(
                        new FigureWords(Phrasebook.open(List.of(Language.VIETNAMESE)), Language.VIETNAMESE,
                                sheet.rule(), Village.ZONE),
                        Optional.empty());

        assertTrue(said.contains("Cùng một nội dung"), said);
        assertTrue(said.contains(
                ": Khoảng 140 người gửi câu gần giống hệt câu của ít nhất 9 người khác.\n"), said);
    }

    @Test
    void of_a_crowd_of_one_mind_the_number_is_told_and_no_mood() {
        var sheet = september(0, 0, 100);
        var crowd = Crowd.in(sheet).orElseThrow();

        assertEquals(Optional.of(100), crowd.persons());
        assertEquals(List.of(), crowd.told(Item.Words.OWN, Mood.Group.values()),
                "each of them would be told");
        assertEquals(150, Village.mood(sheet, Mood.Group.DISSATISFIED));
    }

    @Test
    void half_a_year_of_crowds_about_as_large_as_k_isolates_nobody() {
        var chance = new Random(14);
        int first = 0;
        for (int month = 1; month <= 6; month++) {
            for (int mood = 1; mood <= 5; mood += 2) {
                int persons = 30 + chance.nextInt(60);
                village.crowd(first, persons, new Said("2026-%02d-0%dT09:00".formatted(month, mood), mood,
                        Topic.TEN_GOI, Village.HOANH_BO));
                together(first, chance.nextInt(24));
                first += 100;
            }
        }
        village.publish("2026-07-06T03:00");

        var told = Stream.iterate(Period.parse("2026-01").orElseThrow(), Period::next).limit(6)
                .map(month -> Crowd.in(village.province(month.code())).orElseThrow()).toList();
        long numbers = told.stream().filter(crowd -> crowd.persons().isPresent()).count();
        long moods = told.stream().filter(crowd -> !crowd.told(Item.Words.OWN, Mood.Group.values()).isEmpty())
                .count();
        System.out.printf("6 months with small crowds: %d tell how many, %d of them with moods%n", numbers,
                moods);
        assertTrue(moods > 0 && moods < 6, "some can be told and some cannot");
        assertEquals(List.of(), new Reader(village, false).isolated());
    }

    @Test
    void the_auditor_objects_to_a_crowd_that_gives_away_the_few_others() {
        var period = Period.parse("2026-09").orElseThrow();
        var people = new Cell(Area.PROVINCE, new Item.People());
        var many = new Cell(Area.PROVINCE, alike());
        var few = new Cell(Area.PROVINCE, new Item.WordsOf(Item.Words.OWN));
        var planted = new Draft(period, Village.SETTINGS.rule(),
                List.of(new Tie.Sum(people, List.of(many, few))), Map.of(people, 100, many, 96, few, 4),
                Set.of(few));

        assertEquals(List.of("a hidden part stands alone in: province people all",
                "the hidden parts hold fewer than k persons in: province people all"),
                new RuleAuditor().objections(planted));
    }

    private static void september(Village place) {
        place.crowd(0, 70, new Said("2026-09-02T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
        place.crowd(100, 33, new Said("2026-09-03T09:00", 1, Topic.TEN_GOI, "new:06652"));
        place.crowd(200, 14, new Said("2026-09-04T09:00", 3, Topic.AN_NINH, "unclear"));
    }

    @Test
    void the_same_month_without_marks_shows_and_hides_the_same(@TempDir Path other) {
        september(village);
        together(100, 33);
        village.publish("2026-10-05T03:00");
        try (var plain = new Village(other)) {
            september(plain);
            plain.publish("2026-10-05T03:00");
            for (var area : List.of(Area.PROVINCE, new Area("07030"), new Area("06652"), Area.UNCLEAR)) {
                var with = new HashMap<>(village.sheet(area, "2026-09").counts());
                var without = new HashMap<>(plain.sheet(area, "2026-09").counts());
                with.keySet().removeIf(item -> item.table() == Table.CROWDS);
                without.keySet().removeIf(item -> item.table() == Table.CROWDS);
                assertEquals(without, with, area::code);
            }
        }
        assertTrue(Crowd.in(village.province("2026-09")).orElseThrow().isSeen());
    }

    @Test
    void where_the_number_would_tell_of_a_few_only_the_flag_is_left() {
        apart(0, 40, "2026-09", 4);
        together(0, 36);
        village.publish("2026-10-05T03:00");
        var crowd = Crowd.in(village.province("2026-09")).orElseThrow();

        assertTrue(crowd.isSeen());
        assertEquals(Optional.empty(), crowd.persons(), "four sent other words");
        assertEquals(List.of(), crowd.told(Item.Words.OWN, Mood.Group.values()));
        assertEquals(40, Village.people(village.province("2026-09")));
    }

    @Test
    void a_month_without_a_crowd_says_so_and_nine_are_none() {
        apart(0, 60, "2026-09", 4);
        together(0, 9);
        village.publish("2026-10-05T03:00");

        assertFalse(Crowd.in(village.province("2026-09")).orElseThrow().isSeen());
    }

    @Test
    void many_at_once_are_told_as_a_burst() {
        apart(0, 60, "2026-09", 4);
        village.crowd(500, 40, new Said("2026-09-15T14:02", 2, Topic.TEN_GOI, Village.HOANH_BO));
        village.publish("2026-10-05T03:00");

        assertEquals(40, Village.shown(village.province("2026-09"), new Item.InBurst()));
    }

    @Test
    void marks_are_kept_until_their_month_is_published_and_no_longer() {
        apart(0, 20, "2026-09", 4);
        apart(100, 20, "2026-10", 4);
        together(0, 20);
        together(100, 20);

        village.publish("2026-09-28T03:00");
        assertEquals(40, marks());
        village.publish("2026-10-05T03:00");
        assertEquals(20, marks());
        village.publish("2026-11-02T03:00");
        assertEquals(0, marks());
    }

    private long marks() {
        return village.database
                .read(tx -> tx.number("SELECT count(*) FROM feedback WHERE likeness IS NOT NULL"));
    }

    @Test
    void who_was_erased_before_the_month_closed_is_in_no_crowd() {
        apart(0, 100, "2026-09", 4);
        together(0, 12);
        for (int person = 0; person < 3; person++) {
            village.erase(person);
        }
        village.publish("2026-10-05T03:00");

        assertFalse(Crowd.in(village.province("2026-09")).orElseThrow().isSeen());
    }

    @Test
    void the_document_of_a_release_holds_no_words() {
        apart(0, 40, "2026-09", 4);
        together(0, 20);
        var release = village.publish("2026-10-05T03:00").orElseThrow();
        var document = new String(ReleaseDocument.of(release, village.releases.sheets(release)),
                StandardCharsets.UTF_8);

        assertTrue(document.contains("[\"2026-09\",\"province\",\"crowds\",\"alike\",20]"), document);
        assertFalse(document.contains("giữ lại"));
    }
}
