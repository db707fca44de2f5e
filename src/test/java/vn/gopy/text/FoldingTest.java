package vn.gopy.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void every_way_of_typing_a_word_folds_to_the_same() {
        for (var typed : new String[]{"Hòa Lạc", "Hoà Lạc", "HOÀ LẠC", "hoa lac", "Ho\u00E0 La\u0323c",
                "Ｈoa Ｌac", "ho\u200Ba l\u202Eac", "hоа lас",
                Normalizer.normalize("Hoà Lạc", Normalizer.Form.NFD)}) {
            assertEquals("hoa lac", Folding.fold(typed), typed);
        }
    }

    @Test
    void punctuation_digits_and_emoji_stay() {
        assertEquals("duong 5km, xa qua!?... 😡", Folding.fold("Đường 5km, xa quá!?… 😡"));
    }

    @Test
    void folding_twice_changes_nothing_whatever_the_character() {
        for (int c = 0; c <= 0x1FFFF; c++) {
            var once = Folding.fold(Character.toString(c));
            assertEquals(once, Folding.fold(once), "U+" + Integer.toHexString(c));
        }
    }

    @Test
    void offsets_lead_back_to_the_original() {
        var original = "\u200BCa\u0301i xã… Ｌê Lợi 😡 x";
        var folded = Folded.of(original);
        int at = folded.toString().indexOf("le loi");

        assertEquals("Ｌê Lợi", original.substring(folded.originalStart(at), folded.originalEnd(at + 6)));
        assertEquals("Ca\u0301i", original.substring(folded.originalStart(0), folded.originalEnd(3)));
    }

    @Test
    void the_two_ways_of_folding_agree_on_random_text() {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                text.append((char) random.nextInt(0x10000));
            }
            assertEquals(Folded.of(text.toString()).toString(), Folding.fold(text.toString()));
        }
    }

    @Test
    void short_forms_and_left_over_keys_become_syllables() {
        assertEquals("khong biet di dau vay", Typing.plain("k bit di dau v"));
        assertEquals("dong trieu", Typing.plain("ddoong trieeuf"));
        assertEquals("duoc", Typing.plain("dduwowcj"));
        assertEquals("viet nam", Typing.plain("vie65t nam"));
        assertEquals("xa qua", Typing.plain("xaaaa quaaa"));
        assertEquals("nhu the nao", Typing.plain("ntn"));
    }
}
