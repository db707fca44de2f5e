package vn.gopy.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;

/// Every old and new unit and every older name, typed in many ways.
final class UnitFinderTypingTest {
    private static final Gazetteer QUANG_NINH = Gazetteer.open("quang-ninh");
    private static final UnitFinder FINDER = UnitFinder.of(QUANG_NINH);

    @Test
    void every_name_is_found_however_it_is_typed_and_with_one_slip() {
        assertEquals(251, QUANG_NINH.newUnits().size() + QUANG_NINH.oldUnits().size()
                + QUANG_NINH.olderNames().size());
        var scores = NameTrial.scores(QUANG_NINH);
        NameTrial.print(scores, System.out);

        for (var score : scores) {
            assertTrue(score.share() >= 0.99, score.toString());
            assertEquals(List.of(), score.wrong());
        }
    }

    @Test
    void districts_are_found_by_name_kind_and_letters() {
        for (var district : QUANG_NINH.districts()) {
            var id = "district:" + district.slug();
            for (var typed : List.of(district.title(), Folding.fold(district.title()),
                    "tp " + district.name(),
                    "huyện " + district.name(), "tx. " + Folding.fold(district.name()),
                    district.title().toUpperCase(Locale.ROOT))) {
                assertEquals(id, NameTrial.ids(FINDER.find(typed).getFirst()).getFirst(), typed);
            }
            for (var typed : List.of(district.name(), Folding.fold(district.name()))) {
                assertTrue(FINDER.find(typed).stream().anyMatch(found -> NameTrial.ids(found).contains(id)),
                        typed);
            }
        }
    }
}
