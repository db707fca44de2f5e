package vn.gopy.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The table that `read`, `ask` and `place` make: a row for each line they are given, in order, columns apart
/// by tabs.
final class Rows {
    private static final int BUFFER = 1 << 16;
    private static final Pattern LINE_BREAK = Pattern.compile("\n");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]");

    private Rows() {}

    /// Reads all lines, UTF-8, and writes the header and what `row` makes of each; an empty line has a row
    /// too. A tab or line break within a column becomes a space.
    static void write(InputStream in, OutputStream out, String header, Function<String, List<String>> row)
            throws IOException {
        var rows = new PrintStream(new BufferedOutputStream(out, BUFFER), false, StandardCharsets.UTF_8);
        rows.print(header + "\n");
        for (var line : lines(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            rows.print(String.join("\t", row.apply(line).stream().map(Rows::flat).toList()) + "\n");
        }
        rows.flush();
    }

    private static List<String> lines(String text) {
        var lines = List.of(LINE_BREAK.split(text, -1));
        var whole = lines.getLast().isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
        return whole.stream().map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    private static String flat(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
