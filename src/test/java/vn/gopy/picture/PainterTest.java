package vn.gopy.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;

/// Charts, looked at dot by dot.
class PainterTest {
    private static final int BAY = 0x17807a;
    private static final int CLAY = 0xb4552d;
    private static final int EDGE = 66;
    private static final int WIDE = 1068;

    private final Painter painter = new Painter();

    private static Picture picture(String title, Bar... bars) {
        return new Picture(title, "Cảm nhận · Tháng 10/2026", List.of(bars),
                List.of("Đợt công bố 2026-11-02"));
    }

    private static Bar bar(Tone tone, int percent) {
        return new Bar("Hài lòng", percent + " %", Optional.of(new Span(percent, percent, percent)), tone);
    }

    private BufferedImage drawn(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(painter.png(picture).orElseThrow()));
    }

    /// How many dots of a line have this colour.
    private static long dots(BufferedImage image, int y, int color) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, y) & 0xffffff) == color).count();
    }

    @Test
    void a_bar_is_as_long_as_its_share() throws IOException {
        var image = drawn(picture("Phường Hoành Bồ", bar(Tone.HIGH, 25), bar(Tone.LOW, 75)));

        assertEquals(1200, image.getWidth());
        assertEquals(WIDE * 0.25, (double) dots(image, 3 * (78 + 30), BAY), 6);
        assertEquals(WIDE * 0.75, (double) dots(image, 3 * (78 + 56 + 30), CLAY), 6);
    }

    @Test
    void the_interval_is_drawn_from_end_to_end() throws IOException {
        var image = drawn(picture("Phường Hoành Bồ", new Bar("Hài lòng", "42 %",
                Optional.of(new Span(42, 31, 54)), Tone.HIGH)));

        assertEquals(WIDE * 0.23, (double) dots(image, 3 * (78 + 35), 0x1d2b2e), 8);
    }

    @Test
    void a_share_that_is_not_shown_has_no_bar() throws IOException {
        var image = drawn(picture("Phường Hoành Bồ",
                new Bar("Hài lòng", "ít hơn 10 người", Optional.empty(), Tone.HIGH), bar(Tone.LOW, 50)));

        assertEquals(0, dots(image, 3 * (78 + 30), BAY));
    }

    @Test
    void the_letter_has_every_vietnamese_mark() throws IOException, FontFormatException {
        try (var shipped = Painter.class.getResourceAsStream(
                "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf")) {
            var font = Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(shipped));
            var letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ–…·%";
            assertEquals(-1, font.canDisplayUpTo(letters + letters.toUpperCase(Locale.ROOT)));
        }
    }

    @Test
    void words_that_do_not_fit_end_in_an_ellipsis_and_leave_the_edge_free() throws IOException {
        var image = drawn(picture("Đặc khu Vân Đồn ".repeat(12), bar(Tone.HIGH, 10)));

        int ground = image.getRGB(2, 2);
        for (int x = image.getWidth() - EDGE + 4; x < image.getWidth(); x++) {
            for (int y = 0; y < 200; y++) {
                assertEquals(ground, image.getRGB(x, y));
            }
        }
        assertNotEquals(0, dots(image, 105, 0x1d2b2e));
    }

    @Test
    void a_note_that_is_longer_than_a_line_goes_on_below_it() throws IOException {
        var brief = drawn(new Picture("Hoành Bồ", "", List.of(bar(Tone.HIGH, 10)), List.of("Hai số")));
        var wordy = drawn(new Picture("Hoành Bồ", "", List.of(bar(Tone.HIGH, 10)),
                List.of("Hai số trước n là khoảng tin cậy 95 %, và n là số người. ".repeat(2).strip())));

        assertEquals(brief.getHeight() + 3 * 19, wordy.getHeight());
    }

    @Test
    void a_picture_is_small_and_holds_no_impossible_share() {
        assertTrue(
                painter.png(picture("Phường Hoành Bồ", bar(Tone.HIGH, 25))).orElseThrow().length < 100_000);
        assertThrows(IllegalArgumentException.class, () -> new Span(30, 40, 50));
        assertThrows(IllegalArgumentException.class, () -> new Span(30, 20, 101));
        assertThrows(IllegalArgumentException.class, () -> picture("Không có gì"));
    }
}
