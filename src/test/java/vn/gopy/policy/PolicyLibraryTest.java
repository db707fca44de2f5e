package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

class PolicyLibraryTest {
    private static List<String> answered(String question) {
        var finding = Shipped.LIBRARY.find(question, Language.VIETNAMESE, Optional.empty(), Shipped.NOW);
        return assertInstanceOf(Finding.Answer.class, finding, question).claims().stream().map(Claim::id)
                .toList();
    }

    @Test
    void an_old_commune_is_told_its_new_ward_with_the_clause() {
        var claim = Shipped.LIBRARY
                .claim(answered("xa le loi tp ha long cu bay h la phuong j v ad").getFirst(), Shipped.NOW);

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
        var finding = Shipped.LIBRARY.find("Hạ Long giờ thuộc đâu", Language.VIETNAMESE, Optional.empty(),
                Shipped.NOW);

        assertEquals(3, assertInstanceOf(Finding.Suggest.class, finding).claims().size());
    }

    @Test
    void aims_are_never_said_without_what_is_unknown_of_the_costs() {
        assertEquals(List.of("ly-do.muc-tieu", "ly-do.chi-phi"),
                answered("Tại sao phải sáp nhập xã phường?"));
    }

    @Test
    void a_library_that_knows_no_questions_for_others_answers_its_own() {
        var shipped = Snapshot.shipped();
        var folder = shipped.with("questions-dev.tsv", "voice\texpected\tquestion\n")
                .with("words.yaml", shipped.texts().get("words.yaml") + "# of an editor's own\n");
        var library = PolicyLibrary.open(new PolicyFiles(folder).read(), Shipped.GAZETTEER,
                Shipped.PHRASEBOOK, ZoneId.of("Asia/Ho_Chi_Minh"));

        var finding = library.find("so do co phai doi khong", Language.VIETNAMESE, Optional.empty(),
                Shipped.NOW);

        assertEquals("dat-dai.so-do-khong-phai-doi",
                assertInstanceOf(Finding.Answer.class, finding).claims().getFirst().id());
    }

    @Test
    void the_card_of_a_unit_names_its_new_unit_and_its_office() {
        var card = Shipped.LIBRARY.card(UnitId.old("07066"), Shipped.NOW).stream().map(Claim::id).toList();

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
        return Shipped.LIBRARY.find(question, Language.VIETNAMESE, Optional.of(context), Shipped.NOW).claims()
                .getFirst()
                .id();
    }

    @Test
    void a_wage_question_is_answered_for_the_zone_of_the_unit() {
        assertEquals("che-do.luong-vung-3", answered("luong toi thieu o Van Don").getFirst());
        assertEquals("che-do.luong-vung-1", answered("lương tối thiểu phường Hà Phong cũ").getFirst());
    }

    @Test
    void what_is_over_gives_way_to_what_replaced_it_and_what_is_to_come_waits() {
        var lasting = "source: nq-60\ncertainty: text\n";
        var library = open(Written.with(Written.claim("a.one", "Câu cũ.",
                lasting + "until: 2026-12-31\nreplaced-by: a.two")
                + Written.claim("a.two", "Câu mới.", lasting + "from: 2027-01-01")
                + Written.claim("a.three", "Câu hết.", lasting + "until: 2026-12-31")), Shipped.GAZETTEER);
        var lastEvening = Instant.parse("2026-12-31T16:59:59Z");
        var newYear = Instant.parse("2026-12-31T17:00:00Z");

        assertEquals(List.of("a.one"), said(library, "con mèo trèo cây cau a.one", lastEvening));
        assertEquals(List.of("a.two"), said(library, "con mèo trèo cây cau a.one", newYear));
        assertTrue(!said(library, "con mèo trèo cây cau a.two", lastEvening).contains("a.two"));
        assertEquals(List.of("a.two"), said(library, "con mèo trèo cây cau a.two", newYear));
        assertEquals(Optional.empty(), library.claim("a.two", lastEvening));
        assertEquals("Câu mới.", library.claim("a.one", newYear).orElseThrow().text(Language.VIETNAMESE));
        assertTrue(!said(library, "con mèo trèo cây cau a.three", newYear).contains("a.three"));
    }

    private static PolicyLibrary open(Folder folder, Gazetteer gazetteer) {
        return PolicyLibrary.open(new PolicyFiles(folder).read(), gazetteer, Shipped.PHRASEBOOK,
                ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static List<String> said(Library library, String question, Instant now) {
        return library.find(question, Language.VIETNAMESE, Optional.empty(), now).claims().stream()
                .map(Claim::id).toList();
    }

    @Test
    void another_province_is_told_by_its_own_resolution_and_tables() {
        var library = open(Written.over(Map.of("library.yaml", "subjects: []", "documents.yaml", """
                documents:
                  - {id: nq-hai-xa, number: NQ Hai Xã, title: Sắp xếp, issuer: Quốc hội, level: law}
                  - {id: atlas, number: bản đồ Hai Xã, title: Diện tích, issuer: Nhà xuất bản, level: press}
                """, "units.yaml",
                """
                        asks: {new-of: ["{x} giờ thuộc đâu"]}
                        sources:
                          {succession: [nq-hai-xa 3], seat: [atlas], centre: [atlas], neighbours: [atlas], code: [atlas]}
                        tables: {atlas: [atlas]}
                        """)),
                Gazetteer.open("hai-xa"));
        var answers = new Answers(Shipped.PHRASEBOOK, library);

        var card = answers.compose(library.card(UnitId.old("90011"), Shipped.NOW), Language.VIETNAMESE);
        var seat = library.claim("place.seat.90001", Shipped.NOW).orElseThrow();

        assertTrue(card.startsWith("Xã Tây Phong (thuộc huyện Mẫu cũ) nay thuộc xã Đông Phong. [1]"), card);
        assertTrue(card.contains("[1] NQ Hai Xã, Điều 3 khoản 1 ("), card);
        assertEquals("Trụ sở xã Đông Phong đặt tại UBND xã Tây Phong (cũ), theo bản đồ Hai Xã.",
                seat.text(Language.VIETNAMESE));
    }

    @Test
    void a_row_whose_source_nobody_explains_stops_the_start() {
        var refused = assertThrows(PolicyException.class,
                () -> open(Folder.shipped(), Gazetteer.open("hai-xa")));

        assertEquals("units.yaml: tables has no source 'atlas 2025'", refused.getMessage());
    }
}
