package vn.gopy.register;

import java.util.List;
import java.util.Map;

/// What would become of an uploaded file if it were taken now.
///
/// @param stamp of exactly these rows and what would become of them: who decides on another preview is shown
///              the new one
public record Preview(List<Row> rows, String stamp) {
    public Preview {
        rows = List.copyOf(rows);
    }

    /// What would become of a row.
    public enum Fate {
        NEW, CHANGED, SAME, WRONG
    }

    /// A row of the file.
    ///
    /// @param line where it begins in the file
    /// @param id   the entry that it is about; 0 for a new one, or one of the library
    public record Row(long line, long id, Fate fate, Cells cells, List<Flaw> flaws,
            Map<String, String> typed) {
        public Row {
            flaws = List.copyOf(flaws);
            typed = Map.copyOf(typed);
        }
    }

    public long count(Fate fate) {
        return rows.stream().filter(row -> row.fate() == fate).count();
    }

    /// How many rows would be written.
    public long good() {
        return count(Fate.NEW) + count(Fate.CHANGED);
    }
}
