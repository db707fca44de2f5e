package vn.gopy.place;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the CSV files of a province from the class path.
final class PlaceTable {
    private PlaceTable() {}

    /// All lines of a file that must exist, with these columns at least.
    static List<PlaceRow> read(String file, Set<String> columns) {
        try (InputStream stream = PlaceTable.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new PlaceException(file + ": no such file");
            }
            return rows(file, new InputStreamReader(stream, StandardCharsets.UTF_8), columns);
        } catch (IOException broken) {
            throw new PlaceException(file + ": could not be read", broken);
        }
    }

    /// As [PlaceTable#read], but a province may do without this file.
    static List<PlaceRow> readIfThere(String file, Set<String> columns) {
        return PlaceTable.class.getResource(file) == null ? List.of() : read(file, columns);
    }

    static List<PlaceRow> rows(String file, Reader text, Set<String> columns) throws IOException {
        var rows = new ArrayList<PlaceRow>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var record : reader) {
                var row = new PlaceRow(file, record);
                if (rows.isEmpty() && !record.getHeader().containsAll(columns)) {
                    throw row.wrong("column " + missing(record.getHeader(), columns) + " is missing");
                }
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new PlaceException(file + ": has no lines");
        }
        return rows;
    }

    private static String missing(List<String> header, Set<String> columns) {
        return columns.stream().filter(column -> !header.contains(column)).sorted().findFirst().orElseThrow();
    }
}
