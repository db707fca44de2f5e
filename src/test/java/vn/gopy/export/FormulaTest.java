package vn.gopy.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.Rule;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Words that residents typed are the only text in a file that is not ours: none of them becomes a formula.
class FormulaTest {
    static final List<String> HOSTILE = List.of("=1+1", "=cmd|'/C calc'!A0",
            "=HYPERLINK(\"x\",\"y\")",
            "=WEBSERVICE(\"http://x\")", "=IMPORTXML(\"x\",\"//a\")", "=DDE(\"a\";\"b\")", "=A1", "==1", "=",
            "=\"x\"&A1", "=SUM(A1:A9)", "=@SUM(1)", "+1+1", "+cmd|' /C calc'!A0", "+A1", "+84912", "+",
            "+HYPERLINK(A1)", "-1+1", "-cmd|' /C calc'!A0", "-A1", "-", "-2+3+cmd", "--1", "@SUM(1+1)",
            "@A1", "@", "@echo", "@if(1;2)", "\t=1+1", "\t-1", "\tx", "\r=1+1", "\r@A1", "\rx", "\n=1+1",
            "\n+1", " =1+1", "  +1", " -1", "\u00A0=1+1", "\u3000=1+1", "＝1+1", "＋1", "－1", "＠A1",
            "=1\",=2", "=1\n=2", ";=1", ",=1+1", "\"=1+1", "'=1+1", "x\n=1+1", "{{7*7}}", "${7*7}",
            "<script>=1", "%0A=1", "=1+1;=2", "=CHAR(61)");
    static final List<OpenQuestion> GROUPS = HOSTILE.stream().map(
            words -> new OpenQuestion(Period.parse("2026-10").orElseThrow(), words, Optional.empty(), 10))
            .toList();
    static final Release RELEASE = new Release("2026-11-02", Instant.parse("2026-11-01T20:00:00Z"),
            List.of(Period.parse("2026-10").orElseThrow()), new Rule(10, 5), "1", "", "0f".repeat(32),
            GROUPS);
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    @TempDir
    private Path folder;
    private final Gazetteer gazetteer = Gazetteer.open("quang-ninh");
    private final Codebook codebook = new Codebook(
            Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)), gazetteer);

    @Test
    void row_6_of_forty_and_more_formulas_none_is_one_in_the_csv() throws IOException {
        assertTrue(HOSTILE.size() >= 40);
        var text = new String(new CsvExport(gazetteer, false).write(RELEASE, List.of(), GROUPS),
                StandardCharsets.UTF_8);

        assertEquals('\uFEFF', text.charAt(0));
        assertTrue(text.startsWith("\uFEFFrelease,hash,demo,") && text.endsWith("\r\n"));
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            var rows = reader.stream().toList();
            assertEquals(HOSTILE.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                var words = rows.get(i).getField("item");
                assertTrue(words.equals(HOSTILE.get(i)) || words.equals("'" + HOSTILE.get(i)), words);
                rows.get(i).getFields().forEach(FormulaTest::isNoFormula);
            }
        }
    }

    private static void isNoFormula(String field) {
        var seen = field.replaceFirst("^[ \u00A0\u3000]+", "");
        assertFalse(!seen.isEmpty() && BEGINS_FORMULA.indexOf(seen.charAt(0)) >= 0,
                () -> "a formula: " + field);
    }

    @Test
    void row_6_of_forty_and_more_formulas_none_is_one_in_the_workbook() throws IOException {
        var book = new XlsxExport(gazetteer, codebook, false).write(RELEASE, List.of(), GROUPS);

        try (var read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            var rows = read.findSheet("unanswered").orElseThrow().read();
            assertEquals(HOSTILE.size() + 1, rows.size());
            for (int i = 0; i < HOSTILE.size(); i++) {
                var cell = rows.get(i + 1).getCell(6);
                assertEquals(CellType.STRING, cell.getType());
                assertEquals(HOSTILE.get(i).replace("\r", "\n"), cell.getText().replace("\r", "\n"));
            }
            read.getSheets().forEach(sheet -> rows(sheet).forEach(row -> row.stream()
                    .filter(cell -> cell != null)
                    .forEach(cell -> assertTrue(cell.getFormula() == null || cell.getFormula().isEmpty()))));
        }
        assertFalse(parts(book).contains("<f>") || parts(book).contains("<f "));
    }

    private static List<org.dhatim.fastexcel.reader.Row> rows(org.dhatim.fastexcel.reader.Sheet sheet) {
        try {
            return sheet.read();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Everything that is written inside a workbook.
    private String parts(byte[] book) throws IOException {
        var file = Files.write(folder.resolve("book.xlsx"), book);
        var all = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var part = zip.getInputStream(entry)) {
                    all.append(new String(part.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertTrue(all.toString().contains("sheetData"));
        return all.toString();
    }

    @Test
    void a_plain_text_stays_as_it_is() {
        for (var text : List.of("", "xã Lê Lợi", "12 %", "'quoted'", "a=b", "cầu treo - bến phà")) {
            assertEquals(text, SafeCsv.safe(text));
        }
    }
}
