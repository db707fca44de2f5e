package vn.gopy.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The questions without a source that residents let us keep, in groups that may be published.
public interface OpenQuestions {
    /// A house that keeps none.
    OpenQuestions NONE = new OpenQuestions() {
        @Override
        public Optional<Instant> first() {
            return Optional.empty();
        }

        @Override
        public List<OpenQuestion> in(Period period) {
            return List.of();
        }
    };

    /// When the oldest of them was asked.
    Optional<Instant> first();

    /// The groups of a closed period, made of that period's questions alone, in the order in which they are
    /// shown. Only months have some: periods that lie in each other could be subtracted.
    List<OpenQuestion> in(Period period);
}
