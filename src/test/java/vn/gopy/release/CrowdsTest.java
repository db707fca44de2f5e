package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.Likeness;
import vn.gopy.feedback.Voice;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// Who is counted among those that sent the same words, or came in a burst; and who is not.
class CrowdsTest {
    private static final Period OCTOBER = Period.parse("2026-10").orElseThrow();
    private static final Instant FIRST = Village.at("2026-10-01T00:00");
    private static final Rule RULE = Village.SETTINGS.rule();
    private static final String AGAINST = "Đề nghị giữ lại tên xã cũ, bà con chúng tôi không đồng tình với tên mới.";
    private static final String FOR = "Chúng tôi ủng hộ tên mới của xã, đề nghị tỉnh giữ nguyên như hiện nay.";

    @TempDir
    private Path folder;
    private Likeness likeness;
    private final Random chance = new Random(20261126);
    private Crowds crowds = new Crowds(RULE, OCTOBER, Village.ZONE);
    private int persons;

    @BeforeEach
    void key() {
        likeness = new Likeness(new Vault(Keys.in(folder.resolve("keys"))));
    }

    /// Somebody new says something.
    private void say(String text, Instant at, int mood) {
        crowds.hear(
                new Voice(Pseudonym.of(Village.pid(persons++)), at, Mood.of(mood), List.of(Topic.TEN_GOI),
                        new Feedback.Place.Unclear(), false,
                        new Voice.Guess(Optional.empty(), Optional.empty())),
                likeness.of(text));
    }

    private Instant anyTime() {
        return FIRST.plusSeconds(chance.nextInt(31 * 24 * 3600));
    }

    private int alike() {
        return crowds.counts().getOrDefault(new Item.WordsOf(Item.Words.ALIKE), 0);
    }

    private int burst() {
        return crowds.counts().getOrDefault(new Item.InBurst(), 0);
    }

    /// Opinions that people wrote, each once, in no order.
    private List<String> ordinary(int many) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.list(Path.of("config/training/opinions"))) {
            for (var file : files.filter(one -> one.toString().matches(".*[0-9]+\\.tsv")).sorted().toList()) {
                var lines = Files.readAllLines(file);
                int column = List.of(lines.getFirst().split("\t", -1)).indexOf("text");
                lines.stream().skip(1).map(line -> line.split("\t", -1)[column]).forEach(texts::add);
            }
        }
        var different = new ArrayList<>(texts.stream().distinct().toList());
        Collections.shuffle(different, chance);
        assertTrue(different.size() >= many, "only " + different.size());
        return different.subList(0, many);
    }

    @Test
    void five_hundred_identical_messages_within_a_minute_are_flagged_among_two_thousand_others()
            throws IOException {
        for (var text : ordinary(2_000)) {
            say(text, anyTime(), 3);
        }
        for (int i = 0; i < 500; i++) {
            say(AGAINST, FIRST.plus(Duration.ofHours(200)).plusMillis(i * 120L), 1);
        }

        assertTrue(alike() >= 500 && alike() <= 520, "alike " + alike());
        assertTrue(burst() >= 500 && burst() <= 520, "in a burst " + burst());
    }

    @Test
    void short_words_are_flagged_in_a_burst_and_not_when_many_say_them_in_a_month() {
        for (int i = 0; i < 300; i++) {
            say("Đường xấu quá", anyTime(), 2);
        }
        assertEquals(0, alike());

        for (int i = 0; i < 500; i++) {
            say("Không tán thành!", FIRST.plus(Duration.ofHours(200)).plusMillis(i * 120L), 1);
        }
        assertEquals(500, alike());
    }

    @Test
    void of_ten_thousand_ordinary_opinions_less_than_one_in_a_hundred_is_flagged() throws IOException {
        for (var text : ordinary(10_000)) {
            say(text, anyTime(), 3);
        }

        System.out.printf("falsely flagged of 10,000 ordinary opinions: %d alike, %d in a burst%n", alike(),
                burst());
        assertTrue(alike() < 100, "alike " + alike());
        assertTrue(burst() < 100, "in a burst " + burst());
    }

    @Test
    void two_hundred_copies_for_and_two_hundred_against_get_the_same() {
        for (int i = 0; i < 200; i++) {
            say(FOR, anyTime(), 5);
            say(AGAINST, anyTime(), 1);
        }
        for (int i = 0; i < 100; i++) {
            say("", anyTime(), 3);
        }
        var counts = crowds.counts();

        assertEquals(400, counts.get(new Item.WordsOf(Item.Words.ALIKE)));
        assertEquals(100, counts.get(new Item.WordsOf(Item.Words.OWN)));
        assertEquals(200, counts.get(new Item.WordsMood(Item.Words.ALIKE, Mood.Group.SATISFIED)));
        assertEquals(200, counts.get(new Item.WordsMood(Item.Words.ALIKE, Mood.Group.DISSATISFIED)));
        assertEquals(100, counts.get(new Item.WordsMood(Item.Words.OWN, Mood.Group.NEUTRAL)));
    }

    @Test
    void small_edits_of_each_copy_do_not_hide_it() {
        var words = List.of("ạ", "nhé", "mong tỉnh xem xét", "cảm ơn", "!!!", "🙏", "số 1", "xin cảm ơn ạ");
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder(AGAINST);
            switch (i % 4) {
                case 0 -> text.append(' ').append(words.get(chance.nextInt(words.size())));
                case 1 -> text.insert(0, words.get(chance.nextInt(words.size())) + " ");
                case 2 -> text.setCharAt(10 + chance.nextInt(40), (char) ('a' + chance.nextInt(26)));
                default -> text.deleteCharAt(chance.nextInt(text.length())).append(i);
            }
            say(text.toString(), anyTime(), 1);
        }

        System.out.printf("of 200 edited copies %d are found%n", alike());
        assertTrue(alike() >= 180, "alike " + alike());
    }

    @Test
    void nine_copies_or_many_of_one_person_are_no_crowd() {
        for (int i = 0; i < 9; i++) {
            say(FOR, anyTime(), 5);
        }
        for (int i = 0; i < 50; i++) {
            persons = 9;
            say(FOR, FIRST.plus(Duration.ofHours(i)), 5);
            persons = 10;
        }
        assertEquals(10, alike(), "the tenth person makes ten, however often they send");

        crowds = new Crowds(RULE, OCTOBER, Village.ZONE);
        for (int i = 0; i < 50; i++) {
            persons = 0;
            say(FOR, FIRST.plus(Duration.ofHours(i)), 5);
        }
        assertEquals(Map.of(new Item.InBurst(), 0), crowds.counts());
    }

    @Test
    void the_busy_hour_of_every_day_is_no_burst() {
        for (int day = 0; day < 31; day++) {
            for (int i = 0; i < 100; i++) {
                say("", FIRST.plus(Duration.ofHours(day * 24L + 20)).plusSeconds(chance.nextInt(3600)), 3);
            }
        }

        assertEquals(0, burst());
    }

    @Test
    void groups_of_two_hundred_thousand_marks_are_found_in_seconds_however_alike_they_are() {
        var same = likeness.of(FOR).orElseThrow();
        var marks = new ArrayList<byte[]>();
        for (int i = 0; i < 100_000; i++) {
            var other = new byte[Likeness.BYTES];
            chance.nextBytes(other);
            marks.add(other);
            marks.add(same);
        }
        long start = System.nanoTime();
        var groups = LikeGroups.of(marks);
        var took = Duration.ofNanos(System.nanoTime() - start);

        System.out.printf("200,000 marks, half of them the same: %d ms%n", took.toMillis());
        assertTrue(took.toSeconds() < 10, took::toString);
        for (int i = 1; i < groups.length; i += 2) {
            assertEquals(groups[1], groups[i]);
            assertFalse(groups[i - 1] == groups[1]);
        }
    }
}
