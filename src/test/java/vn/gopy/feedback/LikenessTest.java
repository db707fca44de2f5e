package vn.gopy.feedback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Vault;

/// What marks of texts tell, and what they do not.
class LikenessTest {
    private static final String TEXT = "Từ ngày sáp nhập, tôi phải đi hơn hai mươi cây số mới nộp được hồ sơ.";

    @TempDir
    private Path folder;

    private Likeness likeness(String house) {
        return new Likeness(new Vault(Keys.in(folder.resolve(house))));
    }

    private static int shared(byte[] one, byte[] other) {
        int shared = 0;
        for (int pick = 1; pick < Likeness.BYTES; pick++) {
            shared += one[pick] == other[pick] ? 1 : 0;
        }
        return shared;
    }

    @Test
    void marks_punctuation_spaces_and_look_alike_letters_make_no_difference() {
        var likeness = likeness("house");
        var mark = likeness.of(TEXT).orElseThrow();

        for (var same : List.of(Normalizer.normalize(TEXT, Normalizer.Form.NFD),
                TEXT.toUpperCase(Locale.ROOT),
                "Tu ngay sap nhap toi phai di hon hai muoi cay so moi nop duoc ho so",
                "  T.ừ ngày s-á-p nhập!!! tôi phải đi… hơn hai mươi cây số mới nộp được hồ sơ 😡😡",
                TEXT.replace('o', 'о').replace("a", "а"))) {
            assertArrayEquals(mark, likeness.of(same).orElseThrow(), same);
        }
    }

    @Test
    void a_small_edit_leaves_eight_of_ten_picks_and_another_text_few() {
        var likeness = likeness("house");
        var mark = likeness.of(TEXT).orElseThrow();

        assertTrue(shared(mark, likeness.of(TEXT + " Mệt quá.").orElseThrow()) >= 45);
        assertTrue(shared(mark, likeness.of("Đường vào xóm tôi tối om, xin thêm vài bóng đèn.")
                .orElseThrow()) <= 12);
    }

    @Test
    void the_share_of_equal_picks_is_the_jaccard_likeness() {
        var likeness = likeness("house");
        var random = new Random(7);
        double error = 0;
        int texts = 400;
        for (int i = 0; i < texts; i++) {
            var common = letters(random, 40 + random.nextInt(80));
            int apart = random.nextInt(40);
            var one = common + letters(random, apart);
            var other = common + letters(random, apart);
            error += shared(likeness.of(one).orElseThrow(), likeness.of(other).orElseThrow()) / 64.0
                    - jaccard(one, other);
        }

        assertEquals(0, error / texts, 0.01);
    }

    private static String letters(Random random, int many) {
        var letters = new StringBuilder();
        for (int i = 0; i < many; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private static double jaccard(String one, String other) {
        var in = shingles(one);
        var either = new ArrayList<>(in);
        var both = 0;
        for (var shingle : shingles(other)) {
            if (in.contains(shingle)) {
                both++;
            } else {
                either.add(shingle);
            }
        }
        return (double) both / either.size();
    }

    private static List<String> shingles(String text) {
        var shingles = new ArrayList<String>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            if (!shingles.contains(text.substring(i, i + 3))) {
                shingles.add(text.substring(i, i + 3));
            }
        }
        return shingles;
    }

    @Test
    void who_does_not_hold_the_key_learns_nothing_of_a_text() {
        var mark = likeness("house").of(TEXT).orElseThrow();
        var guessed = likeness("another house").of(TEXT).orElseThrow();

        assertTrue(shared(mark, guessed) <= 5, "the right guess looks like any other text");
        assertFalse(new Likeness(new Vault(Keys.in(folder.resolve("house")))).of(TEXT).isEmpty());
    }

    @Test
    void a_text_of_next_to_nothing_has_no_mark_and_a_short_one_says_so() {
        var likeness = likeness("house");

        assertEquals(Optional.empty(), likeness.of("👍👍👍 …"));
        assertEquals(Optional.empty(), likeness.of("ok"));
        assertEquals(1, likeness.of("đường xấu quá").orElseThrow()[0]);
        assertEquals(0, likeness.of(TEXT).orElseThrow()[0]);
        assertEquals(Likeness.BYTES, likeness.of(TEXT).orElseThrow().length);
    }

    /// Prints the processor time that a mark costs on the way of a turn.
    @Test
    void a_mark_costs_few_microseconds() throws IOException {
        var likeness = likeness("house");
        var texts = Files.readAllLines(Path.of("config/training/opinions/01.tsv")).stream().skip(1)
                .map(line -> line.split("\t", -1)[1]).toList();
        var threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        int kept = 0;
        for (int round = 0; round < 60; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (var text : texts) {
                kept += likeness.of(text).map(mark -> (int) mark[1]).orElse(0);
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1000.0 / texts.size());
        }

        System.out.printf("mark of a text: %.2f µs at best (%d texts, check %d)%n", best, texts.size(), kept);
        assertTrue(best < 10, best + " µs");
    }
}
