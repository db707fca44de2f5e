package vn.gopy.official;

import java.util.Optional;
import vn.gopy.place.UnitId;

/// Where an official's role holds: in the whole province, or in one unit.
public sealed interface Scope {
    static Scope province() {
        return new Province();
    }

    record Province() implements Scope {
        @Override
        public String toString() {
            return "province";
        }
    }

    record Commune(UnitId unit) implements Scope {
        @Override
        public String toString() {
            return unit.toString();
        }
    }

    /// Reads what [Object#toString] of a scope wrote; empty for anything else and for old units.
    static Optional<Scope> parse(String text) {
        return text.equals("province")
                ? Optional.of(province())
                : UnitId.parse(text).filter(UnitId::isNew).map(Commune::new);
    }

    /// Whether it holds for a place: a unit, or all of the province where none is given.
    default boolean covers(Optional<UnitId> place) {
        return place.map(this::covers).orElse(this instanceof Province);
    }

    default boolean covers(UnitId asked) {
        return switch (this) {
            case Province() -> true;
            case Commune(var unit) -> unit.equals(asked);
        };
    }
}
