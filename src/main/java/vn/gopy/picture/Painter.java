package vn.gopy.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Picture;

/// Draws pictures as PNG, without a screen, in a letter that has all Vietnamese marks and comes with the
/// program (Inter, SIL Open Font Licence). Where this machine cannot draw, it says so once and gives none.
public final class Painter {
    private static final Logger LOG = LoggerFactory.getLogger(Painter.class);
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final int SCALE = 3;
    private static final int LATELY = 64;

    private final Cache<Picture, byte[]> lately = Caffeine.newBuilder().maximumSize(LATELY).build();
    private Optional<Letters> letters = Optional.empty();
    private boolean failed;

    /// The two weights of the letter.
    record Letters(Font plain, Font strong) {}

    /// The picture's bytes; none where it cannot be drawn. Those drawn lately are not drawn again: many ask
    /// for the same figures.
    public Optional<byte[]> png(Picture picture) {
        return known(picture).or(() -> fresh(picture));
    }

    private Optional<byte[]> known(Picture picture) {
        return Optional.ofNullable(lately.getIfPresent(picture)).map(byte[]::clone);
    }

    /// One at a time: after a release many ask at once, and most for the same.
    private synchronized Optional<byte[]> fresh(Picture picture) {
        return known(picture).or(() -> {
            var fresh = letters().flatMap(letter -> drawn(picture, letter));
            fresh.ifPresent(bytes -> lately.put(picture, bytes.clone()));
            return fresh;
        });
    }

    private Optional<Letters> letters() {
        if (letters.isEmpty() && !failed) {
            try {
                letters = Optional.of(new Letters(font("Inter-Regular.otf"), font("Inter-SemiBold.otf")));
            } catch (IOException | FontFormatException | LinkageError | InternalError missing) {
                // a bare Java without its own graphics library fails in these ways, at the first letter
                failed = true;
                LOG.atWarn().setCause(missing).log("this machine cannot draw: messages go without pictures");
            }
        }
        return letters;
    }

    private static Font font(String name) throws IOException, FontFormatException {
        try (InputStream shipped = Painter.class.getResourceAsStream(FOLDER + name)) {
            if (shipped == null) {
                throw new IOException("the program was packed without " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, shipped);
        }
    }

    private static Optional<byte[]> drawn(Picture picture, Letters letters) {
        int height = Sheet.height(picture, letters);
        var image = new BufferedImage(Sheet.WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.scale(SCALE, SCALE);
            smooth(pen);
            new Sheet(pen, letters).draw(picture, height);
            return Optional.of(bytes(image));
        } catch (IOException broken) {
            LOG.atWarn().setCause(broken).log("a picture could not be written");
            return Optional.empty();
        } finally {
            pen.dispose();
        }
    }

    private static void smooth(Graphics2D pen) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS,
                RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /// In memory alone: nothing of it touches the disk.
    private static byte[] bytes(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream(64 * 1024);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java writes no PNG");
            }
        }
        return bytes.toByteArray();
    }
}
