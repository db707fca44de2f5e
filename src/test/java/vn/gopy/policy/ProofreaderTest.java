package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gopy.policy.Flaw.Kind;

/// What is wrong with a claim is told at its field, and exactly then the build would refuse it.
class ProofreaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    /// A few claims among the shipped documents and words.
    private static final Snapshot FEW = Snapshot.shipped().with("library.yaml", "subjects: [giay-to]")
            .with("giay-to.yaml", """
                    topic: giay_to
                    checked: 2026-11-23
                    from: 2025-07-01
                    claims:
                      - id: giay-to.hieu-luc
                        vi: Giấy tờ cấp trước khi sắp xếp vẫn dùng được.
                        en: Papers issued before stay valid.
                        title: {vi: "Giấy tờ cũ còn dùng được?", en: "Are old papers still valid?"}
                        source: nq-190-2025 10 via tvpl
                        asked: [giấy tờ cũ dùng đến bao giờ, giấy xã cũ đóng dấu thì sao, giay to cu het han]
                    """);
    private static final Proofreader READER = new Proofreader(Shipped.GAZETTEER, Shipped.PHRASEBOOK,
            ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Map<String, List<String>> GOOD = Map.ofEntries(
            Map.entry("subject", List.of("giay-to")), Map.entry("id", List.of("giay-to.quan-ho")),
            Map.entry("vi", List.of("Hát \"quan họ\" không cần giấy phép của tổ dân phố.")),
            Map.entry("en", List.of("Folk singing needs no permit of the quarter.")),
            Map.entry("title-vi", List.of("Hát quan họ cần phép?")),
            Map.entry("title-en", List.of("Permit for singing?")),
            Map.entry("sources", List.of("nq-190-2025 10/2 via tvpl")),
            Map.entry("quote", List.of("Văn bản, giấy tờ đã được cấp trước đó tiếp tục được sử dụng.")),
            Map.entry("certainty", List.of("text")), Map.entry("from", List.of("2026-01-31")),
            Map.entry("checked", List.of("2026-11-24")), Map.entry("asked",
                    List.of("hát quan họ có phải xin phép không", "tổ chức hát quan họ cần giấy gì",
                            "muốn hát quan họ thì xin ai")));

    private static Manuscript with(String field, String... values) {
        var claim = new HashMap<>(GOOD);
        claim.put(field, List.of(values));
        return new Manuscript(claim);
    }

    private static List<Flaw> flaws(Manuscript claim) {
        return READER.flaws(claim, FEW, TODAY);
    }

    @Test
    void a_claim_without_a_flaw_is_one_that_the_build_takes() {
        var good = new Manuscript(GOOD);

        assertEquals(List.of(), flaws(good));
        assertEquals(List.of(), good.faults(FEW, Shipped.GAZETTEER, TODAY));
    }

    /// A claim, the field that is to blame and why.
    private record Row(Manuscript claim, String field, Kind kind) {}

    @Test
    void each_flaw_is_told_at_its_field_and_the_build_refuses_the_same_claim() {
        var long_ = "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười một.";
        var rows = List.of(new Row(with("subject", "nowhere"), "subject", Kind.NO_SUBJECT),
                new Row(with("id", "Giấy tờ"), "id", Kind.BAD_ID),
                new Row(with("id"), "id", Kind.MISSING),
                new Row(with("id", "giay-to.hieu-luc"), "id", Kind.TAKEN),
                new Row(with("vi"), "vi", Kind.MISSING),
                new Row(with("vi", "x".repeat(161)), "vi", Kind.TOO_LONG),
                new Row(with("vi", long_), "vi", Kind.LONG_SENTENCE),
                new Row(with("vi", "Đây là cách tốt nhất."), "vi", Kind.PERSUADES),
                new Row(with("vi", "Mục tiêu là gọn hơn."), "alongside", Kind.AIM_ALONE),
                new Row(with("en"), "en", Kind.MISSING),
                new Row(with("title-vi", "x".repeat(41)), "title-vi", Kind.TOO_LONG),
                new Row(with("title-en"), "title-en", Kind.MISSING),
                new Row(with("sources"), "sources", Kind.NEEDS_SOURCE),
                new Row(with("sources", "nq-190-2025 10", "nq-999 1"), "sources", Kind.NO_DOCUMENT),
                new Row(with("sources", "nq-190-2025 10 via nowhere"), "sources", Kind.NO_DOCUMENT),
                new Row(with("quote", "x".repeat(301)), "quote", Kind.TOO_LONG),
                new Row(with("certainty", "sure"), "certainty", Kind.NO_CERTAINTY),
                new Row(with("certainty", "none"), "sources", Kind.NO_SOURCE_WANTED),
                new Row(with("topic", "mèo"), "topic", Kind.NO_TOPIC),
                new Row(with("from", "31/1/2026"), "from", Kind.NO_DAY),
                new Row(with("until", "2026-01-01"), "until", Kind.ENDS_FIRST),
                new Row(with("until", "2026-02-01"), "until", Kind.OVER),
                new Row(with("checked", "2026-11-26"), "checked", Kind.CHECKED_LATER),
                new Row(with("alongside", "giay-to.nowhere"), "alongside", Kind.NO_CLAIM),
                new Row(with("replaced-by", "giay-to.nowhere"), "replaced-by", Kind.NO_CLAIM),
                new Row(with("asked", "hát quan họ có phải xin phép không"), "asked", Kind.FEW_WAYS));
        var wrong = new ArrayList<String>();
        for (var row : rows) {
            var found = flaws(row.claim);
            if (found.stream().noneMatch(
                    flaw -> flaw.field().equals(row.field) && flaw.kind() == row.kind)) {
                wrong.add(row + " " + found);
            }
            if (row.claim.faults(FEW, Shipped.GAZETTEER, TODAY).isEmpty()) {
                wrong.add("the build takes " + row);
            }
        }

        assertEquals(List.of(), wrong);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_a_list_names_its_row() {
        var claim = new HashMap<>(GOOD);
        claim.put("id", List.of("giay-to.hieu-luc"));
        claim.put("title-en", List.of());
        claim.put("sources", List.of("nq-190-2025 10", "nq-999 1"));

        assertEquals(List.of(new Flaw(Kind.TAKEN, "id", 0, "giay-to.hieu-luc"),
                new Flaw(Kind.MISSING, "title-en", 0, ""),
                new Flaw(Kind.NO_DOCUMENT, "sources", 1, "nq-999")),
                flaws(new Manuscript(claim)));
    }

    @Test
    void whoever_read_the_text_quotes_it_and_what_the_press_says_is_said_to_come_from_there() {
        assertEquals(List.of(Flaw.at("quote", Kind.NO_QUOTE, "")), flaws(with("quote")));
        var press = new HashMap<>(GOOD);
        press.put("certainty", List.of("press"));
        press.put("sources", List.of("lao-dong"));
        assertEquals(List.of(Flaw.at("vi", Kind.PRESS_SILENT, "")), flaws(new Manuscript(press)));
    }

    @Test
    void a_way_of_asking_that_finds_another_claim_or_takes_one_from_it_is_told() {
        var claim = with("asked", "giấy tờ cũ dùng đến bao giờ", "tổ chức hát quan họ cần giấy gì",
                "muốn hát quan họ thì xin ai");

        var found = flaws(claim);

        assertTrue(found.stream().allMatch(flaw -> flaw.field().equals("asked")), found::toString);
        assertTrue(found.stream().anyMatch(flaw -> flaw.what().startsWith("giay-to.hieu-luc")),
                found::toString);
        assertFalse(claim.faults(FEW, Shipped.GAZETTEER, TODAY).isEmpty());
    }

    @Test
    void a_question_is_answered_with_the_claim_among_the_others() {
        var good = new Manuscript(GOOD);
        var reply = READER.answer(good, FEW, Shipped.NOW, "hát quan họ có cần xin phép không")
                .orElseThrow();
        assertTrue(reply.mine());
        assertTrue(reply.text().contains("Hát \"quan họ\" không cần giấy phép"), reply.text());
        assertTrue(reply.text().contains("NQ 190/2025/QH15, Điều 10 khoản 2"), reply.text());

        assertFalse(READER.answer(good, FEW, Shipped.NOW, "giấy tờ cũ dùng đến bao giờ").orElseThrow()
                .mine());
        assertTrue(READER.answer(with("vi"), FEW, Shipped.NOW, "hát quan họ").isEmpty());
    }

    /// The page `docs/policies.md` shows a claim as it is written; this is that claim.
    @Test
    void the_documentation_shows_the_bytes_that_are_written() throws IOException {
        var written = new Manuscript(GOOD).yaml(TODAY);

        assertTrue(Files.readString(Path.of("docs/policies.md")).contains(written.indent(4)), written);
    }
}
