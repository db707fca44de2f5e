package vn.gopy.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.gopy.reading.Span.Kind;

/// A line of `config/training/personal`, in which somebody marked the personal data: `[[phone:0912 345 678]]`.
record MarkedLine(String voice, String text, List<Span> spans) {
    static final String HEADER = "voice\ttext";
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    MarkedLine {
        spans = List.copyOf(spans);
    }

    /// Reads a file. A line that is not well formed stops the reading, with its place.
    static List<MarkedLine> read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException(file.getFileName() + " must begin with the line: " + HEADER);
        }
        var marked = new ArrayList<MarkedLine>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                marked.add(parse(lines.get(i)));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(
                        file.getFileName() + " line " + (i + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        return marked;
    }

    static MarkedLine parse(String line) {
        int tab = line.indexOf('\t');
        if (tab < 1 || tab == line.length() - 1) {
            throw new IllegalArgumentException("needs a voice, a tab and a text");
        }
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        int from = tab + 1;
        for (int open = line.indexOf("[[", from); open >= 0; open = line.indexOf("[[", from)) {
            int colon = line.indexOf(':', open);
            int close = line.indexOf("]]", open);
            if (colon < 0 || close < colon) {
                throw new IllegalArgumentException("a mark has the form [[kind:text]]");
            }
            text.append(line, from, open);
            int start = text.length();
            text.append(line, colon + 1, close);
            spans.add(new Span(start, text.length(),
                    Kind.valueOf(line.substring(open + 2, colon).toUpperCase(Locale.ROOT))));
            from = close + 2;
        }
        return new MarkedLine(line.substring(0, tab), text.append(line, from, line.length()).toString(),
                spans);
    }

    /// The same line as somebody types it who leaves out all marks, capitals kept.
    MarkedLine bare() {
        var plain = new StringBuilder();
        var moved = new ArrayList<Span>();
        int from = 0;
        for (var span : spans) {
            plain.append(bare(text.substring(from, span.start())));
            int start = plain.length();
            plain.append(bare(text.substring(span.start(), span.end())));
            moved.add(new Span(start, plain.length(), span.kind()));
            from = span.end();
        }
        return new MarkedLine(voice, plain.append(bare(text.substring(from))).toString(), moved);
    }

    private static String bare(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
    }
}
