package vn.gopy.register;

import java.util.List;

/// A column of a register.
///
/// @param name    in files, tables and phrases
/// @param longest how many characters it may have
/// @param choices the codes of a choice; empty for other types
public record Column(String name, Type type, boolean required, int longest, List<String> choices) {
    /// What may stand in a column.
    public enum Type {
        /// A line of which no person's name is expected to be one, such as an issuer.
        PLAIN,
        /// A line of our own words, which may name no private person.
        LINE,
        /// The same with several lines.
        PROSE,
        DAY, YEAR, CHOICE,
        /// A commune of today by its code, or `province` for what belongs to none.
        UNIT
    }

    public Column {
        choices = List.copyOf(choices);
    }

    Column(String name, Type type, boolean required, int longest) {
        this(name, type, required, longest, List.of());
    }

    /// Whether words stand in it, and no day, year, code or unit.
    boolean isText() {
        return type == Type.PLAIN || type == Type.LINE || type == Type.PROSE;
    }

    static Column choice(String name, List<String> codes) {
        return new Column(name, Type.CHOICE, true, 40, codes);
    }
}
