package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static List<String> faults(String claims) {
        return Lint.open(Written.with(claims), Shipped.GAZETTEER, TODAY).remarks().stream().map(Remark::what)
                .toList();
    }

    @Test
    void the_shipped_claims_have_no_fault() {
        var faults = Lint.open(Folder.shipped(), Shipped.GAZETTEER, TODAY).remarks().stream()
                .filter(Remark::fault).toList();

        assertEquals(List.of(), faults);
    }

    @Test
    void a_claim_that_persuades_is_a_fault() {
        assertEquals(List.of("persuades: 'Tốt nhất'"),
                faults(Written.claim("a.one", "Đây là cách Tốt nhất.", "source: nq-60\ncertainty: text")));
    }

    @Test
    void a_long_sentence_and_a_silent_press_claim_are_faults() {
        var long_ = "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười một.";

        var found = faults(Written.claim("a.one", long_, "source: lao-dong"));

        assertEquals(2, found.size());
        assertTrue(found.getFirst().startsWith("more than 20 words"));
        assertEquals("comes from the press and does not say so", found.getLast());
    }

    @Test
    void an_aim_alone_is_a_fault() {
        assertEquals(List.of("states an aim, and nothing on costs or open points alongside"),
                faults(Written.claim("a.one", "Mục tiêu là gọn hơn.", "source: nq-60\ncertainty: text")));
    }

    @Test
    void a_claim_that_was_not_looked_at_for_half_a_year_is_worth_a_look() {
        var remarks = Lint
                .open(Written.with(Written.claim("a.one", "Một câu.",
                        "source: nq-60\ncertainty: text\nchecked: 2026-01-01")),
                        Shipped.GAZETTEER, TODAY)
                .remarks();

        assertEquals(1, remarks.size());
        assertTrue(!remarks.getFirst().fault()
                && remarks.getFirst().what().startsWith("last checked on 2026-01-01"));
    }

    @Test
    void a_claim_that_is_over_names_what_replaces_it_and_does_not_overlap() {
        var second = Written.claim("a.two", "Câu mới.", "source: nq-60\ncertainty: text\nfrom: 2026-01-01");
        var over = "source: nq-60\ncertainty: text\nuntil: ";

        assertEquals(List.of("is over since 2026-02-01 and nothing replaces it"),
                faults(Written.claim("a.one", "Câu cũ.", over + "2026-02-01")));
        assertEquals(List.of("overlaps with a.two, which replaces it"),
                faults(Written.claim("a.one", "Câu cũ.", over + "2026-02-01\nreplaced-by: a.two") + second)
                        .stream()
                        .filter(what -> what.startsWith("overlaps")).toList());
    }

    @Test
    void what_cannot_be_read_is_refused_with_file_and_claim() {
        assertRefused("tin-gia.yaml a.one: no document 'nq-1' in documents.yaml",
                Written.claim("a.one", "Một câu.", "source: nq-1"));
        assertRefused("tin-gia.yaml a.one: needs a source, or the certainty 'none' and no source",
                Written.claim("a.one", "Một câu.", ""));
        assertRefused("tin-gia.yaml a.one: unknown key 'sauce'",
                Written.claim("a.one", "Một câu.", "sauce: nq-60"));
        assertRefused("tin-gia.yaml a.one: no claim 'a.three'",
                Written.claim("a.one", "Một câu.", "source: nq-60\nalongside: [a.three]"));
        assertRefused("tin-gia.yaml a.one: stands twice",
                Written.claim("a.one", "Một câu.", "source: nq-60")
                        + Written.claim("a.one", "Hai câu.", "source: nq-60"));
        assertRefused("tin-gia.yaml a.one: ends before it begins",
                Written.claim("a.one", "Một câu.", "source: nq-60\nuntil: 2025-01-01"));
        assertRefused(
                "tin-gia.yaml a.one: is over no earlier than 'a.two', which replaces it",
                Written.claim("a.one", "Một câu.", "source: nq-60\nuntil: 2026-02-01\nreplaced-by: a.two")
                        + Written.claim("a.two", "Hai câu.", "source: nq-60\nuntil: 2026-02-01"));
        assertRefused(
                "tin-gia.yaml a.one: '" + "dài ".repeat(41).strip()
                        + "' has 163 characters, at most 160 are allowed",
                Written.claim("a.one", "dài ".repeat(41).strip(), "source: nq-60"));
    }

    private static void assertRefused(String message, String claims) {
        var refused = assertThrows(PolicyException.class, () -> new PolicyFiles(Written.with(claims)).read());

        assertEquals(message, refused.getMessage());
    }

    @Test
    void shorthand_with_marks_or_spaces_would_never_be_met_and_is_refused() {
        for (var dead : List.of("hông", "bi gio")) {
            Folder folder = name -> name.equals("words.yaml")
                    ? new ByteArrayInputStream(
                            ("shorthand:\n  khong: [ko, " + dead + "]\nsame: {}\nfiller: []\n")
                                    .getBytes(StandardCharsets.UTF_8))
                    : Folder.shipped().open(name);

            var refused = assertThrows(PolicyException.class, () -> new PolicyFiles(folder).read());

            assertTrue(String.valueOf(refused.getMessage()).contains(dead), refused::toString);
        }
    }
}
