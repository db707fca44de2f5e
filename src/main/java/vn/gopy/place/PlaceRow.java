package vn.gopy.place;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;

/// One line of a province's file; every refusal names the file and the line.
record PlaceRow(String file, NamedCsvRecord record) {
    String text(String column) {
        return record.getField(column).strip();
    }

    String needed(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            throw wrong("column " + column + " is empty");
        }
        return text;
    }

    /// The parts of a column, without empty ones.
    List<String> parts(String column, String separator) {
        return Arrays.stream(text(column).split(separator, -1)).map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    int whole(String column) {
        try {
            return Integer.parseInt(needed(column));
        } catch (NumberFormatException _) {
            throw wrong("column " + column + " is not a whole number: " + text(column));
        }
    }

    double number(String column) {
        try {
            return Double.parseDouble(needed(column));
        } catch (NumberFormatException _) {
            throw wrong("column " + column + " is not a number: " + text(column));
        }
    }

    Unit.Kind kind(String column) {
        for (var kind : Unit.Kind.values()) {
            if (kind.word().equals(text(column))) {
                return kind;
            }
        }
        throw wrong("column " + column + " is no kind of unit: " + text(column));
    }

    String code(String column) {
        var code = needed(column);
        if (!UnitId.isCode(code)) {
            throw wrong("column " + column + " is not a code of five digits: " + code);
        }
        return code;
    }

    PlaceException wrong(String why) {
        return new PlaceException(file + " line " + record.getStartingLineNumber() + ": " + why);
    }
}
