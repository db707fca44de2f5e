package vn.gopy.place;

import java.util.Optional;

/// The id of a unit: `old:06664` or `new:06652`. All 54 new codes also occur as old ones, so the side belongs to the id.
public record UnitId(Side side, String code) {
    /// Before or since 1 July 2025.
    public enum Side {
        OLD, NEW
    }

    public UnitId {
        if (!code.matches("[0-9]{5}")) {
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
        if (text.matches("(old|new):[0-9]{5}")) {
            return Optional.of(new UnitId(text.startsWith("old") ? Side.OLD : Side.NEW, text.substring(4)));
        }
        return Optional.empty();
    }

    public boolean isNew() {
        return side == Side.NEW;
    }

    @Override
    public String toString() {
        return (isNew() ? "new:" : "old:") + code;
    }
}
