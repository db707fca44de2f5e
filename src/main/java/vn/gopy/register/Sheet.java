package vn.gopy.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A file of a register, line by line, by the names of its columns. Commas or semicolons part its cells, as
/// spreadsheets write them here; what [vn.gopy.export] puts before a formula is taken away again.
record Sheet(List<Line> lines) {
    /// No file may have more lines.
    static final int MOST = 5_000;
    static final String ID = "id";

    Sheet {
        lines = List.copyOf(lines);
    }

    /// A line, with the place of its first letter in the file.
    ///
    /// @param whole whether it has as many cells as there are columns
    record Line(long number, Map<String, String> cells, boolean whole) {
        Line {
            cells = Map.copyOf(cells);
        }
    }

    /// What was read of a file.
    sealed interface Read {
        record Whole(Sheet sheet) implements Read {}

        record Unreadable(FileFlaw flaw) implements Read {}
    }

    /// The text of a file; empty when it is not UTF-8.
    static Optional<String> text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    static Read read(Register register, Choices choices, String text) {
        try {
            var records = records(text);
            if (records.size() < 2) {
                return unreadable(FileFlaw.Kind.EMPTY, "");
            }
            if (records.size() > MOST + 1) {
                return unreadable(FileFlaw.Kind.TOO_MANY, Integer.toString(MOST));
            }
            return read(register, choices, records);
        } catch (CsvParseException broken) {
            return unreadable(FileFlaw.Kind.NO_CSV, "");
        }
    }

    private static List<CsvRecord> records(String text) {
        var head = text.lines().findFirst().orElse("");
        char separator = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
        try (var reader = CsvReader.builder().fieldSeparator(separator).allowExtraFields(true)
                .allowMissingFields(true).ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("could not read a text", fault);
        }
    }

    private static Read read(Register register, Choices choices, List<CsvRecord> records) {
        var known = Stream.concat(Stream.of(ID), register.columns().stream().map(Column::name)).toList();
        var head = new ArrayList<String>();
        for (var typed : records.getFirst().getFields()) {
            var name = choices.code("register.column", known, typed);
            if (name.isEmpty() || head.contains(name.get())) {
                return unreadable(FileFlaw.Kind.COLUMN, typed.strip());
            }
            head.add(name.get());
        }
        var missing = register.columns().stream().filter(Column::required).map(Column::name)
                .filter(name -> !head.contains(name)).findFirst();
        return missing.isPresent()
                ? unreadable(FileFlaw.Kind.MISSING, missing.get())
                : new Read.Whole(new Sheet(
                        records.stream().skip(1).map(line -> line(head, line)).toList()));
    }

    private static Read unreadable(FileFlaw.Kind kind, String detail) {
        return new Read.Unreadable(new FileFlaw(kind, detail));
    }

    private static Line line(List<String> head, CsvRecord record) {
        var cells = new TreeMap<String, String>();
        for (int i = 0; i < Math.min(head.size(), record.getFieldCount()); i++) {
            cells.put(head.get(i), plain(record.getField(i)));
        }
        return new Line(record.getStartingLineNumber(), cells, head.size() == record.getFieldCount());
    }

    /// Without the apostrophe that keeps a spreadsheet from calculating.
    private static String plain(String cell) {
        return cell.matches("(?s)'\\s*[=+@＝＋－＠-].*") ? cell.substring(1) : cell;
    }
}
