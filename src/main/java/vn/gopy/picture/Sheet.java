package vn.gopy.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;

/// The sheet of paper that a chart is drawn on: a title, one line of words and one bar for each share, with the
/// interval as a line across the bar's end, a scale, and what must be known. It brings its own ground, so it
/// reads the same in a light and in a dark messenger; and it is as narrow as a telephone.
final class Sheet {
    /// In points.
    static final int WIDTH = 400;

    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
    private static final Color GROUND = new Color(0xf7f5f0);
    private static final Color INK = new Color(0x1d2b2e);
    private static final Color SOFT = new Color(0x55656a);
    private static final Color TRACK = new Color(0xe6e2d8);
    private static final Color LINE = new Color(0xc9c3b5);
    private static final int EDGE = 22;
    private static final int INSIDE = WIDTH - 2 * EDGE;
    private static final int HEAD = 78;
    private static final int ROW = 56;
    private static final int THICK = 14;
    private static final int SCALE = 36;
    private static final int NOTE = 19;
    private static final float LARGE = 22;
    private static final float MIDDLE = 15.5f;
    private static final float SMALL = 13;
    private static final BasicStroke STROKE = new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER);
    /// What keeps an interval apart from the bar below it.
    private static final BasicStroke HALO = new BasicStroke(3, BasicStroke.CAP_SQUARE,
            BasicStroke.JOIN_MITER);
    private static final BasicStroke DASHES = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
            10, new float[]{4, 4}, 0);

    private record Ink(Font font, Color color) {}

    private record Pencil(BasicStroke stroke, Color color) {}

    private final Graphics2D pen;
    private final Painter.Letters letters;

    Sheet(Graphics2D pen, Painter.Letters letters) {
        this.pen = pen;
        this.letters = letters;
    }

    static int height(Picture picture, Painter.Letters letters) {
        return HEAD + ROW * picture.bars().size() + SCALE + NOTE * notes(picture, letters).size() + EDGE;
    }

    private static List<String> notes(Picture picture, Painter.Letters letters) {
        var small = letters.plain().deriveFont(SMALL);
        return picture.notes().stream().flatMap(note -> Lines.of(note, small, SMOOTH, INSIDE).stream())
                .toList();
    }

    void draw(Picture picture, int height) {
        pen.setColor(GROUND);
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, height));
        words(picture.title(), EDGE, 40, new Ink(letters.strong().deriveFont(LARGE), INK));
        words(picture.more(), EDGE, 62, new Ink(letters.plain().deriveFont(MIDDLE), SOFT));
        int y = HEAD;
        for (var bar : picture.bars()) {
            row(bar, y);
            y += ROW;
        }
        scale(y);
        y += SCALE;
        for (var note : notes(picture, letters)) {
            y += NOTE;
            words(note, EDGE, y, new Ink(letters.plain().deriveFont(SMALL), SOFT));
        }
    }

    private void row(Bar bar, int top) {
        var strong = letters.strong().deriveFont(MIDDLE);
        words(bar.label(), EDGE, top + 19, new Ink(strong, INK));
        var said = letters.plain().deriveFont(MIDDLE - 1);
        var shown = Lines.fitting(bar.said(), said, SMOOTH,
                INSIDE - Lines.width(bar.label(), strong, SMOOTH) - 12);
        words(shown, WIDTH - EDGE - Lines.width(shown, said, SMOOTH), top + 19, new Ink(said, SOFT));
        var track = new RoundRectangle2D.Double(EDGE, top + 28, INSIDE, THICK, 4, 4);
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
            pen.draw(new Line2D.Double(x(end), middle - 5, x(end), middle + 5));
        }
    }

    private static double x(int percent) {
        return EDGE + (double) INSIDE * percent / 100;
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
            pen.draw(new Line2D.Double(x(percent), top - 4, x(percent), top + 2));
            double wide = Lines.width(told, font, SMOOTH);
            double from = percent == 0 ? EDGE : percent == 100 ? WIDTH - EDGE - wide : x(percent) - wide / 2;
            words(told, from, top + 17, new Ink(font, SOFT));
        }
    }

    private void words(String text, double x, double y, Ink ink) {
        pen.setColor(ink.color);
        pen.setFont(ink.font);
        pen.drawString(Lines.fitting(text, ink.font, SMOOTH, WIDTH - EDGE - x + 1), (float) x, (float) y);
    }
}
