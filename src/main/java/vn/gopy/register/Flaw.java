package vn.gopy.register;

import java.util.Locale;

/// Why an entry cannot stand as it was typed.
///
/// @param column where; empty when it is the row as a whole
/// @param detail what the reader needs to know beside, such as the number of the entry that is there already;
///               may be empty
public record Flaw(String column, Kind kind, String detail) {
    /// What is wrong.
    public enum Kind {
        EMPTY, LONG, NO_CHOICE, NO_DAY, NO_YEAR, NO_UNIT, OLD_UNIT, NAMES_PERSON, BACKWARDS, TAKEN, TWICE,
        IN_LIBRARY, OF_LIBRARY, GONE, NOT_YOURS, CELLS;

        /// Its word in phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Flaw in(Column column, Kind kind) {
        return new Flaw(column.name(), kind, "");
    }

    static Flaw ofRow(Kind kind, String detail) {
        return new Flaw("", kind, detail);
    }
}
