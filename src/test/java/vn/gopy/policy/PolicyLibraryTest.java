package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

class PolicyLibraryTest {
    private static List<String> answered(String question) {
        var finding = Shipped.LIBRARY.find(question, Language.VIETNAMESE, Optional.empty());
        return assertInstanceOf(Finding.Answer.class, finding, question).claims().stream().map(Claim::id)
                .toList();
    }

    @Test
    void an_old_commune_is_told_its_new_ward_with_the_clause() {
        var claim = Shipped.LIBRARY
                .claim(answered("xa le loi tp ha long cu bay h la phuong j v ad").getFirst());

        assertEquals("Xã Lê Lợi (thuộc thành phố Hạ Long cũ) nay thuộc phường Hoành Bồ.",
                claim.orElseThrow().text(Language.VIETNAMESE));
        assertEquals("44", claim.orElseThrow().sources().getFirst().clause());
    }

    @Test
    void a_split_commune_is_never_guessed() {
        var ids = answered("xa yen than nhập tiên yên hay điền xá v ạ");

        assertEquals(List.of("place.new-of.06880", "place.ask-hamlet.06880"), ids);
    }

    @Test
    void a_name_that_three_places_bear_is_asked_back() {
        var finding = Shipped.LIBRARY.find("Hạ Long giờ thuộc đâu", Language.VIETNAMESE, Optional.empty());

        assertEquals(3, assertInstanceOf(Finding.Suggest.class, finding).claims().size());
    }

    @Test
    void aims_are_never_said_without_what_is_unknown_of_the_costs() {
        assertEquals(List.of("ly-do.muc-tieu", "ly-do.chi-phi"),
                answered("Tại sao phải sáp nhập xã phường?"));
    }

    @Test
    void the_card_of_a_unit_names_its_new_unit_and_its_office() {
        var card = Shipped.LIBRARY.card(UnitId.old("07066")).stream().map(Claim::id).toList();

        assertTrue(card.containsAll(List.of("place.new-of.07066", "place.centre.07030", "giay-to.can-cuoc")),
                () -> "" + card);
    }

    @Test
    void a_short_question_follows_up_what_was_said() {
        assertEquals("dat-dai.so-do-khong-phai-doi", followed("giay-to.can-cuoc", "thế còn sổ đỏ?"));
        assertEquals("giay-to.bang-lai", followed("giay-to.can-cuoc", "the con bang lai"));
        assertEquals("place.new-of.06655", followed("place.new-of.07066", "thế còn phường Hà Khẩu?"));
        assertEquals("place.centre.06673", followed("place.centre.06685", "còn Bãi Cháy"));
    }

    private static String followed(String context, String question) {
        return Shipped.LIBRARY.find(question, Language.VIETNAMESE, Optional.of(context)).claims().getFirst()
                .id();
    }

    @Test
    void a_wage_question_is_answered_for_the_zone_of_the_unit() {
        assertEquals("che-do.luong-vung-3", answered("luong toi thieu o Van Don").getFirst());
        assertEquals("che-do.luong-vung-1", answered("lương tối thiểu phường Hà Phong cũ").getFirst());
    }
}
