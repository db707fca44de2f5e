package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

class PlainTest {
    private static final Phrasebook PHRASES = Phrasebook
            .open(List.of(Language.VIETNAMESE, Language.ENGLISH));

    /// What is left out at the first letter must be no label that the typed words name.
    @ParameterizedTest
    @EnumSource(Normalizer.Form.class)
    void whoever_types_a_phrase_in_any_way_may_mean_it(Normalizer.Form form) {
        for (var language : PHRASES.languages()) {
            for (var key : PHRASES.keys(language)) {
                var label = PHRASES.raw(language, key);
                var typed = Normalizer.normalize(label, form);
                for (var way : List.of(typed, typed.toUpperCase(Locale.ROOT), Folding.fold(typed))) {
                    assertTrue(Plain.of(way).mayBe(label), () -> key + ": " + way);
                }
            }
        }
    }

    @Test
    void other_first_letters_are_other_words() {
        assertFalse(Plain.of("gửi").mayBe("🙁 không hài lòng"));
        assertTrue(Plain.of("khong").mayBe("🙁 không hài lòng"));
        assertTrue(Plain.of("🙁").mayBe("🙁"));
        assertTrue(Plain.of("đồng ý").mayBe("Đồng ý, góp ý"));
    }
}
