package vn.gopy.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// CSV as spreadsheets want it: UTF-8 with a byte order mark, lines that end in CR and LF, and no text that is
/// taken for a formula (contracts.md section 5, row 6).
final class SafeCsv {
    static final String TYPE = "text/csv; charset=utf-8";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /// What a formula begins with, also in the wide letters that East Asian spreadsheets take for the same.
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private SafeCsv() {}

    static byte[] of(List<String> head, Stream<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
                csv.writeRecord(head);
                rows.forEach(row -> csv.writeRecord(row.stream().map(SafeCsv::safe).toList()));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write CSV", fault);
        }
        return bytes.toByteArray();
    }

    /// Text that a spreadsheet may take for a formula, also behind spaces, with an apostrophe before it.
    static String safe(String text) {
        int first = 0;
        while (first < text.length() && Character.isSpaceChar(text.charAt(first))) {
            first++;
        }
        boolean formula = first < text.length() && BEGINS_FORMULA.indexOf(text.charAt(first)) >= 0;
        return formula ? "'" + text : text;
    }
}
