package vn.gopy.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Period;
import vn.gopy.release.ReleaseDocument;
import vn.gopy.release.Releases;
import vn.gopy.release.Village;
import vn.gopy.topic.Topic;

/// Of what residents asked in vain, officials see groups of ten and more, and nobody's own words.
final class UnansweredTest {
    private static final String DAY = "2026-10-14T09:00";
    private static final String MONDAY = "2026-11-02T03:00";
    private static final String OCTOBER = "2026-10";
    @TempDir
    private Path folder;
    private Town town;

    @BeforeEach
    void open() {
        town = new Town(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void ask(int first, int persons, List<String> ways) {
        for (int i = 0; i < persons; i++) {
            town.asks(first + i, DAY, ways.get(i % ways.size()));
        }
    }

    private static List<String> words(List<OpenQuestion> groups) {
        return groups.stream().map(OpenQuestion::words).toList();
    }

    @Test
    void nine_who_ask_the_same_show_nothing_and_ten_are_a_group() {
        ask(0, 9, Crowd.POWER);
        ask(100, 10, Crowd.ALIKE);

        var groups = town.published(MONDAY, OCTOBER);

        assertEquals(1, groups.size(), groups::toString);
        assertEquals(10, groups.getFirst().persons());
        assertTrue(groups.getFirst().words().contains("cau treo"), groups::toString);
    }

    @Test
    void whatever_way_they_ask_like_questions_are_one_group_and_others_are_another() {
        ask(0, 12, Crowd.POWER);
        ask(100, 12, Crowd.BRIDGE);
        ask(200, 24, Crowd.FERRY);

        var groups = town.published(MONDAY, OCTOBER);

        assertEquals(List.of(25, 10, 10), groups.stream().map(OpenQuestion::persons).toList());
        assertTrue(groups.getFirst().words().contains("phà"), groups::toString);
        groups.forEach(group -> assertTrue(group.words().split(" ", -1).length <= 6, group::words));
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        var asked = new ArrayList<Asked>();
        var all = new ArrayList<>(Crowd.POWER);
        all.addAll(Crowd.BRIDGE);
        all.addAll(Crowd.FERRY);
        all.forEach(text -> asked.add(new Asked(
                town.vault.pseudonym("test", Integer.toString(asked.size())), text)));
        var first = Group.of(asked, Town.INSIGHT.likeness()).stream().map(UnansweredTest::texts).toList();

        for (int turn = 0; turn < 5; turn++) {
            Collections.shuffle(asked, new Random(turn));
            assertEquals(first, Group.of(asked, Town.INSIGHT.likeness()).stream()
                    .map(UnansweredTest::texts).toList());
        }
    }

    private static List<String> texts(Group group) {
        return group.questions().stream().map(Asked::text).sorted().toList();
    }

    @Test
    void somebody_who_asks_ten_times_counts_once() {
        for (var way : Crowd.BRIDGE) {
            town.asks(1, DAY, way);
        }
        ask(100, 8, Crowd.BRIDGE);

        assertEquals(List.of(), town.published(MONDAY, OCTOBER));
    }

    @Test
    void the_same_question_is_kept_once_as_it_was_asked_last_and_at_most_twenty() {
        var person = town.asks(1, DAY, "Cầu treo bao giờ sửa?");
        town.asks(1, "2026-11-03T09:00", "cầu  treo bao giờ sửa? ");

        assertEquals(List.of("cầu  treo bao giờ sửa? "),
                town.kept(person).stream().map(Noted::text).toList());
        assertEquals(Village.at("2026-11-03T09:00"), town.kept(person).getFirst().askedAt());
        for (int i = 10; i < 40; i++) {
            town.asks(1, "2026-11-04T09:" + i, "câu số " + i);
        }
        assertEquals(SqlQuestions.MOST, town.kept(person).size());
        assertEquals("câu số 39", town.kept(person).getFirst().text());
        assertEquals("câu số 20", town.kept(person).getLast().text());
    }

    @Test
    void who_is_erased_before_the_release_is_not_counted_and_after_it_nothing_changes() {
        ask(0, 10, Crowd.BRIDGE);
        ask(100, 10, Crowd.POWER);
        town.erases(town.asks(0, DAY, "câu khác hẳn"));

        var groups = town.published(MONDAY, OCTOBER);
        town.erases(town.asks(100, DAY, "câu khác hẳn"));

        assertEquals(1, groups.size());
        assertTrue(groups.getFirst().words().contains("dien"), groups::toString);
        assertEquals(groups,
                Releases.open(town.village.database).latest().orElseThrow().unanswered());
    }

    @Test
    void words_that_fewer_than_ten_typed_never_appear() {
        for (int i = 0; i < 9; i++) {
            town.asks(i, DAY, "bao giờ làm lại cầu treo thôn Khe Càn «tên» ông Bốn");
        }
        for (int i = 9; i < 14; i++) {
            town.asks(i, DAY, "bao giờ làm lại cầu treo «tên» ạ");
        }

        var words = words(town.published(MONDAY, OCTOBER)).getFirst();

        for (var own : List.of("khe", "càn", "thôn", "ông", "bốn", "tên", "«")) {
            assertFalse((" " + words + " ").contains(" " + own + " "), words);
        }
        assertTrue(words.contains("cầu treo"), words);
    }

    @Test
    void a_word_is_shown_as_most_spell_it_and_bare_where_marks_are_few_or_disagree() {
        for (int i = 0; i < 9; i++) {
            town.asks(i, DAY, i < 4 ? "cầu bãi hàng mở lại" : "cầu bại hang mo lai");
        }
        town.asks(9, DAY, "cầu bai hang mo lai");

        assertEquals(List.of("cầu bai hang mo lai"), words(town.published(MONDAY, OCTOBER)));
    }

    @Test
    void a_spelling_that_nine_typed_is_not_shown() {
        for (int i = 0; i < 10; i++) {
            town.asks(i, DAY, i < 9 ? "cầu bãi hàng mở lại" : "cau bai hang mo lai");
        }

        assertEquals(List.of("cau bai hang mo lai"), words(town.published(MONDAY, OCTOBER)));
    }

    @Test
    void a_sign_that_folds_into_several_words_is_none_and_blocks_no_release() {
        for (int i = 0; i < 10; i++) {
            town.asks(i, DAY, "cầu treo bao giờ làm lại \uFDFA \uFDFA\uFDFA ½");
        }

        var words = words(town.published(MONDAY, OCTOBER));

        assertEquals(1, words.size());
        assertTrue(words.getFirst().matches("[\\p{L} ]+"), words::toString);
    }

    @Test
    void toxic_words_are_not_shown() {
        ask(0, 10, List.of("bọn khốn nạn chó chết chúng mày cút"));
        ask(100, 10, Crowd.POWER);

        var groups = town.published(MONDAY, OCTOBER);

        assertEquals(1, groups.size(), groups::toString);
        assertTrue(groups.getFirst().words().contains("dien"), groups::toString);
    }

    @Test
    void a_question_that_cannot_be_read_is_left_out_and_blocks_no_release() {
        ask(0, 11, Crowd.POWER);
        town.village.database.ledger()
                .commit(tx -> tx
                        .run("UPDATE question SET text = x'00' WHERE id = (SELECT min(id) FROM question)"));

        assertEquals(1, town.published(MONDAY, OCTOBER).size());
    }

    @Test
    void a_fault_over_questions_blocks_no_release() {
        ask(0, 10, Crowd.POWER);
        var faulty = new Unanswered(town.village.database, town.vault, Village.SETTINGS,
                () -> new Insight(Town.INSIGHT.likeness(), Town.INSIGHT.topic(), _ -> {
                    throw new IllegalStateException("a fault of ours");
                }));

        assertEquals(List.of(), faulty.in(Period.parse(OCTOBER).orElseThrow()));
    }

    @Test
    void the_topic_is_told_when_it_was_guessed_for_ten() {
        ask(0, 12,
                List.of("bao giờ sửa đường vào xã bị hỏng nặng, ổ gà", "đường vào xã hỏng nặng bao giờ sửa"));

        assertEquals(Optional.of(Topic.HA_TANG), town.published(MONDAY, OCTOBER).getFirst().topic());
    }

    @Test
    void each_month_lists_its_own_questions_and_weeks_quarters_and_years_list_none() {
        ask(0, 10, Crowd.ALIKE);
        town.village.publish("2026-10-19T03:00");
        town.village.publish(MONDAY);
        for (int i = 0; i < 5; i++) {
            town.asks(200 + i, "2026-11-04T09:00", Crowd.BRIDGE.get(i));
        }
        town.village.publish("2027-01-04T03:00");

        assertEquals(List.of(OCTOBER), town.village.releases.list().stream()
                .flatMap(release -> release.unanswered().stream()).map(group -> group.period().code())
                .toList());
    }

    @Test
    void a_house_in_which_people_only_asked_publishes_too_and_the_hash_holds_the_groups() {
        ask(0, 12, Crowd.BRIDGE);
        var release = town.village.publish(MONDAY).orElseThrow();

        var document = new String(ReleaseDocument.of(release, town.village.releases.sheets(release)),
                StandardCharsets.UTF_8);
        assertTrue(document.contains("\"unanswered\":[[\"2026-10\",\"" + release.unanswered().getFirst()
                .words() + "\""), document.substring(document.length() - 200));
        town.village.database.ledger()
                .commit(tx -> tx.run("UPDATE release_question SET persons = 35 WHERE place = 0"));
        assertTrue(Releases.open(town.village.database).list().isEmpty());
    }

    @Test
    void thousands_of_questions_are_grouped_while_a_release_waits() {
        var chance = new Random(7);
        var words = String.join(" ", Crowd.BRIDGE).split(" ", -1);
        var asked = new ArrayList<Asked>();
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            for (int word = 0; word < 8; word++) {
                text.append(words[chance.nextInt(words.length)]).append(' ');
            }
            asked.add(new Asked(town.vault.pseudonym("test", "x" + i), text.toString()));
        }
        long begun = System.nanoTime();

        var groups = Group.of(asked, Town.INSIGHT.likeness());

        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf("5000 questions, no two alike: %d groups in %d ms%n", groups.size(), millis);
        assertEquals(Group.MOST_TEXTS, groups.stream().mapToInt(group -> group.questions().size()).sum());
        assertTrue(millis < 60_000, millis + " ms");
    }
}
