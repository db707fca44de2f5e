package vn.gopy.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;

/// The sheet of paper that a chart is drawn on: a title, one line of words and one bar for each share, with the
/// interval as a line across the bar's end, a scale, and what must be known. It brings its own ground, so it
/// reads the same in a light and in a dark messenger.
final class Sheet {
    /// In points; a picture has twice as many dots.
    static final int WIDTH = 640;

    private static final Color GROUND = new Color(0xf7f5f0);
    private static final Color INK = new Color(0x1d2b2e);
    private static final Color SOFT = new Color(0x55656a);
    private static final Color TRACK = new Color(0xe6e2d8);
    private static final Color LINE = new Color(0xc9c3b5);
    private static final int EDGE = 36;
    private static final int HEAD = 112;
    private static final int ROW = 70;
    private static final int THICK = 16;
    private static final int SCALE = 40;
    private static final int NOTE = 24;
    private static final float LARGE = 26;
    private static final float MIDDLE = 18;
    private static final float SMALL = 15;

    private static final BasicStroke STROKE = new BasicStroke(2, BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER);
    /// What keeps an interval apart from the bar below it.
    private static final BasicStroke HALO = new BasicStroke(3.5f, BasicStroke.CAP_SQUARE,
            BasicStroke.JOIN_MITER);
    private static final BasicStroke DASHES = new BasicStroke(1.25f, BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER, 10, new float[]{4, 4}, 0);

    private record Ink(Font font, Color color) {}

    private record Pencil(BasicStroke stroke, Color color) {}

    private final Graphics2D pen;
    private final Painter.Letters letters;

    Sheet(Graphics2D pen, Painter.Letters letters) {
        this.pen = pen;
        this.letters = letters;
    }

    static int height(Picture picture) {
        return HEAD + ROW * picture.bars().size() + SCALE + NOTE * picture.notes().size() + EDGE;
    }

    void draw(Picture picture, int height) {
        pen.setColor(GROUND);
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, height));
        words(picture.title(), EDGE, 58, new Ink(letters.strong().deriveFont(LARGE), INK));
        words(picture.more(), EDGE, 86, new Ink(letters.plain().deriveFont(MIDDLE), SOFT));
        int y = HEAD;
        for (var bar : picture.bars()) {
            row(bar, y);
            y += ROW;
        }
        scale(y);
        y += SCALE;
        for (var note : picture.notes()) {
            y += NOTE;
            words(note, EDGE, y, new Ink(letters.plain().deriveFont(SMALL), SOFT));
        }
    }

    private void row(Bar bar, int top) {
        var strong = letters.strong().deriveFont(MIDDLE);
        words(bar.label(), EDGE, top + 22, new Ink(strong, INK));
        var said = letters.plain().deriveFont(MIDDLE - 1);
        var shown = fitting(bar.said(), said, WIDTH - 2 * EDGE - width(bar.label(), strong) - 16);
        words(shown, WIDTH - EDGE - width(shown, said), top + 22, new Ink(said, SOFT));
        var track = new RoundRectangle2D.Double(EDGE, top + 32, WIDTH - 2 * EDGE, THICK, 4, 4);
        bar.span().ifPresentOrElse(span -> bar(span, color(bar.tone()), track), () -> nothing(track));
    }

    /// A share that is not shown is no share of nothing.
    private void nothing(RoundRectangle2D track) {
        pen.setColor(LINE);
        pen.setStroke(DASHES);
        pen.draw(track);
    }

    private void bar(Span span, Color color, RoundRectangle2D track) {
        pen.setColor(TRACK);
        pen.fill(track);
        pen.setColor(color);
        pen.fill(new RoundRectangle2D.Double(EDGE, track.getY(), x(span.percent()) - EDGE, THICK, 4, 4));
        interval(span, track.getCenterY(), new Pencil(HALO, GROUND));
        interval(span, track.getCenterY(), new Pencil(STROKE, INK));
    }

    private void interval(Span span, double middle, Pencil pencil) {
        pen.setColor(pencil.color);
        pen.setStroke(pencil.stroke);
        pen.draw(new Line2D.Double(x(span.low()), middle, x(span.high()), middle));
        for (int end : List.of(span.low(), span.high())) {
            pen.draw(new Line2D.Double(x(end), middle - 6, x(end), middle + 6));
        }
    }

    private static double x(int percent) {
        return EDGE + (WIDTH - 2.0 * EDGE) * percent / 100;
    }

    private static Color color(Tone tone) {
        return switch (tone) {
            case LOW -> new Color(0xb4552d);
            case MIDDLE -> new Color(0x98a09c);
            case HIGH -> new Color(0x17807a);
        };
    }

    private void scale(int top) {
        var font = letters.plain().deriveFont(SMALL - 1);
        for (int percent : List.of(0, 50, 100)) {
            var told = percent + " %";
            pen.setColor(LINE);
            pen.setStroke(STROKE);
            pen.draw(new Line2D.Double(x(percent), top - 4, x(percent), top + 4));
            double wide = width(told, font);
            double from = percent == 0 ? EDGE : percent == 100 ? WIDTH - EDGE - wide : x(percent) - wide / 2;
            words(told, from, top + 22, new Ink(font, SOFT));
        }
    }

    private void words(String text, double x, double y, Ink ink) {
        pen.setColor(ink.color);
        pen.setFont(ink.font);
        pen.drawString(fitting(text, ink.font, WIDTH - EDGE - x + 1), (float) x, (float) y);
    }

    private double width(String text, Font font) {
        return font.getStringBounds(text, pen.getFontRenderContext()).getWidth();
    }

    /// The text, or as many of its words as fit with an ellipsis behind.
    private String fitting(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        var ends = new ArrayList<Integer>();
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        for (int end = words.first(); end != BreakIterator.DONE; end = words.next()) {
            ends.addFirst(end);
        }
        return ends.stream().map(end -> text.substring(0, end).strip() + "…")
                .filter(shorter -> width(shorter, font) <= room).findFirst().orElse("…");
    }
}
