package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.chat.Reply;
import vn.gopy.fakes.StrictHtml;

/// How long texts are cut, and how texts become HTML.
class PartsTest {
    private static final List<String> PIECES = List.of("xã ", "phường", " ", "\n", "\n\n", ". ", "🙂",
            "👨‍👩‍👧",
            "a\u0300\u0323", "ế", "&", "<b>", ">", "\uE000", "\uE001", "…", "1️⃣", "Hạ Long, ", "🇻🇳",
            "\ud800");

    @Test
    void a_short_text_stays_whole() {
        assertEquals(List.of("ngắn"), Parts.of("ngắn", 4096));
    }

    @Test
    void a_text_is_cut_between_paragraphs_first() {
        assertEquals(List.of("aaaa bbbb. cc\n\n", "dddd eeee"), Parts.of("aaaa bbbb. cc\n\ndddd eeee", 18));
    }

    @Test
    void then_between_sentences_and_then_between_words() {
        assertEquals(List.of("aaaa bbbb. ", "cccc dddd"), Parts.of("aaaa bbbb. cccc dddd", 16));
        assertEquals(List.of("aaaa bbbb ", "cccc dddd"), Parts.of("aaaa bbbb cccc dddd", 13));
    }

    @Test
    void a_word_without_end_is_cut_between_characters() {
        assertEquals(List.of("🙂🙂", "🙂"), Parts.of("🙂🙂🙂", 5));
        assertEquals(List.of("aaa", "a\u0323\u0302b"), Parts.of("aaaa\u0323\u0302b", 4));
    }

    @Test
    void a_bold_part_that_is_cut_goes_on_in_bold() {
        assertEquals(List.of("\uE000aaaa \uE001", "\uE000bbbb\uE001 c"),
                Parts.of("\uE000aaaa bbbb\uE001 c", 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a < b & c > d|a &lt; b &amp; c &gt; d",
            "\uE000đậm\uE001 nhạt|<b>đậm</b> nhạt",
            "\uE000mở|<b>mở</b>", "đóng\uE001|đóng", "\uE000\uE000hai\uE001\uE001|<b>hai</b>",
            "\"nháy\" 'đơn'|\"nháy\" 'đơn'", "nửa\ud800|nửa\uFFFD"})
    void a_text_becomes_html_that_always_closes(String text, String html) {
        assertEquals(html, Html.of(text));
    }

    @Test
    void ten_thousand_texts_are_cut_without_loss_and_render_as_strict_html() {
        var random = new Random(20250701);
        for (int i = 0; i < 10_000; i++) {
            check(text(random), 5 + random.nextInt(60));
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int pieces = random.nextInt(40); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void check(String text, int limit) {
        var parts = Parts.of(text, limit);
        var all = new StringBuilder();
        for (var part : parts) {
            var bare = Html.bare(part);
            assertTrue(bare.length() <= limit, () -> "too long: " + bare.length() + " of " + limit);
            assertEquals(bare.replace("\uFFFD", "?"), StrictHtml.text(Html.of(part)).replace("\uFFFD", "?"));
            assertFalse(parts.size() > 1 && bare.isBlank(), "a blank part");
            all.append(bare);
        }
        assertEquals(squeezed(Html.bare(text)), squeezed(all.toString()), "words were lost");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void the_marks_are_those_of_replies() {
        assertEquals('\uE000', Reply.BOLD);
        assertEquals('\uE001', Reply.PLAIN);
    }
}
