package vn.gopy.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The polls whose answers releases count.
public interface Polls {
    /// A house that asks none.
    Polls NONE = new Polls() {
        @Override
        public Optional<Instant> first() {
            return Optional.empty();
        }

        @Override
        public List<Ended> ended(Instant from, Instant until) {
            return List.of();
        }
    };

    /// A poll that has ended.
    ///
    /// @param area    whose office asked
    /// @param persons how many chose each option
    record Ended(long poll, Area area, List<Integer> persons) {
        public Ended {
            persons = List.copyOf(persons);
        }
    }

    /// The last moment of the one that ended first, or will.
    Optional<Instant> first();

    /// Those whose last moment lies from a moment until before another.
    List<Ended> ended(Instant from, Instant until);
}
