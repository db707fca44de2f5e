package vn.gopy.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitFinderTest {
    private static final Gazetteer QUANG_NINH = Gazetteer.open("quang-ninh");
    private static final UnitFinder FINDER = UnitFinder.of(QUANG_NINH);

    /// Other work on the machine must not count.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static String words(List<Candidate> candidates) {
        return String.join(" ", candidates.stream().map(UnitFinderTest::word).toList());
    }

    private static String word(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfUnit(var unit, var certain) -> (certain ? "!" : "") + unit.id();
            case Candidate.OfDistrict district -> "district:" + district.slug();
            case Candidate.OfOlderName(var older) -> "older:" + older.name().replace(' ', '_');
            case Candidate.OfHamlet(var hamlet, var certain) -> (certain ? "!" : "") + "hamlet:"
                    + hamlet.to().id().code();
            case Candidate.Outside outside -> "outside:" + outside.name().replace(' ', '_');
        };
    }

    @ParameterizedTest
    @CsvSource({
            // one name, several places: all of them, never one in silence
            "Hải Hòa, new:06799 old:06742 old:06799", "Bắc Sơn, old:06727 old:06814",
            "Thanh Sơn, old:06811 old:06973", "Đầm Hà, new:06895 old:06895 old:06916 district:dam-ha",
            "Hạ Long, new:06688 district:ha-long old:07012", "Cộng Hòa, old:07150 older:Cộng_Hòa",
            "Đông Triều, new:07093 district:dong-trieu older:Đông_Triều",
            "Cẩm Phả, new:06793 district:cam-pha",
            "Uông Bí, new:06811 district:uong-bi", "Quảng Yên, new:07132 district:quang-yen old:07132",
            "Hoành Bồ, new:07030 district:hoanh-bo old:07030",
            // a district beside it decides
            "hải hoà cẩm phả, new:06799 old:06799", "hải hoà móng cái, !old:06742",
            "bac son uong bi, !old:06814",
            "bắc sơn - móng cái, !old:06727", "tp Uông Bí phường Thanh Sơn, !old:06811",
            "xã Thanh Sơn huyện Ba Chẽ, !old:06973", "Hạ Long Vân Đồn, !old:07012",
            "Cộng Hòa Quảng Yên, !old:07150", "cong hoa cam pha, older:Cộng_Hòa",
            // the kind that was typed comes first
            "phường Hải Hòa, old:06742 new:06799 old:06799",
            "thị trấn Đầm Hà, old:06895 new:06895 old:06916 district:dam-ha",
            "tp Hạ Long, district:ha-long", "huyện Hoành Bồ, district:hoanh-bo",
            "xã Hạ Long, old:07012 new:06688 district:ha-long",
            "Hải Lạng cũ, old:06886 new:06886", "xã Hải Lạng mới, new:06886 old:06886",
            // marks that are typed decide
            "Quang Trung, old:06817 older:Quảng_Trung", "Quảng Trung, older:Quảng_Trung",
            "Hồng Hà, !old:06697",
            // split units are never certain; whole ones are
            "Đại Dực, old:06868", "Đức Chính, old:07093", "Lê Lợi, !old:07066", "le loi, !old:07066",
            // older names, abbreviations, other spellings
            "Trới, older:Trới", "tt troi, older:Trới", "Yết Kiêu, older:Yết_Kiêu",
            "Hòn Gai, new:06685 old:06691",
            "Hà Cối, new:06922 old:06922", "Cái Rồng, !old:06994", "HL, new:06688 district:ha-long",
            "tp hl, district:ha-long", "Móng Cái II, !new:06709", "mong cai i, new:06712 new:06709 new:06736",
            "Bãi Cháy HL, new:06673 old:06673",
            "Vàng Danh UB QN, new:06820 old:06808",
            // hamlets decide
            "khu Điền Công 2 Trưng Vương, !hamlet:06811", "dien cong 3, !hamlet:06811",
            "khu 5 Trưng Vương, hamlet:06820 old:06820",
            // outside
            "Hà Nội, outside:Hà_Nội", "tphcm, outside:Thành_phố_Hồ_Chí_Minh",
            "tỉnh Bình Dương, outside:Bình_Dương old:07090",
            "Hòa Bình, old:07045 outside:Hòa_Bình",
            // nothing
            "Quảng Ninh, ''", "tinh QN, ''", "không biết, ''", "'', ''"})
    void a_typed_name_means(String typed, String expected) {
        assertEquals(expected, words(FINDER.find(typed)));
    }

    @ParameterizedTest
    @CsvSource({"ddoong trieeuf, new:07093", "hoan bo, new:07030", "hai hao mong cai, old:06742",
            "honggai, new:06685", "mongcai2, new:06709", "trna hung dao, old:06685",
            "khu dien cogn 2 trung vuong, hamlet:06811", "Quảng NInh  bãi cahy, new:06673",
            "xã Hoành  mô\u200B, new:06841"})
    void a_slip_is_mended_and_asked_about(String typed, String among) {
        var found = FINDER.find(typed);

        assertTrue(found.stream().limit(3).map(UnitFinderTest::word).anyMatch(among::equals),
                typed + ": " + words(found));
    }

    @Test
    void a_slip_is_never_certain() {
        assertFalse(words(FINDER.find("le lio")).contains("!"));
        assertFalse(words(FINDER.find("Hồng Hảj")).contains("!"));
        assertFalse(words(FINDER.find("khu dien cogn 2 trung vuong")).contains("!"));
    }

    @Test
    void hostile_answers_have_a_defined_reading() {
        var noise = new StringBuilder();
        var random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            noise.append((char) random.nextInt(0x10000));
        }
        for (var typed : List.of("", " ", "\u0000", "\uD800", "\uDC00\uD800", "😀😀", "'; DROP TABLE unit;--",
                "<b>Hạ Long</b>",
                "́̀̀", "ha ".repeat(20_000), "hạ long ".repeat(8_000), "x".repeat(50_000),
                "xã ".repeat(20_000), "1 ".repeat(20_000), "điền công 1 ".repeat(5_000), noise.toString())) {
            assertTimeout(Duration.ofSeconds(2), () -> {
                assertTrue(FINDER.find(typed).size() <= 10);
                assertTrue(FINDER.mentions(typed).stream().allMatch(
                        mention -> mention.start() < mention.end() && mention.end() <= typed.length()));
            });
        }
    }

    @Test
    void reading_is_quick_enough_for_every_message() {
        var sentences = List.of(
                "nhap xa xong di lam khai sinh xa qua troi oi, phai doi ca buoi sang moi duoc",
                "e ở khu Điền Công 2 Trưng Vương thì về Vàng Danh hay Uông Bí",
                "xa le loi tp ha long cu bay h la phuong j v ad",
                "Cán bộ rất nhiệt tình, tôi cảm ơn phường nhiều lắm, mong giữ như thế");

        double mentions = microseconds(sentences, FINDER::mentions);
        double find = microseconds(List.of("le loi", "xã Hải Lạng", "hoan bo", "hải hoà cẩm phả"),
                FINDER::find);

        System.out.printf("mentions: %.1f µs a sentence; find: %.1f µs an answer%n", mentions, find);
        assertTrue(mentions < 200, "mentions took " + mentions + " µs");
    }

    private static double microseconds(List<String> texts, Function<String, List<?>> reader) {
        double best = Double.MAX_VALUE;
        int read = 0;
        for (int round = 0; round < 12; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < 2_000; i++) {
                read += reader.apply(texts.get(i % texts.size())).size();
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 2_000_000.0);
        }
        assertTrue(read > 0);
        return best;
    }
}
