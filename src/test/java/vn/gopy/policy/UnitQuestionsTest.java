package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;

/// Questions about every unit, as typed in several ways.
class UnitQuestionsTest {
    private static final List<UnaryOperator<String>> TYPED = List.of(text -> text, Folding::fold,
            text -> text.toUpperCase(Locale.ROOT));

    private static List<String> found(String question) {
        return Shipped.LIBRARY.find(question, Language.VIETNAMESE, Optional.empty(), Shipped.NOW).claims()
                .stream()
                .map(Claim::id)
                .limit(3).toList();
    }

    @Test
    void every_old_unit_is_told_what_it_became() {
        for (var typed : TYPED) {
            for (var unit : Shipped.GAZETTEER.oldUnits()) {
                var question = typed.apply(unit.title() + " cũ giờ thuộc đâu");
                assertTrue(found(question).contains("place.new-of." + unit.id().code()),
                        () -> question + " → " + found(question));
            }
        }
    }

    @Test
    void every_new_unit_is_told_with_all_that_is_known_of_it() {
        for (var typed : TYPED) {
            for (var unit : Shipped.GAZETTEER.newUnits()) {
                var code = unit.id().code();
                Stream.of(List.of("formed-from", " mới gồm những xã phường nào"),
                        List.of("seat", ": trụ sở ủy ban ở đâu"),
                        List.of("centre", " có trung tâm hành chính công ở đâu"),
                        List.of("area", " rộng bao nhiêu km2"),
                        List.of("population", " có bao nhiêu dân"), List.of("code", " mã số là bao nhiêu"),
                        List.of("neighbours", " giáp những xã nào")).forEach(one -> {
                            var question = typed.apply(unit.title() + one.getLast());
                            assertEquals("place." + one.getFirst() + "." + code,
                                    found(question).stream().findFirst().orElse("nothing"), question);
                        });
            }
        }
    }

    @Test
    void every_older_name_is_known() {
        for (var older : Shipped.GAZETTEER.olderNames()) {
            var ids = found(older.title() + " " + older.district() + " ngày xưa giờ thuộc xã phường nào");
            assertTrue(ids.contains("place.older." + UnitClaims.slug(older))
                    || ids.contains("place.new-of." + older.became().id().code()),
                    () -> older.title() + " → " + ids);
        }
    }
}
