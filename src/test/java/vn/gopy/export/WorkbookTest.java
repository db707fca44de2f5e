package vn.gopy.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.Release;
import vn.gopy.release.Selection;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// The workbook tells what the CSV tells, and what both mean.
class WorkbookTest {
    @TempDir
    private Path folder;
    private Village village;
    private Codebook codebook;
    private Release release;

    @BeforeEach
    void publish() {
        village = new Village(folder);
        codebook = new Codebook(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)),
                village.gazetteer);
        village.crowd(0, 40, new Said("2026-10-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
        village.crowd(100, 45, new Said("2026-10-15T09:00", 2, Topic.GIAY_TO, Village.HOANH_BO));
        release = village.publish("2026-11-02T03:00").orElseThrow();
    }

    @AfterEach
    void close() {
        village.close();
    }

    private ReadableWorkbook book(Map<String, String> query) throws IOException {
        var lines = Selection.parse(query).orElseThrow().of(village.releases, release);
        var bytes = new XlsxExport(village.gazetteer, codebook, true).write(release, lines, List.of());
        return new ReadableWorkbook(new ByteArrayInputStream(bytes));
    }

    @Test
    void the_sheets_are_the_tables_of_the_csv_between_what_it_is_and_the_codebook() throws IOException {
        var lines = Selection.parse(Map.of()).orElseThrow().of(village.releases, release);
        var tables = new LinkedHashSet<>(List.of("about"));
        lines.forEach(line -> tables.add(line.item().table().code()));
        tables.add("codebook");

        try (var book = book(Map.of())) {
            assertEquals(List.copyOf(tables), book.getSheets().map(Sheet::getName).toList());
            assertEquals(9, tables.size());
        }
    }

    @Test
    void the_first_sheet_tells_place_period_release_hash_and_rules() throws IOException {
        try (var book = book(Map.of("area", "07030", "period", "2026-10"))) {
            var facts = book.getFirstSheet().read().stream().collect(
                    Collectors.toMap(row -> row.getCellText(1), row -> row.getCellText(2), (a, _) -> a));

            assertEquals("07030 phường Hoành Bồ", facts.get("Place"));
            assertEquals("2026-10 (2026-10-01 – 2026-10-31)", facts.get("Period"));
            assertEquals(release.id(), facts.get("Release"));
            assertEquals(release.hash(), facts.get("The release's SHA-256 hash"));
            assertEquals("10", facts.get("No group under so many persons is shown"));
            assertEquals("5", facts.get("Every number of persons is rounded to"));
            assertTrue(facts.containsKey("Synthetic figures, not real opinions"));
        }
    }

    @Test
    void numbers_are_numbers_days_are_days_and_what_is_hidden_is_an_empty_cell() throws IOException {
        try (var book = book(Map.of("area", "07030", "period", "2026-10"))) {
            var rows = book.findSheet("topics").orElseThrow().read();
            assertEquals(14, rows.size());
            for (var row : rows.subList(1, rows.size())) {
                boolean hidden = row.getCellAsBoolean(8).orElseThrow();
                assertEquals("2026-10-01", row.getCellAsDate(1).orElseThrow().toLocalDate().toString());
                if (hidden) {
                    assertTrue(row.getCellAsString(7).isEmpty());
                } else {
                    assertEquals(CellType.NUMBER, row.getCell(7).getType());
                    assertEquals(0, row.getCellAsNumber(7).orElseThrow().intValue() % 5);
                    assertEquals(CellType.NUMBER, row.getCell(9).getType());
                }
            }
        }
    }

    @Test
    void every_code_of_a_file_stands_in_the_codebook_in_two_languages() throws IOException {
        var known = new HashSet<String>();
        var text = new String(codebook.csv(), StandardCharsets.UTF_8);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            reader.stream().forEach(row -> {
                assertFalse(row.getField("vi").isBlank() || row.getField("en").isBlank(), row::toString);
                known.add(row.getField("kind") + " " + row.getField("code"));
            });
        }
        var lines = Selection.parse(Map.of()).orElseThrow().of(village.releases, release);
        var csv = new String(new CsvExport(village.gazetteer, false).write(release, lines, List.of()),
                StandardCharsets.UTF_8);

        for (var column : csv.substring(1, csv.indexOf("\r\n")).split(",", -1)) {
            assertTrue(known.contains("column " + column), column);
        }
        for (var line : lines) {
            assertTrue(known.contains("table " + line.item().table().code()));
            assertTrue(known.contains("area " + line.area().code()), line.area().code());
            for (var part : line.item().code().split("\\.", -1)) {
                assertTrue(known.contains("item " + part), line.item().code());
            }
        }
    }
}
