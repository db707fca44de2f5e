package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Claim.Certainty;
import vn.gopy.text.Language;

class AnswersTest {
    private static Claim claim(String id) {
        return Shipped.LIBRARY.claim(id, Shipped.NOW).orElseThrow();
    }

    /// Everything the bot may say: written claims, and what is generated for every unit.
    private static Stream<Claim> everything() {
        var units = Stream.concat(Shipped.GAZETTEER.newUnits().stream(),
                Shipped.GAZETTEER.oldUnits().stream());
        var now = Shipped.GAZETTEER.newUnits().stream().flatMap(unit -> Stream
                .of("formed-from", "seat", "centre", "area", "population", "neighbours", "code")
                .map(aspect -> claim("place." + aspect + "." + unit.id().code())));
        var older = Shipped.GAZETTEER.olderNames().stream()
                .map(name -> claim("place.older." + UnitClaims.slug(name)));
        var districts = Shipped.GAZETTEER.districts().stream()
                .map(one -> claim("place.district." + one.slug()));
        return Stream.of(Shipped.LIBRARY.claims().stream(),
                units.flatMap(unit -> Shipped.LIBRARY.card(unit.id(), Shipped.NOW).stream()),
                now, older, districts).flatMap(all -> all);
    }

    @Test
    void an_answer_is_claims_with_markers_and_then_the_sources() {
        var text = Shipped.ANSWERS.compose(List.of(claim("place.new-of.07066"), claim("ly-do.hieu-luc")),
                Language.VIETNAMESE);

        assertEquals(
                """
                        Xã Lê Lợi (thuộc thành phố Hạ Long cũ) nay thuộc phường Hoành Bồ. [1]
                        NQ 1679 có hiệu lực từ 16/6/2025. [2] Chính quyền 54 đơn vị mới làm việc từ 1/7/2025. [2]

                        Nguồn (bản %s): [1] NQ 1679/NQ-UBTVQH15, Điều 1 khoản 44 (hiệu lực 16/6/2025, kiểm tra 23/11/2026)
                        [2] NQ 1679/NQ-UBTVQH15, Điều 2 (hiệu lực 16/6/2025, kiểm tra 23/11/2026)"""
                        .formatted(Shipped.LIBRARY.version()),
                text);
    }

    @Test
    void what_was_read_elsewhere_says_so_in_the_line_and_on_the_card() {
        var claims = List.of(claim("giay-to.hieu-luc"));

        assertTrue(Shipped.ANSWERS.compose(claims, Language.VIETNAMESE)
                .contains("NQ 190/2025/QH15, Điều 10 (đọc qua trang Thư viện Pháp luật, kiểm tra "));
        assertTrue(Shipped.ANSWERS.sources(claims, Language.ENGLISH)
                .contains("\nRead through trang Thư viện Pháp luật, not in the document itself."));
    }

    @Test
    void numbers_are_written_as_the_language_writes_them() {
        var people = claim("place.population.06652");
        var area = claim("place.area.06652");

        assertTrue(people.text(Language.VIETNAMESE).contains("29.643 người"));
        assertTrue(people.text(Language.ENGLISH).contains("29,643 people"));
        assertTrue(area.text(Language.VIETNAMESE).contains("37,6 km²"));
        assertTrue(area.text(Language.ENGLISH).contains("37.6 km²"));
    }

    @Test
    void only_a_claim_that_states_no_fact_goes_without_a_source() {
        everything()
                .forEach(claim -> assertEquals(claim.certainty() == Certainty.NONE, claim.sources().isEmpty(),
                        claim::id));
    }

    @Test
    void an_answer_never_outgrows_a_message() {
        var flood = Collections.nCopies(400, claim("place.formed-from.06994"));

        var text = Shipped.ANSWERS.compose(flood, Language.VIETNAMESE);

        assertTrue(text.length() <= Answers.LONGEST && text.length() > 3000, () -> "" + text.length());
        assertTrue(text.contains(": [1] "));
    }

    @Test
    void an_answer_after_other_words_fits_with_them_and_says_that_there_is_more() {
        var flood = Collections.nCopies(400, claim("place.formed-from.06994"));
        var head = "Bạn từng hỏi. ".repeat(30);

        var text = Shipped.ANSWERS.compose(head, flood, Language.VIETNAMESE);

        assertTrue(text.length() <= Answers.LONGEST && text.startsWith(head), () -> "" + text.length());
        assertTrue(text.endsWith("Còn nữa: bạn hỏi hẹp hơn giúp tôi."), text);
    }

    @Test
    void english_answers_keep_official_names() {
        var text = Shipped.ANSWERS.compose(List.of(claim("place.new-of.07066")), Language.ENGLISH);

        assertTrue(
                text.startsWith(
                        "Xã Lê Lợi (of the former thành phố Hạ Long) is now part of phường Hoành Bồ. [1]"),
                text);
        assertTrue(text.contains("Article 1 clause 44 (in force 16/6/2025, checked 23/11/2026)"), text);
    }

    @Test
    void every_unit_has_a_card() {
        Stream.concat(Shipped.GAZETTEER.oldUnits().stream(), Shipped.GAZETTEER.newUnits().stream())
                .forEach(unit -> assertTrue(Shipped.LIBRARY.card(unit.id(), Shipped.NOW).size() >= 4,
                        unit::title));
        assertEquals(List.of(), Shipped.LIBRARY.card(UnitId.old("99999"), Shipped.NOW));
    }
}
