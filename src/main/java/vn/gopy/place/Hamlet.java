package vn.gopy.place;

/// A hamlet or quarter that decides where a split unit went.
///
/// @param name   such as `Điền Công 1`, or [Hamlet#OTHERS] for every other one of the old unit
/// @param from   the split old unit
/// @param to     where this hamlet belongs now
/// @param source who says so
public record Hamlet(String name, Unit from, Unit to, String source) {
    public static final String OTHERS = "*";

    public boolean others() {
        return name.equals(OTHERS);
    }
}
