package vn.gopy.place;

import java.util.Optional;

/// The id of a unit: `old:06664` or `new:06652`. All 54 new codes also occur as old ones, so the side belongs
/// to the id.
public record UnitId(Side side, String code) {
    /// Before or since 1 July 2025.
    public enum Side {
        OLD, NEW
    }

    public UnitId {
        if (!isCode(code)) {
            throw new IllegalArgumentException("a unit's code has five digits");
        }
    }

    public static UnitId old(String code) {
        return new UnitId(Side.OLD, code);
    }

    public static UnitId ofNew(String code) {
        return new UnitId(Side.NEW, code);
    }

    /// Reads an id as it is written; empty for anything else.
    public static Optional<UnitId> parse(String text) {
        boolean old = text.startsWith("old:");
        if ((old || text.startsWith("new:")) && isCode(text.substring(4))) {
            return Optional.of(new UnitId(old ? Side.OLD : Side.NEW, text.substring(4)));
        }
        return Optional.empty();
    }

    /// Whether a text has the form of a code: five digits.
    static boolean isCode(String text) {
        return text.length() == 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public boolean isNew() {
        return side == Side.NEW;
    }

    @Override
    public String toString() {
        return (isNew() ? "new:" : "old:") + code;
    }
}
