package vn.gopy.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.Line;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Release;

/// A workbook: what the figures are, a sheet for each table with the columns of the CSV, and the codebook.
/// Numbers are numbers, days are days, and every text is text: no cell holds a formula.
public final class XlsxExport implements Export {
    private static final String ABOUT = "about";
    private static final String CODEBOOK = "codebook";
    private static final int WIDE = 60;

    private final AreaNames names;
    private final Codebook codebook;
    private final boolean demo;

    /// @param demo whether the figures are synthetic; the first sheet then says so
    public XlsxExport(Gazetteer gazetteer, Codebook codebook, boolean demo) {
        names = new AreaNames(gazetteer);
        this.codebook = codebook;
        this.demo = demo;
    }

    @Override
    public String ending() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /// A workbook holds the moment at which it was written.
    @Override
    public boolean alwaysSameBytes() {
        return false;
    }

    @Override
    public byte[] write(Release release, List<Line> lines, List<OpenQuestion> unanswered) {
        var entries = Entry.of(lines, unanswered, names);
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "gopy", null)) {
            about(book.newWorksheet(ABOUT), new About(codebook, demo).rows(release, entries));
            byTable(entries).forEach((table, rows) -> table(book.newWorksheet(table), rows));
            codebook(book.newWorksheet(CODEBOOK));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write a workbook of " + release.id(), fault);
        }
        return bytes.toByteArray();
    }

    private static Map<String, List<Entry>> byTable(List<Entry> entries) {
        var tables = new LinkedHashMap<String, List<Entry>>();
        entries.forEach(entry -> tables.computeIfAbsent(entry.table(), _ -> new ArrayList<>()).add(entry));
        return tables;
    }

    private static void about(Worksheet sheet, List<About.Fact> facts) {
        for (int row = 0; row < facts.size(); row++) {
            var fact = facts.get(row);
            sheet.value(row, 0, fact.vietnamese());
            sheet.value(row, 1, fact.english());
            put(sheet, row, 2, fact.value());
        }
        for (int column = 0; column < 3; column++) {
            sheet.width(column, WIDE);
            sheet.style(column).wrapText(true).verticalAlignment("top").set();
        }
    }

    private static void table(Worksheet sheet, List<Entry> entries) {
        var columns = List.of(Column.values());
        for (int number = 0; number < columns.size(); number++) {
            var column = columns.get(number);
            head(sheet, number, column.code());
            for (int row = 0; row < entries.size(); row++) {
                put(sheet, row + 1, number, column.of(entries.get(row)));
            }
        }
        sheet.freezePane(0, 1);
    }

    private void codebook(Worksheet sheet) {
        for (int column = 0; column < Codebook.HEAD.size(); column++) {
            head(sheet, column, Codebook.HEAD.get(column));
            for (int row = 0; row < codebook.meanings().size(); row++) {
                sheet.value(row + 1, column, codebook.meanings().get(row).row().get(column));
            }
        }
        sheet.width(2, WIDE);
        sheet.width(3, WIDE);
        sheet.freezePane(0, 1);
    }

    private static void head(Worksheet sheet, int column, String code) {
        sheet.value(0, column, code);
        sheet.style(0, column).bold().set();
        sheet.width(column, 14);
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Integer number -> sheet.value(row, column, number);
            case Boolean yes -> sheet.value(row, column, yes);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case String text when text.isEmpty() -> {
                // nothing is an empty cell
            }
            default -> sheet.value(row, column, value.toString());
        }
    }
}
