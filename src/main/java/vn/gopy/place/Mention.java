package vn.gopy.place;

import java.util.List;

/// A unit that a sentence names.
///
/// @param start      where the name begins in the sentence, in UTF-16 units
/// @param end        where it ends, exclusive
/// @param candidates what it may mean, the likelier first; never empty
public record Mention(int start, int end, List<Candidate> candidates) {
    public Mention {
        candidates = List.copyOf(candidates);
    }
}
