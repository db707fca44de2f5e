package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Claim.Certainty;
import vn.gopy.text.Language;

class AnswersTest {
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!](?= \\p{Lu}|$)");

    private static Claim claim(String id) {
        return Shipped.LIBRARY.claim(id).orElseThrow();
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
                units.flatMap(unit -> Shipped.LIBRARY.card(unit.id()).stream()),
                now, older, districts).flatMap(all -> all);
    }

    @Test
    void an_answer_is_claims_with_markers_and_then_the_sources() {
        var text = Shipped.ANSWERS.compose(List.of(claim("place.new-of.07066"), claim("ly-do.hieu-luc")),
                Language.VIETNAMESE);

        assertEquals("""
                Xã Lê Lợi (thuộc thành phố Hạ Long cũ) nay thuộc phường Hoành Bồ. [1]
                NQ 1679 có hiệu lực từ 16/6/2025. [2] Chính quyền 54 đơn vị mới làm việc từ 1/7/2025. [2]
                Nguồn: [1] NQ 1679/NQ-UBTVQH15, Điều 1 khoản 44 (hiệu lực 16/6/2025; kiểm tra 23/11/2026)
                [2] NQ 1679/NQ-UBTVQH15, Điều 2 (hiệu lực 16/6/2025; kiểm tra 23/11/2026)""", text);
    }

    @Test
    void every_sentence_of_everything_carries_a_marker_whose_source_exists() {
        for (var claim : everything().toList()) {
            for (var language : List.of(Language.VIETNAMESE, Language.ENGLISH)) {
                var line = Shipped.ANSWERS.compose(List.of(claim), language).lines().findFirst()
                        .orElseThrow();
                long sentences = SENTENCE_END.matcher(claim.text(language)).results().count();
                long markers = Pattern.compile("[.?!] (\\[[0-9]+\\])+").matcher(line).results().count();
                assertTrue(claim.certainty() == Certainty.NONE ? markers == 0 : markers == sentences,
                        () -> claim.id() + ": " + line);
            }
            claim.sources()
                    .forEach(source -> assertTrue(Shipped.SHELF.documents().containsKey(source.document()),
                            () -> claim.id() + " cites " + source.document()));
        }
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
        assertTrue(text.contains("Nguồn: [1]"));
    }

    @Test
    void english_answers_keep_official_names() {
        var text = Shipped.ANSWERS.compose(List.of(claim("place.new-of.07066")), Language.ENGLISH);

        assertTrue(
                text.startsWith(
                        "Xã Lê Lợi (of the former thành phố Hạ Long) is now part of phường Hoành Bồ. [1]"),
                text);
        assertTrue(text.contains("article 1 clause 44 (in force 16/6/2025; checked 23/11/2026)"), text);
    }

    @Test
    void every_unit_has_a_card() {
        Stream.concat(Shipped.GAZETTEER.oldUnits().stream(), Shipped.GAZETTEER.newUnits().stream())
                .forEach(unit -> assertTrue(Shipped.LIBRARY.card(unit.id()).size() >= 4, unit::title));
        assertEquals(List.of(), Shipped.LIBRARY.card(UnitId.old("99999")));
    }
}
