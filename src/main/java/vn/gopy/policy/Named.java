package vn.gopy.policy;

import java.util.List;
import vn.gopy.place.Candidate;

/// A unit that a question names: what it may be, and whether the writer told old from new.
record Named(List<Candidate> candidates) {
    static final Named NOTHING = new Named(List.of());

    Named {
        candidates = List.copyOf(candidates);
    }
}
