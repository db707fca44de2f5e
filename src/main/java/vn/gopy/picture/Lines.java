package vn.gopy.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words as they fit into a width.
final class Lines {
    private Lines() {}

    static double width(String text, Font font, FontRenderContext how) {
        return font.getStringBounds(text, how).getWidth();
    }

    /// The text in as many lines as it needs, broken between words.
    static List<String> of(String text, Font font, FontRenderContext how, double room) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font, how) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /// The text, or as many of its words as fit with an ellipsis behind.
    static String fitting(String text, Font font, FontRenderContext how, double room) {
        if (width(text, font, how) <= room) {
            return text;
        }
        var ends = new ArrayList<Integer>();
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        for (int end = words.first(); end != BreakIterator.DONE; end = words.next()) {
            ends.addFirst(end);
        }
        return ends.stream().map(end -> text.substring(0, end).strip() + "…")
                .filter(shorter -> width(shorter, font, how) <= room).findFirst().orElse("…");
    }
}
