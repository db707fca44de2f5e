package vn.gopy.chat;

import java.util.List;

/// How a messenger's own anonymous poll stands: how many chose each option, and nobody's name.
///
/// @param poll   the messenger's id of its poll
/// @param voters how many chose each option, in the order in which they were posted
public record Totals(String poll, List<Integer> voters) {
    public Totals {
        if (poll.isEmpty()) {
            throw new IllegalArgumentException("a messenger's poll has an id");
        }
        if (voters.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("nobody counts less than none");
        }
        voters = List.copyOf(voters);
    }
}
